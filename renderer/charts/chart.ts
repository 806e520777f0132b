import type { PlotOptions } from "@observablehq/plot";
import type { ColumnMeta } from "../../electron/contract.ts";
import { type Cell, type Figure, findColumn, isHidden, type Row, rowAt } from "../table.ts";
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

/** What stands where a number is hidden: `..  visas inte`. */
export function hiddenWords({ glyph, t }: Wording): string {
  return `${glyph}  ${t("chart.hidden")}`;
}

/** A small sign after a number that the steering room would not see; empty where it would, or where that was not asked. */
export function markWords(figure: Figure, place: number, columns: readonly (ColumnMeta | undefined)[]): string {
  const marked = figure.marks?.get(rowAt(figure, place));
  return columns.some((column) => column !== undefined && marked?.has(column.name)) ? ` ${mark}` : "";
}

/** The sign of a number that the steering room would not see. */
export const mark = "⊘";

/** A cell as a number; null where it is none. */
export function numeric(value: Cell | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** What a row is about, in words that need not repeat what the row above has said. */
export interface RowLabel {
  text: string;
  /** Which of the inner column's values this is, counted from 0: a colour beside the word. 0 where there is one column. */
  series: number;
  /** The first row of a group, after another group. */
  apart: boolean;
}

/** Labels from one grouping column, or from two: the outer's name then stands at the first row of its group only. */
export function rowLabels(rows: readonly Row[], columns: readonly ColumnMeta[], wording: Wording): RowLabel[] {
  const [outer, ...inner] = columns;
  if (outer === undefined) return rows.map(() => ({ text: wording.t("chart.all"), series: 0, apart: false }));
  const words = (row: Row, column: ColumnMeta) => {
    const value = row[column.name] ?? null;
    return value === null ? wording.t("chart.all") : wording.cell(column, value);
  };
  if (inner.length === 0) return rows.map((row) => ({ text: words(row, outer), series: 0, apart: false }));
  const series = [...new Set(rows.map((row) => row[inner[0]?.name ?? ""]))];
  return rows.map((row, index) => {
    const isFirst = index === 0 || rows[index - 1]?.[outer.name] !== row[outer.name];
    const rest = inner.map((column) => words(row, column)).join(", ");
    return {
      text: isFirst ? `${words(row, outer)} · ${rest}` : rest,
      series: series.indexOf(row[inner[0]?.name ?? ""]),
      apart: isFirst && index > 0,
    };
  });
}

/** The grouping columns: those that the chart names (`y`, then `color` within it), else all with the role `by`. */
export function groupColumns(figure: Figure): ColumnMeta[] {
  const named = ["y", "color"].flatMap((name) => findColumn(figure, figure.meta.chart?.channels[name]) ?? []);
  return named.length > 0 ? [...new Set(named)] : figure.meta.columns.filter((column) => column.role === "by");
}
