import type { QueryDatabase } from "./database.ts";

/** How it is told whom a figure counts: everybody is in one part, and a statement is run for each of them. */
export interface Tracing {
  /** How many parts there can be, a power of two. */
  parts: number;
  /** In it the base macros `in_part` and `part_of` heed the key `part` of a selection. */
  schema: string;
  /** SQL for the part of a mark, as text that a selection can name. */
  part(mark: string): string;
}

/** In a selection: the part of everybody that is looked at. The key is the engine's own; no request may have it. */
export const partKey = "part";

/** A part is the last digits of a mark. With eight of them everybody has one alone. */
const OWN_PART = { digits: 8, mostMarks: 60_000 };
/** Larger programmes have several persons to a part, since marks as long as the programme is large would fill the memory. */
const SHARED_PART = { digits: 4 };

/** How the loaded data are traced. */
export async function defineTracing(database: QueryDatabase): Promise<Tracing> {
  const [row] = await database.rows(
    "select coalesce(max(n), 0)::integer as n from (select count(*) as n from build_mark group by programme)",
  );
  const { digits } = Number(row?.n) <= OWN_PART.mostMarks ? OWN_PART : SHARED_PART;
  const part = (mark: string) => `right(${mark}, ${digits})`;
  const schema = "tracing";
  // DuckDB joins only on what can never fail. Numbers and JSON can, and would be looked at for each person with each part: so
  // parts are compared as text, and found in the selection by its quotation marks.
  await database.define(`create schema ${schema};
create macro ${schema}.in_part(selection, mark) as ${part("mark")} = split_part(selection, '"', 4);
create macro ${schema}.part_of(selection) as concat('{"${partKey}":"', split_part(selection, '"', 4), '"}')`);
  return { parts: 16 ** digits, schema, part };
}
