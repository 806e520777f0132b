import { areaY, axisX, axisY, dot, gridY, lineY, type PlotOptions, ruleY, text } from "@observablehq/plot";
import { type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import type { ComparedRow, ComparedWhole } from "./comparison-rows.ts";
import { textWidth } from "./measure.ts";
import { placeLabels } from "./place-labels.ts";

interface FunnelPoint extends ComparedRow {
  base: number;
  estimate: number;
  funnel: NonNullable<ComparedRow["funnel"]>;
}

/** With more units than this only those outside their limits are named, and sizes are on a scale of powers; all are in the table. */
const mostNames = 16;

/** Of many units, those outside the limits are named as long as there is room for their names. */
const mostOutside = 24;

/**
 * Shares against how many they stand on, with the limits that chance alone keeps 95 and 99.8 of a hundred units within. The
 * limits are exact at each unit, and drawn straight from one to the next.
 */
export function drawFunnel(
  whole: ComparedWhole | undefined,
  units: readonly ComparedRow[],
  context: ChartContext,
): Drawing {
  const points = units.filter(isPoint);
  return { options: funnelOptions(whole, points, context), summary: funnelSummary(whole, units, context) };
}

function funnelOptions(whole: ComparedWhole | undefined, points: FunnelPoint[], context: ChartContext): PlotOptions {
  const { width, fontSize, palette, wording } = context;
  const { format, t } = wording;
  const scale = scales(points);
  const byBase = [...points].sort((a, b) => a.base - b.base);
  const last = byBase.at(-1);
  const value = whole?.value ?? null;
  const names = {
    programme: value === null ? "" : t("compare.programme_value", { value: format.share(value) }),
    within95: t("compare.limit_95"),
    within998: t("compare.limit_998"),
  };
  const marginLeft = fontSize * 3.6;
  const marginRight = Math.ceil(
    Math.max(...Object.values(names).map((name) => textWidth(name, fontSize))) + fontSize * 1.2,
  );
  const marginTop = fontSize;
  const marginBottom = fontSize * 3.4;
  const height = Math.ceil(fontSize * 25);
  const limits = { x: "base", curve: "linear" } as const;
  const sides = (level: "within95" | "within998") =>
    ([0, 1] as const).map((side) =>
      lineY(byBase, {
        ...limits,
        y: (point: FunnelPoint) => point.funnel[level][side],
        stroke: palette.muted,
        strokeWidth: 1,
        ...(level === "within998" ? { strokeDasharray: "4 3" } : {}),
      }),
    );
  const color = (point: FunnelPoint) => (point.quiet ? palette.rest : isOutside(point) ? palette.target : palette.main);
  return {
    width,
    height,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    style: { fontSize: `${fontSize}px` },
    x: { domain: scale.x, ...(scale.log ? { type: "log" } : {}) },
    y: { domain: scale.y },
    marks: [
      gridY({ stroke: palette.line, strokeOpacity: 1, ticks: 5 }),
      axisY({
        ticks: 5,
        tickSize: 0,
        label: null,
        fill: palette.muted,
        tickFormat: (share: number) => format.share(share),
      }),
      axisX({
        ticks: 6,
        tickSize: 0,
        tickPadding: fontSize * 0.6,
        fill: palette.muted,
        tickFormat: (count: number) => (Number.isInteger(count) ? format.count(count) : ""),
        label: t("compare.size_axis"),
        labelAnchor: "center",
        labelOffset: fontSize * 3,
        labelArrow: "none",
      }),
      areaY(byBase, {
        ...limits,
        y1: (point: FunnelPoint) => point.funnel.within95[0],
        y2: (point: FunnelPoint) => point.funnel.within95[1],
        fill: palette.interval,
        fillOpacity: 0.35,
      }),
      ...sides("within998"),
      ...sides("within95"),
      ruleY(value === null ? [] : [value], { stroke: palette.ink, strokeWidth: 1.2 }),
      ...limitNames(last, value, names, scale.y[1] - scale.y[0], context),
      dot(points, {
        x: "base",
        y: "estimate",
        r: fontSize * (scale.log ? 0.28 : 0.42),
        // A unit outside the limits is a diamond: seen without colour. One with too few is hollow.
        symbol: (point: FunnelPoint) => (isOutside(point) ? "diamond" : "circle"),
        fill: (point: FunnelPoint) => (point.quiet ? palette.surface : color(point)),
        stroke: (point: FunnelPoint) => (point.quiet ? palette.rest : palette.surface),
        strokeWidth: 1.6,
        title: (point: FunnelPoint) => pointWords(point, context),
      }),
      ...pointNames(points, scale, { width, height, marginLeft, marginRight, marginTop, marginBottom }, context),
      text(points.length === 0 ? [hiddenWords(wording)] : [], {
        text: String,
        frameAnchor: "middle",
        fill: palette.faint,
      }),
    ],
    symbol: { type: "identity" } as never,
  };
}

/** The limits and the programme are named where they end, at the right. */
function limitNames(
  last: FunnelPoint | undefined,
  value: number | null,
  names: { programme: string; within95: string; within998: string },
  span: number,
  { fontSize, palette }: ChartContext,
) {
  if (last === undefined || value === null) return [];
  const beside = { frameAnchor: "right", textAnchor: "start", dx: fontSize * 0.6 } as const;
  const line = span / 20.6;
  const upper95 = Math.max(last.funnel.within95[1], value + 1.3 * line);
  const upper998 = Math.max(last.funnel.within998[1], upper95 + 1.3 * line);
  return [
    text([value], { ...beside, y: Number, text: () => names.programme, fill: palette.ink, fontWeight: 600 }),
    text([upper95], { ...beside, y: Number, text: () => names.within95, fill: palette.muted }),
    text([upper998], { ...beside, y: Number, text: () => names.within998, fill: palette.muted }),
  ];
}

interface Scales {
  log: boolean;
  x: [number, number];
  y: [number, number];
}

/** Few units stand on the whole of both scales; many are brought near enough to be told apart. */
function scales(points: readonly FunnelPoint[]): Scales {
  const bases = points.map(({ base }) => base);
  const most = Math.max(10, ...bases) * 1.06;
  if (points.length <= mostNames) return { log: false, x: [0, most], y: [0, 1] };
  const shares = points.flatMap(({ estimate, funnel }) => [estimate, ...funnel.within998]);
  const y: [number, number] = [Math.max(0, Math.min(...shares) - 0.05), Math.min(1, Math.max(...shares) + 0.05)];
  return { log: true, x: [Math.max(1, Math.min(...bases)) * 0.9, most], y };
}

/** How far along a scale a value lies, from 0 to 1. */
function part(value: number, [from, to]: [number, number], log: boolean): number {
  return log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
}

/** All of few; of many those outside the limits, and where those are many too, only the farthest out. */
function namedPoints(points: readonly FunnelPoint[]): readonly FunnelPoint[] {
  if (points.length <= mostNames) return points;
  const outside = points.filter(isOutside);
  return outside.length <= mostOutside ? outside : points.filter(({ signal }) => signal === "outside_998");
}

interface Frame {
  width: number;
  height: number;
  marginLeft: number;
  marginRight: number;
  marginTop: number;
  marginBottom: number;
}

function pointNames(points: readonly FunnelPoint[], scale: Scales, frame: Frame, { fontSize, palette }: ChartContext) {
  const named = namedPoints(points);
  const inner = {
    width: frame.width - frame.marginLeft - frame.marginRight,
    height: frame.height - frame.marginTop - frame.marginBottom,
  };
  const places = placeLabels(
    named.map(({ base, estimate, label }) => ({
      x: frame.marginLeft + inner.width * part(base, scale.x, scale.log),
      y: frame.marginTop + inner.height * (1 - part(estimate, scale.y, false)),
      label,
    })),
    fontSize,
    frame.width - frame.marginRight,
  );
  return named.map((point, index) => {
    const { dy = 0, left = false } = places[index] ?? {};
    return text([point], {
      x: "base",
      y: "estimate",
      text: "label",
      textAnchor: left ? "end" : "start",
      dx: (left ? -1 : 1) * fontSize * 0.7,
      dy,
      fill: point.quiet ? palette.faint : palette.ink,
      fontWeight: isOutside(point) ? 650 : 450,
      stroke: palette.surface,
      strokeWidth: fontSize * 0.3,
    });
  });
}

function isPoint(row: ComparedRow): row is FunnelPoint {
  return row.state === "shown" && row.base !== null && row.estimate !== null && row.funnel !== null;
}

function isOutside({ signal }: ComparedRow): boolean {
  return signal === "outside_95" || signal === "outside_998";
}

function pointWords({ label, estimate, count, base, signal, tooFew }: ComparedRow, { wording }: ChartContext): string {
  const { format, t } = wording;
  const outOf = count === null || base === null ? "" : t("summary.out_of", { outOf: format.outOf(count, base) });
  const where = tooFew ? t("compare.too_few") : signal === null ? "" : t(`compare.signal_${signal}`);
  return `${label}: ${estimate === null ? "" : format.share(estimate)}${outOf}, ${where}`;
}

function funnelSummary(whole: ComparedWhole | undefined, units: readonly ComparedRow[], context: ChartContext): string {
  const { t, format } = context.wording;
  const hidden = units.filter((row) => !isPoint(row));
  if (hidden.length === units.length) return t("summary.hidden");
  const value = whole?.value ?? null;
  return [
    ...(value === null ? [] : [t("compare.programme_value", { value: format.share(value) })]),
    ...units.filter(isPoint).map((row) => pointWords(row, context)),
    ...hidden.map((row) => `${row.label}: ${t("summary.hidden_short")}`),
  ].join("; ");
}
