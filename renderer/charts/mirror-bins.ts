import type { ColumnMeta } from "../../electron/contract.ts";
import { type Figure, readRows } from "../table.ts";
import { type CellState, cellState, channel, markWords, numeric } from "./chart.ts";
import { binEnd, grainOf } from "./time.ts";

/** A period of a table over time, with its two counts. */
export interface Bin {
  from: Date;
  to: Date;
  up: Side;
  down: Side;
}

export interface Side {
  /** 0 where it is hidden, for the bar's length; its words never say so. */
  count: number;
  state: CellState;
  /** Follows the number. */
  mark: string;
}

export type SideName = "up" | "down";

/** In the order of the table. Rows without a day have no place on the axis. */
export function readBins(figure: Figure, up: ColumnMeta | undefined, down: ColumnMeta | undefined): Bin[] {
  const time = channel(figure, "x", "time");
  const dated = readRows(figure).flatMap((row, place) => {
    const from = time === undefined ? null : row[time.name];
    return from instanceof Date ? [{ row, place, from }] : [];
  });
  const grain = grainOf(dated.map(({ from }) => from));
  return dated.map(({ row, place, from }) => {
    const side = (column: ColumnMeta | undefined): Side => ({
      count: (column === undefined ? null : numeric(row[column.name])) ?? 0,
      state: cellState(row, column),
      mark: markWords(figure, place, [column]),
    });
    return { from, to: binEnd(from, grain), up: side(up), down: side(down) };
  });
}
