import type { Code, ExtractMeta, Value } from "../contract.ts";
import { literal } from "./literal.ts";
import type { ProgrammeDefinition } from "./programme-definition.ts";
import { type ScaleDefinition, subscalesOf } from "./scale-definition.ts";

/** The records of the library and the extracts as tables, so that SQL can join them. */
export function definitionTables(
  extracts: ExtractMeta[],
  programmes: ProgrammeDefinition[],
  scales: ScaleDefinition[],
  codes: Record<string, Code[]>,
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
      "scale",
      "scale varchar, version integer, title_sv varchar, title_en varchar, items integer, lowest integer, highest integer, score varchar, agrees_from integer, source varchar",
      scales.map((s) => [
        s.scale,
        s.version,
        s.title.sv,
        s.title.en,
        s.items.length,
        s.lowest,
        s.highest,
        s.score,
        s.agrees_from,
        s.source,
      ]),
    ),
    ...filledTable(
      "subscale",
      "scale varchar, subscale varchar, subscale_no utinyint, items integer, may_miss integer, lowest integer, highest integer",
      scales.flatMap((s) =>
        subscalesOf(s).map((each, number) => [
          s.scale,
          each.subscale,
          number,
          each.items.length,
          each.may_miss,
          each.lowest,
          each.highest,
        ]),
      ),
    ),
    ...filledTable(
      "scale_item",
      "scale varchar, item varchar, ordinal integer, reversed boolean, turn integer",
      scales.flatMap((s) =>
        s.items.map((item, ordinal) => [s.scale, item, ordinal, s.reversed.includes(item), s.lowest + s.highest]),
      ),
    ),
    ...filledTable(
      "subscale_item",
      "scale varchar, subscale_no utinyint, item varchar, ordinal integer, reversed boolean, turn integer",
      scales.flatMap((s) =>
        subscalesOf(s).flatMap(({ items }, number) =>
          items.map((item, ordinal) => [
            s.scale,
            number,
            item,
            ordinal,
            s.reversed.includes(item),
            s.lowest + s.highest,
          ]),
        ),
      ),
    ),
    ...filledTable(
      "code",
      "list varchar, code varchar, title_sv varchar, title_en varchar",
      Object.entries(codes).flatMap(([list, entries]) => entries.map((c) => [list, c.code, c.title.sv, c.title.en])),
    ),
  ];
}

/** A table with its rows, as statements. */
export function filledTable(name: string, columns: string, rows: Value[][]): string[] {
  const values = rows.map((row) => `(${row.map(literal).join(", ")})`).join(", ");
  return [
    `create table "${name}" (${columns})`,
    ...(rows.length > 0 ? [`insert into "${name}" values ${values}`] : []),
  ];
}
