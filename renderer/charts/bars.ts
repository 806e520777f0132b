import { barX, type PlotOptions, text } from "@observablehq/plot";
import { type Figure, readRows } from "../table.ts";
import {
  type CellState,
  type ChartContext,
  cellState,
  channel,
  type Drawing,
  groupColumns,
  hiddenWords,
  markWords,
  numeric,
  rowLabels,
} from "./chart.ts";
import { horizontalOptions, rowIndex } from "./horizontal.ts";

interface Bar {
  label: string;
  count: number | null;
  state: CellState;
  /** Drawn as the point of the chart; the others step back. */
  emphasised: boolean;
  /** Follows the number. */
  mark: string;
}

/** Counts by category as horizontal bars with their numbers, in the order of the table. */
export function barsChart(figure: Figure, context: ChartContext): Drawing {
  const bars = readBars(figure, context);
  return { options: barsOptions(bars, context), summary: barsSummary(bars, context) };
}

function readBars(figure: Figure, { wording }: ChartContext): Bar[] {
  const count = channel(figure, "x", "count");
  const emphasis = channel(figure, "emphasis");
  const rows = readRows(figure);
  const labels = rowLabels(rows, groupColumns(figure), wording);
  return rows.map((row, index) => ({
    label: labels[index]?.text ?? "",
    count: count === undefined ? null : numeric(row[count.name]),
    state: cellState(row, count),
    emphasised: emphasis === undefined || row[emphasis.name] === true,
    mark: markWords(figure, index, [count]),
  }));
}

function barsOptions(bars: Bar[], context: ChartContext): PlotOptions {
  const { fontSize, palette } = context;
  const numbers = bars.map((bar) => barWords(bar, context));
  const most = Math.max(0, ...bars.map((bar) => bar.count ?? 0));
  return horizontalOptions({ labels: bars.map((bar) => bar.label), numbers, most, rowHeight: 1.95 }, context, [
    barX(bars, {
      x1: 0,
      x2: (bar: Bar) => bar.count ?? 0,
      y: rowIndex,
      fill: (bar: Bar) => (bar.emphasised ? palette.main : palette.rest),
      r: 2,
    }),
    text(bars, {
      x: (bar: Bar) => bar.count ?? 0,
      y: rowIndex,
      text: numbers,
      textAnchor: "start",
      dx: fontSize * 0.55,
      fill: (bar: Bar) => (bar.state === "shown" ? palette.muted : palette.faint),
    }),
  ]);
}

function barWords(bar: Bar, { wording }: ChartContext): string {
  if (bar.state === "hidden") return hiddenWords(wording);
  return bar.count === null ? wording.t("chart.unknown") : `${wording.format.count(bar.count)}${bar.mark}`;
}

function barsSummary(bars: readonly Bar[], { wording }: ChartContext): string {
  const parts = bars.map((bar) => {
    if (bar.state === "hidden") return `${bar.label}: ${wording.t("summary.hidden_short")}`;
    if (bar.count === null) return `${bar.label}: ${wording.t("chart.unknown")}`;
    return `${bar.label} ${wording.format.count(bar.count)}`;
  });
  return parts.length === 0 ? wording.t("summary.no_rows") : `${parts.join("; ")}.`;
}
