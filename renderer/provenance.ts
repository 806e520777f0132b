import type { TableMeta } from "../electron/contract.ts";
import type { Wording } from "./wording.ts";

/**
 * Where a Table comes from, as one plain object: what each export carries. From the steering room no SQL, whose literals are not
 * for it, and no counts of rows.
 */
export function provenance(meta: TableMeta): Record<string, unknown> {
  const { set_aside, sql, rows, truncated } = meta;
  return {
    title: meta.title,
    kind: meta.kind,
    name: meta.name,
    definition: meta.definition,
    programme: meta.programme,
    cutoff: meta.cutoff,
    selection: meta.selection,
    extracts: meta.extracts,
    params: meta.params,
    ...(meta.room === "steering" ? {} : { set_aside, sql, rows, truncated }),
    room: meta.room,
    ...(meta.changed && { changed: meta.changed }),
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
