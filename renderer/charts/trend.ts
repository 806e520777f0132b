import { areaY, axisY, dot, gridY, lineY, type PlotOptions, ruleX, ruleY, text } from "@observablehq/plot";
import type { Wording } from "../wording.ts";
import { type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import { dayAxis } from "./day-axis.ts";
import type { IntervalRow } from "./interval-rows.ts";
import { textWidth } from "./measure.ts";
import { type PromisedTarget, targetWords } from "./targets.ts";

/** What was known on a day. */
export interface TrendPoint extends IntervalRow {
  day: Date;
}

/** One estimate looked back at from several days, each with its interval, and the targets as lines. */
export function drawTrend(points: readonly TrendPoint[], context: ChartContext): Drawing {
  const shown = points.filter((point) => point.state === "shown" && point.estimate !== null);
  return { options: trendOptions(points, shown, context), summary: trendSummary(points, context) };
}

function trendOptions(points: readonly TrendPoint[], shown: TrendPoint[], context: ChartContext): PlotOptions {
  const { width, fontSize, palette, wording } = context;
  const share = shown.some((point) => point.share);
  const targets = shown.at(-1)?.targets ?? [];
  const names = targets.map((target) => targetWords(target, wording));
  const value = (number: number) => (share ? wording.format.share(number) : wording.format.decimal(number));
  const most = Math.max(1, ...shown.map((point) => point.upper ?? point.estimate ?? 0), ...targets.map((t) => t.value));
  const least = Math.min(0, ...shown.map((point) => point.lower ?? point.estimate ?? 0));
  const cutoff = context.cutoff === null ? undefined : shown.find((point) => dayOf(point.day) === context.cutoff);
  const last = shown.at(-1);
  const first = points[0]?.day ?? new Date(0);
  const end = points.at(-1)?.day ?? new Date(1);
  // A hidden day breaks line and band: a line through it would guess at it.
  const line = points
    .filter((point) => point.state === "hidden" || shown.includes(point))
    .map((point) => (point.state === "hidden" ? { ...point, estimate: null, lower: null, upper: null } : point));
  const band = line.filter((point) => point.state === "hidden" || (point.lower !== null && point.upper !== null));
  return {
    width,
    height: Math.ceil(fontSize * 18),
    marginLeft: fontSize * 3.6,
    marginRight: Math.ceil(Math.max(fontSize * 4, ...names.map((name) => textWidth(name, fontSize) + fontSize))),
    marginTop: fontSize * 1.4,
    marginBottom: fontSize * 2.4,
    style: { fontSize: `${fontSize}px` },
    x: { type: "utc", domain: [first, end] },
    y: { domain: share ? [0, 1] : [least, most], ...(share ? {} : { nice: true }) },
    marks: [
      gridY({ stroke: palette.line, strokeOpacity: 1, ticks: 5 }),
      axisY({ ticks: 5, tickSize: 0, label: null, fill: palette.muted, tickFormat: value }),
      ...dayAxis(first, end, context),
      areaY(band, { x: "day", y1: "lower", y2: "upper", fill: palette.interval, fillOpacity: 0.6 }),
      ...targets.map((target, index) =>
        ruleY([target.value], {
          stroke: palette.target,
          strokeWidth: 1.6,
          strokeDasharray: index === 0 ? "none" : "3 3",
        }),
      ),
      text(apart(targets, fontSize / (fontSize * 14)), {
        y: "at",
        text: (_: unknown, index: number) => names[index] ?? "",
        frameAnchor: "right",
        textAnchor: "start",
        dx: fontSize * 0.5,
        fill: palette.target,
        fontWeight: 600,
      }),
      ...(cutoff === undefined
        ? []
        : [ruleX([cutoff], { x: "day", stroke: palette.target, strokeDasharray: "2 4", strokeWidth: 1.2 })]),
      text(shown.length === 0 && points.length > 0 ? [noneWords(points, wording)] : [], {
        text: (words: string) => words,
        frameAnchor: "middle",
        fill: palette.faint,
      }),
      text(
        points.filter((point) => point.state === "hidden"),
        { x: "day", text: () => wording.glyph, frameAnchor: "bottom", dy: -fontSize * 0.3, fill: palette.faint },
      ),
      lineY(line, { x: "day", y: "estimate", stroke: palette.main, strokeWidth: 2 }),
      dot(shown, {
        x: "day",
        y: "estimate",
        r: fontSize * 0.3,
        fill: (point: TrendPoint) => (point.lowPrecision ? palette.surface : palette.main),
        stroke: (point: TrendPoint) => (point.lowPrecision ? palette.main : palette.surface),
        strokeWidth: 1.6,
        title: (point: TrendPoint) => pointWords(point, context),
      }),
      text(
        [cutoff ?? last].filter((point) => point !== undefined),
        {
          x: "day",
          y: "estimate",
          text: (point: TrendPoint) => value(point.estimate ?? 0),
          lineAnchor: "bottom",
          dy: -fontSize * 0.8,
          fill: palette.ink,
          fontWeight: 600,
          stroke: palette.surface,
          strokeWidth: 4,
        },
      ),
    ],
  };
}

/** Names of targets that lie close are moved apart, so that none covers another; `part` of the axis is a line of text. */
function apart(targets: readonly PromisedTarget[], part: number): { at: number }[] {
  const placed = targets.map((target) => ({ at: target.value, share: target.share }));
  const order = [...placed].sort((a, b) => a.at - b.at);
  order.forEach((label, index) => {
    const below = order[index - 1];
    if (below !== undefined && label.share) label.at = Math.max(label.at, below.at + part * 1.3);
  });
  return placed;
}

function pointWords(point: TrendPoint, { wording }: ChartContext): string {
  const { format, t } = wording;
  const day = format.date(point.day);
  if (point.state === "hidden") return `${day}: ${t("summary.hidden_short")}`;
  if (point.estimate === null) return `${day}: ${t("chart.nobody")}`;
  const number = point.share ? format.share(point.estimate) : format.decimal(point.estimate);
  const outOf =
    point.share && point.count !== null && point.base !== null
      ? t("summary.out_of", { outOf: format.outOf(point.count, point.base) })
      : "";
  return `${day}: ${number}${outOf}`;
}

function trendSummary(points: readonly TrendPoint[], context: ChartContext): string {
  const { t } = context.wording;
  return points.length === 0 ? t("summary.no_rows") : `${points.map((each) => pointWords(each, context)).join("; ")}.`;
}

/** Why no day has a number. */
function noneWords(points: readonly TrendPoint[], wording: Wording): string {
  return points.some((point) => point.state === "hidden") ? hiddenWords(wording) : wording.t("chart.nobody");
}

function dayOf(day: Date): string {
  return day.toISOString().slice(0, 10);
}
