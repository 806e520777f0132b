import type { Room } from "../contract.ts";
import type { State } from "../disclosure/protect.ts";
import type { Alteration } from "./alter-counts.ts";
import type { Format } from "./options.ts";
import { draw } from "./print-table.ts";

/** A cell or a total; a count of null is hidden. */
export interface CellRow {
  codes: string[];
  count: number | null;
  state: State | Alteration;
}

interface CellOptions {
  by: string[];
  /** The column of counts. */
  count: string;
  room: Room;
  format: Exclude<Format, "arrow">;
}

/** All cells and totals in the format asked for. A hidden count is the glyph, or nothing where data are written. */
export function* writeCells(
  rows: CellRow[],
  { by, count, room, format }: CellOptions,
  glyph: string,
  meta: object,
): Iterable<string> {
  const told = ({ count: shown, state }: CellRow): string => {
    if (room === "steering" && shown === null) return "hidden";
    return state === "undecided" ? "secondary" : state;
  };
  if (format === "table") {
    const lines = rows.map((row) => [
      ...row.codes,
      { content: row.count === null ? glyph : String(row.count), hAlign: "right" as const },
      told(row),
    ]);
    yield `${draw([...by, count, "state"], lines)}\n`;
    return;
  }
  if (format === "csv") {
    yield `${[...by, count, "state"].map(csvCell).join(",")}\n`;
    for (const row of rows) yield `${[...row.codes, row.count ?? "", told(row)].map(csvCell).join(",")}\n`;
    return;
  }
  yield `{"meta": ${JSON.stringify({ ...meta, room, rows: rows.length })},\n"rows": [`;
  for (const [at, row] of rows.entries()) {
    const codes = Object.fromEntries(by.map((name, each) => [name, row.codes[each]!]));
    const suppressed = row.count === null ? [count] : [];
    yield `${at === 0 ? "\n" : ",\n"}${JSON.stringify({ ...codes, [count]: row.count, state: told(row), suppressed })}`;
  }
  yield "\n]}\n";
}

function csvCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
