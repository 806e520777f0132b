import type { Shown } from "./ledger-entry.ts";
import { literal } from "./literal.ts";

/** What steering sessions were shown, as a table: one row an answer. */
export function shownTable(shown: readonly Shown[]): string[] {
  const rows = shown.map(({ at, programme, what, shown: cells, hidden }) =>
    [at, programme, what, cells, hidden].map(literal).join(", "),
  );
  return [
    "create table shown_earlier (shown_at timestamp, programme varchar, asked varchar, cells_shown integer, cells_hidden integer)",
    ...(rows.length > 0 ? [`insert into shown_earlier values ${rows.map((row) => `(${row})`).join(", ")}`] : []),
  ];
}
