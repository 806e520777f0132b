import type { ColumnMeta, TableMeta } from "../electron/contract.ts";
import type { Row } from "./table.ts";

/** What a cell without a value can be: nothing to say, not answered or not recorded, or in time not there yet. */
export type EmptyState = "not_applicable" | "missing" | "not_yet";

/** All that a reader of a Table must be able to tell apart; nought is a number like the others, but it is said that it is one. */
export type ReadState = "number" | "zero" | "hidden" | EmptyState;

/** What stands in an empty cell. "Not yet" is said in words, by the locale. */
export const emptySigns = { not_applicable: ".", missing: "–" } as const;

/** Columns that say how an estimate stands to what was promised: empty where nothing was. */
const promised = new Set(["target", "targets", "comparator", "attained"]);

/** Which kind of nothing a null is, as far as the Table tells. */
export function emptyState(row: Row, column: ColumnMeta, meta: TableMeta): EmptyState {
  if (isAfterCutoff(row, meta)) return "not_yet";
  if (promised.has(column.name)) return "not_applicable";
  const follows = column.role === "share" || column.role === "mean" || column.role === "interval";
  if (follows || column.unit === "share" || column.type === "boolean") {
    const base = column.of?.base ?? meta.columns.find(({ role }) => role === "base")?.name;
    // Of nobody there is no share, and of an estimate that says it all no interval.
    if (row[base ?? ""] === 0 || (column.role !== "share" && column.role !== "mean")) return "not_applicable";
  }
  return "missing";
}

function isAfterCutoff(row: Row, { columns, cutoff }: TableMeta): boolean {
  if (cutoff === null) return false;
  const time = columns.find(({ role }) => role === "time");
  const day = time === undefined ? null : row[time.name];
  return day instanceof Date && day.toISOString().slice(0, 10) > cutoff;
}
