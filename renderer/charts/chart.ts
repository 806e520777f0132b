import type { PlotOptions } from "@observablehq/plot";
import type { ColumnMeta } from "../../electron/contract.ts";
import { type Cell, type Figure, findColumn, isHidden, type Row } from "../table.ts";
import type { Wording } from "../wording.ts";
import type { Palette } from "./palette.ts";

/** What a chart is drawn for: a place on a page, or a file. */
export interface ChartContext {
  /** Pixels. The height follows from the rows. */
  width: number;
  /** Pixels; everything else is in proportion to it. */
  fontSize: number;
  palette: Palette;
  wording: Wording;
  /** The page's cut-off, drawn as a line in charts over time that reach past it. `YYYY-MM-DD`. */
  cutoff: string | null;
}

/** A chart ready to be drawn, and the same in words for those who do not see it. */
export interface Drawing {
  options: PlotOptions;
  summary: string;
}

/** Draws one kind of chart. Pure: the same figure and context give the same drawing. It aggregates nothing. */
export type ChartKind = (figure: Figure, context: ChartContext) => Drawing;

/** Why a mark is drawn or not: a value, one taken away by disclosure control, or none to be had (an empty group). */
export type CellState = "shown" | "hidden" | "empty";

/** The column that the view's `@chart` line gives a channel; else the first column with the role. */
export function channel(figure: Figure, name: string, role?: ColumnMeta["role"]): ColumnMeta | undefined {
  return (
    findColumn(figure, figure.meta.chart?.channels[name]) ??
    (role === undefined ? undefined : figure.meta.columns.find((column) => column.role === role))
  );
}

export function cellState(row: Row, column: ColumnMeta | undefined): CellState {
  if (column === undefined) return "empty";
  if (isHidden(row, column.name)) return "hidden";
  return typeof row[column.name] === "number" ? "shown" : "empty";
}

/** A cell as a number; null where it is none. */
export function numeric(value: Cell | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** What the row is about: its grouping columns in words. */
export function rowLabel(row: Row, columns: readonly ColumnMeta[], wording: Wording): string {
  const parts = columns.map((column) => {
    const value = row[column.name] ?? null;
    return value === null ? wording.t("chart.all") : wording.cell(column, value);
  });
  return parts.join(", ");
}

/** The grouping columns: the one that the chart names, else all with the role `by`. */
export function groupColumns(figure: Figure, name: string): ColumnMeta[] {
  const named = findColumn(figure, figure.meta.chart?.channels[name]);
  if (named === undefined) return figure.meta.columns.filter((column) => column.role === "by");
  const color = findColumn(figure, figure.meta.chart?.channels.color);
  return color === undefined || color === named ? [named] : [named, color];
}
