import { axisX, axisY, dot, gridX, type Markish, type PlotOptions, ruleY, text } from "@observablehq/plot";
import type { Figure } from "../table.ts";
import { type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import { type IntervalRow, type PlacedRow, placeRows, readIntervals } from "./interval-rows.ts";
import { intervalSummary } from "./interval-summary.ts";
import { ownTargets, targetMarks } from "./interval-targets.ts";
import { labelMargin, labelWrap, textWidth } from "./measure.ts";
import { seriesColor } from "./palette.ts";
import { targetWords } from "./targets.ts";

const right = { frameAnchor: "right", textAnchor: "start" } as const;
const shareTicks = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Estimates with their 95 % intervals, targets as lines, and `k of n` at the right. */
export function intervalChart(figure: Figure, context: ChartContext): Drawing {
  return drawIntervals(readIntervals(figure, context.wording), context);
}

/** The same from rows of several tables, such as one indicator on several denominators. */
export function drawIntervals(rows: readonly IntervalRow[], context: ChartContext): Drawing {
  return { options: intervalOptions(placeRows(rows), context), summary: intervalSummary(rows, context.wording) };
}

function intervalOptions(rows: PlacedRow[], context: ChartContext): PlotOptions {
  const { width, fontSize, palette } = context;
  const share = rows.some((row) => row.share);
  const labels = rows.map((row) => row.label);
  const outOf = rows.map((row) =>
    [describeBase(row, context), ...ownWords(row, rows, context)].filter(Boolean).join(", "),
  );
  const values = rows.map((row) => describeValue(row, context));
  const valueWidth = Math.max(0, ...values.map((words) => textWidth(words, fontSize)));
  const marginLeft = labelMargin(labels, fontSize, width);
  const marginRight = Math.ceil(
    valueWidth + Math.max(0, ...outOf.map((words) => textWidth(words, fontSize))) + fontSize * 2.6,
  );
  const targets = targetMarks(rows, context);
  const marginTop = fontSize * (0.6 + 1.5 * targets.lines);
  const marginBottom = fontSize * 2.2;
  const last = rows.at(-1)?.at ?? 0;
  return {
    width,
    height: Math.ceil(marginTop + marginBottom + (last + 1) * fontSize * 2.35),
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    style: { fontSize: `${fontSize}px` },
    x: share ? { domain: [0, 1] } : { nice: true },
    y: { domain: [-0.5, last + 0.5], reverse: true },
    marks: [
      ...scaleMarks(rows, labels, marginLeft, share, context),
      ...targets.marks,
      ...estimateMarks(rows, context),
      text(rows, { y: "at", text: values, ...right, dx: fontSize, fill: palette.ink, fontWeight: 550 }),
      text(rows, { y: "at", text: outOf, ...right, dx: fontSize * 2.1 + valueWidth, fill: palette.muted }),
    ],
  };
}

function scaleMarks(
  rows: PlacedRow[],
  labels: string[],
  marginLeft: number,
  share: boolean,
  { fontSize, palette, wording }: ChartContext,
): Markish[] {
  const ticks = share ? { ticks: shareTicks } : {};
  return [
    gridX({ stroke: palette.line, strokeOpacity: 1, ...ticks }),
    axisX({
      ...ticks,
      tickSize: 0,
      tickPadding: fontSize * 0.6,
      label: null,
      fill: palette.muted,
      tickFormat: (value: number) => (share ? wording.format.share(value) : wording.format.decimal(value)),
    }),
    axisY(
      rows.map((row) => row.at),
      {
        tickSize: 0,
        tickPadding: fontSize * 0.8,
        label: null,
        fill: palette.ink,
        ...labelWrap(labels, fontSize, marginLeft),
        tickFormat: (_: unknown, index: number) => labels[index] ?? "",
      },
    ),
  ];
}

function estimateMarks(rows: PlacedRow[], { fontSize, palette, wording }: ChartContext): Markish[] {
  const shown = rows.filter((row) => row.state === "shown");
  const color = (row: IntervalRow) => (row.quiet ? palette.rest : seriesColor(palette, row.series));
  const quiet = shown.filter((row) => row.quiet);
  const interval = {
    y: "at",
    x1: "lower",
    x2: "upper",
    strokeOpacity: 0.85,
    strokeWidth: fontSize * 0.62,
    strokeLinecap: "round",
  } as const;
  return [
    ruleY(
      shown.filter((row) => !row.quiet),
      { ...interval, stroke: palette.interval },
    ),
    ...(quiet.length === 0 ? [] : [ruleY(quiet, { ...interval, stroke: palette.line })]),
    dot(shown, {
      y: "at",
      x: "estimate",
      r: fontSize * 0.42,
      // An estimate that is too uncertain to lean on is hollow: seen without colour.
      fill: (row: IntervalRow) => (row.lowPrecision ? palette.surface : color(row)),
      stroke: (row: IntervalRow) => (row.lowPrecision ? color(row) : palette.surface),
      strokeWidth: 1.8,
    }),
    text(
      rows.filter((row) => row.state !== "shown"),
      {
        y: "at",
        text: (row: IntervalRow) => (row.state === "hidden" ? hiddenWords(wording) : wording.t("chart.nobody")),
        frameAnchor: "left",
        dx: fontSize * 0.7,
        fill: palette.faint,
        // Words on the lines of the scale, which would strike them through.
        stroke: palette.surface,
        strokeWidth: fontSize * 0.4,
      },
    ),
  ];
}

function describeValue(row: IntervalRow, { wording }: ChartContext): string {
  if (row.state === "hidden" || row.estimate === null) return "";
  const value = row.share ? wording.format.share(row.estimate) : wording.format.decimal(row.estimate);
  return `${value}${row.mark}`;
}

function describeBase(row: IntervalRow, { wording }: ChartContext): string {
  if (row.count !== null && row.base !== null) return wording.format.outOf(row.count, row.base);
  if (row.state === "hidden") return "";
  return row.base === null ? "" : `n = ${wording.format.count(row.base)}`;
}

/** The row's own targets, whose ticks have no room for a name, and why it steps back. */
function ownWords(row: PlacedRow, rows: readonly PlacedRow[], { wording }: ChartContext): string[] {
  const targets = ownTargets(row, rows).map((target) => targetWords({ ...target, whose: "" }, wording));
  return row.quiet && row.state === "shown" ? [...targets, wording.t("chart.few")] : targets;
}
