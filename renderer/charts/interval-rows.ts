import type { ColumnMeta } from "../../electron/contract.ts";
import { type Figure, findColumn, type Row, readRows } from "../table.ts";
import { isShare, type Wording } from "../wording.ts";
import { type CellState, cellState, channel, groupColumns, markWords, numeric, rowLabels } from "./chart.ts";
import { type PromisedTarget, readTargets } from "./targets.ts";

/** One line of an interval chart: an estimate with what is known about its precision. */
export interface IntervalRow {
  label: string;
  /** Which of the inner groups this is: the second colour of the chart beside its name. */
  series: number;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  count: number | null;
  base: number | null;
  state: CellState;
  /** The engine finds the interval too wide to lean on. */
  lowPrecision: boolean;
  targets: PromisedTarget[];
  /** Estimates are fractions. */
  share: boolean;
  /** Starts a new block of lines. */
  apart: boolean;
  /** Follows the number: the sign of what the steering room would not see. */
  mark: string;
  /** Steps back: too little to be read beside the others. */
  quiet?: boolean;
}

/** A line with its place down the chart; blocks stand half a line apart. */
export interface PlacedRow extends IntervalRow {
  at: number;
}

export function placeRows(rows: readonly IntervalRow[]): PlacedRow[] {
  let at = -1;
  return rows.map((row) => {
    at += row.apart && at >= 0 ? 1.5 : 1;
    return { ...row, at };
  });
}

/** Reads the lines of a table of estimates, from a view with an interval chart or from an indicator. */
export function readIntervals(figure: Figure, wording: Wording): IntervalRow[] {
  const estimate = channel(figure, "x", "share") ?? channel(figure, "x", "mean") ?? findColumn(figure, "estimate");
  const intervals = figure.meta.columns.filter((column) => column.role === "interval");
  const lower = channel(figure, "lower") ?? intervals[0];
  const upper = channel(figure, "upper") ?? intervals[1];
  const count = findColumn(figure, estimate?.of?.count ?? "k");
  const base = findColumn(figure, estimate?.of?.base ?? "n");
  const rows = readRows(figure);
  const labels = rowLabels(rows, groupColumns(figure), wording);
  return rows.map((row, index) => ({
    label: labels[index]?.text ?? "",
    series: labels[index]?.series ?? 0,
    apart: labels[index]?.apart ?? false,
    estimate: value(row, estimate),
    lower: value(row, lower),
    upper: value(row, upper),
    count: value(row, count),
    base: value(row, base),
    state: cellState(row, estimate),
    lowPrecision: row.low_precision === true,
    targets: readTargets(row, channel(figure, "target") ?? findColumn(figure, "target"), wording),
    share: estimate !== undefined && isShare(estimate),
    mark: markWords(figure, index, [estimate, count, base]),
  }));
}

function value(row: Row, column: ColumnMeta | undefined): number | null {
  return column === undefined ? null : numeric(row[column.name]);
}
