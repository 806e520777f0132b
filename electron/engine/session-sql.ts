import type { ExtractMeta, Text, Value } from "../contract.ts";
import { reportTables, type StoredTable } from "./canonical.ts";
import { literal } from "./literal.ts";

/** Ages in whole years, both ends included. */
export interface AgeBand {
  label: string;
  from: number;
  to: number;
}

/** What the query instance must know of a programme. */
export interface ProgrammeFacts {
  programme: string;
  version: number;
  title: Text;
  starts_on: string;
  ends_on: string;
  age_bands: AgeBand[];
  targets: {
    indicator: string;
    value: number;
    unit: string;
    comparator: string;
    scope: { municipality?: string; sex?: string; age_band?: string; foreign_born?: string };
    valid_from?: string;
    valid_to?: string;
    title?: Text;
    source: string;
  }[];
}

/** The common age groups of ESF+, for a programme that nobody has defined. */
const commonAgeBands: AgeBand[] = [
  { label: "0-17", from: 0, to: 17 },
  { label: "18-29", from: 18, to: 29 },
  { label: "30-54", from: 30, to: 54 },
  { label: "55+", from: 55, to: 150 },
];

/** The attached build file of the extract with this index. */
export const alias = (index: number) => `extract_${index + 1}`;

/** What is added to an extract's own keys, so that no two extracts of a session share one. */
export type KeyOffsets = Record<string, number>;

/** For each table `build_<table>` with keys for our own macros, and `<table>` as the extract format has it. */
export function canonicalViews(tables: StoredTable[], extracts: ExtractMeta[], offsets: KeyOffsets[]): string[] {
  return [
    ...tables.flatMap((table) => [unionView(table, extracts, offsets), plainView(table)]),
    ...reportTables.filter(({ name }) => name !== "manifest").map((table) => unionView(table, extracts, [])),
    polarityView(extracts),
  ];
}

/** Whether each extract's questionnaires come with their reversed items turned already. */
function polarityView(extracts: ExtractMeta[]): string {
  const parts = extracts.map(
    (_, index) => `select items, ${index + 1}::integer as extract_no from ${alias(index)}.manifest`,
  );
  const empty = "select null::varchar as items, null::integer as extract_no where false";
  return `create view build_polarity as ${parts.length > 0 ? parts.join(" union all ") : empty}`;
}

function unionView({ name, columns, internal }: StoredTable, extracts: ExtractMeta[], offsets: KeyOffsets[]): string {
  const all = [...columns, ...internal];
  const parts = extracts.map(({ extract, programme }, index) => {
    const key = (column: string) => {
      const offset = offsets[index]?.[column] ?? 0;
      return offset === 0 ? `t."${column}"` : `t."${column}" + ${offset} as "${column}"`;
    };
    const read = [...columns.map((column) => `t."${column.name}"`), ...internal.map((column) => key(column.name))].join(
      ", ",
    );
    const origin = `${literal(extract)} as "extract", ${literal(programme)} as programme, ${index + 1}::integer as extract_no`;
    return `select ${read}, ${origin} from ${alias(index)}."${name}" as t`;
  });
  const nothing = all.map((column) => `null::${column.type} as "${column.name}"`).join(", ");
  const empty = `select ${nothing}, null::varchar as "extract", null::varchar as programme, null::integer as extract_no where false`;
  return `create view build_${name} as ${parts.length > 0 ? parts.join(" union all ") : empty}`;
}

function plainView({ name, columns }: StoredTable): string {
  const read = columns.map((column) => `t."${column.name}"`).join(", ");
  return `create view "${name}" as select ${read}, t.programme, t."extract" from build_${name} as t`;
}

/** The records of the library and the extracts as tables, so that SQL can join them. */
export function definitionTables(
  extracts: ExtractMeta[],
  programmes: ProgrammeFacts[],
  codes: Record<string, { code: string; title: Text }[]>,
): string[] {
  const loaded = new Set(extracts.map(({ programme }) => programme));
  return [
    ...filledTable(
      "current_extract",
      'programme varchar, "extract" varchar, extract_no integer, as_of date, completeness varchar, supplied_by varchar, synthetic boolean',
      extracts.map((e, index) => [
        e.programme,
        e.extract,
        index + 1,
        e.as_of,
        e.completeness,
        e.supplied_by,
        e.synthetic,
      ]),
    ),
    ...filledTable(
      "programme",
      "programme varchar, version integer, title_sv varchar, title_en varchar, starts_on date, ends_on date, loaded boolean",
      programmes.map((p) => [
        p.programme,
        p.version,
        p.title.sv,
        p.title.en,
        p.starts_on,
        p.ends_on,
        loaded.has(p.programme),
      ]),
    ),
    ...filledTable(
      "target",
      "programme varchar, ordinal integer, indicator varchar, value double, unit varchar, comparator varchar, municipality varchar, sex varchar, age_band varchar, foreign_born varchar, valid_from date, valid_to date, title_sv varchar, title_en varchar, source varchar",
      programmes.flatMap((p) =>
        p.targets.map((t, ordinal) => [
          p.programme,
          ordinal,
          t.indicator,
          t.value,
          t.unit,
          t.comparator,
          t.scope.municipality ?? null,
          t.scope.sex ?? null,
          t.scope.age_band ?? null,
          t.scope.foreign_born ?? null,
          t.valid_from ?? null,
          t.valid_to ?? null,
          t.title?.sv ?? null,
          t.title?.en ?? null,
          t.source,
        ]),
      ),
    ),
    ...filledTable(
      "code",
      "list varchar, code varchar, title_sv varchar, title_en varchar",
      Object.entries(codes).flatMap(([list, entries]) => entries.map((c) => [list, c.code, c.title.sv, c.title.en])),
    ),
  ];
}

function filledTable(name: string, columns: string, rows: Value[][]): string[] {
  const values = rows.map((row) => `(${row.map(literal).join(", ")})`).join(", ");
  return [
    `create table "${name}" (${columns})`,
    ...(rows.length > 0 ? [`insert into "${name}" values ${values}`] : []),
  ];
}

/**
 * The macros that the loaded data decide. They are constants rather than look-ups, because DuckDB folds a constant away
 * and joins a look-up to every row: a quarter of the time of a count over ten million enrolments.
 */
export function factMacros(extracts: ExtractMeta[], programmes: ProgrammeFacts[]): string[] {
  const loaded = [...new Set(extracts.map(({ programme }) => programme))].sort();
  const latest = loaded.map((programme) => {
    const days = extracts.filter((each) => each.programme === programme).map((each) => each.as_of);
    return `when ${literal(programme)} then date ${literal(days.sort().at(-1) ?? "")}`;
  });
  const bands = programmes
    .filter(({ programme }) => loaded.includes(programme))
    .map(({ programme, age_bands }) => `when ${literal(programme)} then ${bandOf(age_bands)}`);
  return [
    `create macro default_programme(programme) as coalesce(programme::varchar, ${literal(loaded[0] ?? null)})`,
    `create macro as_of(programme) as ${latest.length > 0 ? `(case default_programme(programme) ${latest.join(" ")} end)` : "null::date"}`,
    `create macro age_band(programme, age) as (case programme ${bands.join(" ")} ${bands.length > 0 ? `else ${bandOf(commonAgeBands)}` : `when null then null else ${bandOf(commonAgeBands)}`} end)`,
  ];
}

function bandOf(bands: AgeBand[]): string {
  const cases = bands.map(({ label, from, to }) => `when age between ${from} and ${to} then ${literal(label)}`);
  return `(case ${cases.join(" ")} else 'U' end)`;
}
