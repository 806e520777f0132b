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

interface Step {
  label: string;
  count: number | null;
  /** How many of the step before are not here; null where the table does not say. */
  dropped: number | null;
  droppedState: CellState;
  state: CellState;
  /** Follows the number. */
  mark: string;
}

/** Persons step by step, with how many fell away at each. */
export function flowChart(figure: Figure, context: ChartContext): Drawing {
  const steps = readSteps(figure, context);
  return { options: flowOptions(steps, context), summary: flowSummary(steps, context) };
}

function readSteps(figure: Figure, { wording }: ChartContext): Step[] {
  const count = channel(figure, "x", "count") ?? channel(figure, "x", "base");
  const dropped = channel(figure, "dropped");
  const rows = readRows(figure);
  const labels = rowLabels(rows, groupColumns(figure), wording);
  return rows.map((row, index) => ({
    label: labels[index]?.text ?? "",
    count: count === undefined ? null : numeric(row[count.name]),
    dropped: dropped === undefined ? null : numeric(row[dropped.name]),
    droppedState: cellState(row, dropped),
    state: cellState(row, count),
    mark: markWords(figure, index, [count, dropped]),
  }));
}

function flowOptions(steps: Step[], context: ChartContext): PlotOptions {
  const { fontSize, palette } = context;
  const numbers = steps.map((step, place) => stepWords(step, steps[place - 1], context));
  const most = Math.max(0, ...steps.map((step) => step.count ?? 0));
  return horizontalOptions({ labels: steps.map((step) => step.label), numbers, most, rowHeight: 2.1 }, context, [
    barX(steps, {
      x1: 0,
      x2: (step: Step) => step.count ?? 0,
      y: rowIndex,
      fill: palette.main,
      // The further on, the fuller: the order is seen without reading.
      fillOpacity: { value: (_: Step, index: number) => 0.3 + (0.7 * (index + 1)) / steps.length, scale: null },
      r: 2,
    }),
    text(steps, {
      x: (step: Step) => step.count ?? 0,
      y: rowIndex,
      text: numbers,
      textAnchor: "start",
      dx: fontSize * 0.6,
      fill: palette.muted,
    }),
  ]);
}

function stepWords(step: Step, before: Step | undefined, { wording }: ChartContext): string {
  if (step.state === "hidden") return hiddenWords(wording);
  if (step.count === null) return wording.t("chart.unknown");
  const count = `${wording.format.count(step.count)}${step.mark}`;
  // Where the step before is hidden, it says itself that how many were lost is.
  if (step.droppedState === "hidden") return before?.state === "hidden" ? count : `${count}  (−${wording.glyph})`;
  return step.dropped ? `${count}  (−${wording.format.count(step.dropped)})` : count;
}

function flowSummary(steps: readonly Step[], { wording }: ChartContext): string {
  const { t, format } = wording;
  const parts = steps.map((step) => {
    if (step.state === "hidden") return `${step.label}: ${t("summary.hidden_short")}`;
    if (step.count === null) return `${step.label}: ${t("chart.unknown")}`;
    if (step.droppedState === "hidden")
      return `${step.label} ${format.count(step.count)} (${t("summary.dropped_hidden")})`;
    const dropped = step.dropped ? ` (${t("summary.dropped", { dropped: format.count(step.dropped) })})` : "";
    return `${step.label} ${format.count(step.count)}${dropped}`;
  });
  return parts.length === 0 ? t("summary.no_rows") : `${parts.join("; ")}.`;
}
