import type { ExtractMeta } from "../contract.ts";
import { reportTables, type StoredTable } from "./canonical.ts";
import { literal } from "./literal.ts";

/** The attached build file of the extract with this index. */
export const alias = (index: number) => `extract_${index + 1}`;

/** What is added to an extract's own keys, so that no two extracts of a session share one. */
export type KeyOffsets = Record<string, number>;

/** For each table `build_<table>` with keys for our own macros, and `<table>` as the extract format has it. */
export function buildViews(
  tables: StoredTable[],
  extracts: ExtractMeta[],
  offsets: KeyOffsets[],
  sensitive: readonly string[],
): string[] {
  return [
    ...tables.flatMap((table) => [unionView(table, extracts, offsets, sensitive), plainView(table)]),
    ...reportTables.filter(({ name }) => name !== "manifest").map((table) => unionView(table, extracts, [], [])),
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

function unionView(
  { name, columns, internal }: StoredTable,
  extracts: ExtractMeta[],
  offsets: KeyOffsets[],
  sensitive: readonly string[],
): string {
  const all = [...columns, ...internal];
  const parts = extracts.map(({ extract, programme }, index) => {
    const key = (column: string) => {
      const offset = offsets[index]?.[column] ?? 0;
      return offset === 0 ? `t."${column}"` : `t."${column}" + ${offset} as "${column}"`;
    };
    const own = (column: string) =>
      column === "exit_reason" && sensitive.length > 0
        ? `if(list_contains(${literal([...sensitive])}, t.exit_reason), 'other', t.exit_reason) as exit_reason`
        : `t."${column}"`;
    const read = [...columns.map((column) => own(column.name)), ...internal.map((column) => key(column.name))].join(
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
