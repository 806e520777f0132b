import type { TableMeta } from "../electron/contract.ts";
import type { Wording } from "./wording.ts";

/** Where a Table comes from, as one plain object: what each export carries. */
export function provenance(meta: TableMeta): Record<string, unknown> {
  return {
    title: meta.title,
    kind: meta.kind,
    name: meta.name,
    definition: meta.definition,
    programme: meta.programme,
    cutoff: meta.cutoff,
    selection: meta.selection,
    extracts: meta.extracts,
    set_aside: meta.set_aside,
    sql: meta.sql,
    params: meta.params,
    rows: meta.rows,
    truncated: meta.truncated,
    room: meta.room,
    product: meta.product,
    database: meta.database,
  };
}

/** The day of the data and who supplied them, for the foot of a card. */
export function provenanceLine(meta: TableMeta, { format }: Wording): string {
  const days = meta.extracts.map((extract) => extract.as_of).sort();
  const day = days.at(-1);
  const suppliers = [...new Set(meta.extracts.map((extract) => extract.supplied_by))];
  return [...(day === undefined ? [] : [format.date(day)]), ...suppliers].join(" · ");
}
