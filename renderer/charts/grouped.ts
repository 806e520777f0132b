import { barX, type PlotOptions, text, tickX } from "@observablehq/plot";
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
import { horizontalOptions } from "./horizontal.ts";
import { seriesColor } from "./palette.ts";

interface Group {
  index: number;
  label: string;
  /** Which of the inner groups this is. */
  series: number;
  apart: boolean;
  count: number | null;
  /** Null where the programme has promised nothing for this group. */
  target: number | null;
  state: CellState;
  /** Follows the number. */
  mark: string;
}

/** Counts by group as bars, each with its target as a line across it. */
export function groupedChart(figure: Figure, context: ChartContext): Drawing {
  const groups = readGroups(figure, context);
  return { options: groupedOptions(groups, context), summary: groupedSummary(groups, context) };
}

function readGroups(figure: Figure, { wording }: ChartContext): Group[] {
  const count = channel(figure, "x", "count");
  const target = channel(figure, "target");
  const rows = readRows(figure);
  const labels = rowLabels(rows, groupColumns(figure), wording);
  return rows.map((row, index) => ({
    index,
    label: labels[index]?.text ?? "",
    series: labels[index]?.series ?? 0,
    apart: labels[index]?.apart ?? false,
    count: count === undefined ? null : numeric(row[count.name]),
    target: target === undefined ? null : numeric(row[target.name]),
    state: cellState(row, count),
    mark: markWords(figure, index, [count]),
  }));
}

function groupedOptions(groups: Group[], context: ChartContext): PlotOptions {
  const { fontSize, palette } = context;
  const numbers = groups.map((group) => groupWords(group, context));
  const most = Math.max(0, ...groups.flatMap((group) => [group.count ?? 0, group.target ?? 0]));
  const promised = groups.filter((group) => group.target !== null);
  const line = { x: "target", y: "index", insetTop: -2, insetBottom: -2 };
  const apart = groups.map((group) => group.apart);
  const rowHeight = apart.some(Boolean) ? 1.5 : 2.4;
  const labels = groups.map((group) => group.label);
  return horizontalOptions({ labels, numbers, most, rowHeight, apart }, context, [
    barX(groups, {
      x1: 0,
      x2: (group: Group) => group.count ?? 0,
      y: "index",
      fill: (group: Group) => seriesColor(palette, group.series),
      r: 2,
    }),
    // The ground around the line keeps it apart from the bar that it crosses.
    tickX(promised, { ...line, stroke: palette.surface, strokeWidth: 6 }),
    tickX(promised, { ...line, stroke: palette.target, strokeWidth: 2.4 }),
    text(groups, {
      y: "index",
      text: numbers,
      frameAnchor: "right",
      textAnchor: "start",
      dx: fontSize * 0.7,
      fill: palette.muted,
    }),
  ]);
}

function groupWords(group: Group, { wording }: ChartContext): string {
  const { t, format } = wording;
  const count =
    group.state === "hidden"
      ? hiddenWords(wording)
      : group.count === null
        ? t("chart.unknown")
        : `${format.count(group.count)}${group.mark}`;
  return group.target === null ? count : `${count} · ${t("chart.target")} ${format.count(group.target)}`;
}

function groupedSummary(groups: readonly Group[], context: ChartContext): string {
  const parts = groups.map((group) => `${group.label} ${groupWords(group, context)}`);
  return parts.length === 0 ? context.wording.t("summary.no_rows") : `${parts.join("; ")}.`;
}
