import { type Figure, findColumn, type Row, readRows } from "../table.ts";
import { type CellState, cellState, markWords, numeric } from "./chart.ts";

/** One line of a chart of means, changes or coefficients. */
export interface ScoreRow {
  label: string;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  base: number | null;
  state: CellState;
  /** Starts a new block of lines. */
  apart: boolean;
  /** Not measured, but what would be expected: drawn hollow. */
  expected: boolean;
  /** Follows the number: the sign of what the steering room would not see. */
  mark: string;
}

/** Which columns of a Table say what. */
export interface ScoreColumns {
  estimate: string;
  lower?: string;
  upper?: string;
  base?: string;
}

/** Reads the lines of a Table, or those of them that are kept. */
export function readScores(
  figure: Figure | undefined,
  columns: ScoreColumns,
  label: (row: Row) => string,
  keep: (row: Row) => boolean = () => true,
): ScoreRow[] {
  if (figure === undefined || figure.meta.fault !== undefined) return [];
  const estimate = findColumn(figure, columns.estimate);
  const base = findColumn(figure, columns.base ?? "n");
  return readRows(figure).flatMap((row, place): ScoreRow[] => {
    if (!keep(row)) return [];
    const n = base === undefined ? null : numeric(row[base.name]);
    const state = cellState(row, estimate);
    // The mean of one is that person's own score, and a scale for groups shows nobody's.
    const isPerson = n === 1 && state === "shown";
    return [
      {
        label: label(row),
        estimate: isPerson ? null : numeric(row[columns.estimate]),
        lower: numeric(row[columns.lower ?? ""]),
        upper: numeric(row[columns.upper ?? ""]),
        base: n,
        state: isPerson ? "empty" : state,
        apart: false,
        expected: false,
        mark: markWords(figure, place, [estimate, base]),
      },
    ];
  });
}

/** Lines of which the first stands apart from those before. */
export function apart<R extends { apart: boolean }>(rows: readonly R[]): R[] {
  return rows.map((row, index) => (index === 0 ? { ...row, apart: true } : row));
}
