import { areaY, axisY, dot, lineY, type PlotOptions, ruleY, text } from "@observablehq/plot";
import type { Wording } from "../wording.ts";
import { type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import { dayAxis } from "./day-axis.ts";
import type { IntervalRow } from "./interval-rows.ts";

/** What was known of one unit on one day. */
export interface MultiplePoint extends IntervalRow {
  day: Date;
}

/** One small chart of several that share their axes. */
export interface Multiple {
  label: string;
  points: readonly MultiplePoint[];
  /** Outside figures to compare with, as shares. */
  reference?: readonly { day: Date; value: number }[];
}

interface Place {
  fx: number;
  fy: number;
}

/**
 * A small chart for each unit over the same days, with the programme's course in grey behind each: every unit is compared with
 * the whole, none with its neighbour.
 */
export function drawMultiples(
  multiples: readonly Multiple[],
  whole: readonly MultiplePoint[],
  context: ChartContext,
): Drawing {
  const { width, fontSize, palette, wording } = context;
  const across = Math.max(1, Math.min(multiples.length, Math.floor(width / (fontSize * 17))));
  const down = Math.ceil(multiples.length / across);
  const share = [...whole, ...multiples.flatMap(({ points }) => points)].some((point) => point.share);
  const value = (number: number) => (share ? wording.format.share(number) : wording.format.decimal(number));
  const placed = multiples.map((multiple, index) => ({
    ...multiple,
    fx: index % across,
    fy: Math.floor(index / across),
  }));
  const line = (points: readonly MultiplePoint[], { fx, fy }: Place) =>
    brokenWhereHidden(points).map((p) => ({ ...p, fx, fy }));
  const points = placed.flatMap((multiple) => line(multiple.points, multiple));
  const behind = placed.flatMap((multiple) => line(whole, multiple));
  const shown = points.filter((point) => point.estimate !== null);
  const days = (whole.length === 0 ? points : whole).map(({ day }) => day).sort((a, b) => a.getTime() - b.getTime());
  const [first, last] = [days[0], days.at(-1)];
  const facet = { fx: "fx", fy: "fy", x: "day" } as const;
  const options: PlotOptions = {
    width,
    height: Math.ceil(fontSize * (11.5 * down + 2.5)),
    marginLeft: fontSize * 3.4,
    marginRight: fontSize * 1.2,
    marginTop: fontSize * 2,
    marginBottom: fontSize * 2.2,
    style: { fontSize: `${fontSize}px` },
    x: { type: "utc", ...(whole.length === 0 ? {} : { domain: [whole[0]?.day, whole.at(-1)?.day] as Date[] }) },
    y: share ? { domain: [0, 1] } : { nice: true },
    fx: { axis: null, padding: 0.12 },
    fy: { axis: null, padding: 0.32 },
    marks: [
      ruleY(share ? [0, 0.5, 1] : [0], { stroke: palette.line }),
      axisY({
        ...(share ? { ticks: [0, 0.5, 1] } : { ticks: 3 }),
        tickSize: 0,
        label: null,
        fill: palette.muted,
        tickFormat: value,
      }),
      ...(first === undefined || last === undefined ? [] : dayAxis(first, last, context)),
      areaY(points, {
        ...facet,
        z: (point: Place) => `${point.fx} ${point.fy}`,
        y1: "lower",
        y2: "upper",
        fill: palette.interval,
        fillOpacity: 0.55,
      }),
      lineY(behind, {
        ...facet,
        z: (point: Place) => `${point.fx} ${point.fy}`,
        y: "estimate",
        stroke: palette.rest,
        strokeWidth: 1.4,
      }),
      lineY(points, {
        ...facet,
        z: (point: Place) => `${point.fx} ${point.fy}`,
        y: "estimate",
        stroke: palette.main,
        strokeWidth: 2,
      }),
      dot(shown, {
        ...facet,
        y: "estimate",
        r: fontSize * 0.22,
        fill: palette.main,
        title: (point: MultiplePoint) => pointWords(point, wording),
      }),
      dot(
        placed.flatMap(({ reference = [], fx, fy }) => reference.map((each) => ({ ...each, fx, fy }))),
        { ...facet, y: "value", symbol: "diamond", r: fontSize * 0.34, fill: palette.target, stroke: palette.surface },
      ),
      text(
        points.filter((point) => point.state === "hidden"),
        { ...facet, text: () => wording.glyph, frameAnchor: "bottom", dy: -fontSize * 0.2, fill: palette.faint },
      ),
      text(placed, {
        fx: "fx",
        fy: "fy",
        text: "label",
        frameAnchor: "top-left",
        lineAnchor: "bottom",
        dy: -fontSize * 0.5,
        fill: palette.ink,
        fontWeight: 600,
      }),
      text(
        placed.filter((multiple) => multiple.points.every(({ state }) => state === "hidden")),
        {
          fx: "fx",
          fy: "fy",
          text: () => hiddenWords(wording),
          frameAnchor: "middle",
          fill: palette.faint,
          stroke: palette.surface,
          strokeWidth: fontSize * 0.4,
        },
      ),
    ],
  };
  const summary = placed.map(
    ({ label, points }) => `${label}: ${points.map((p) => pointWords(p, wording)).join("; ")}.`,
  );
  return { options, summary: summary.length === 0 ? wording.t("summary.no_rows") : summary.join(" ") };
}

/** A line through a hidden day would guess at it. Nobody to count is no nought. */
function brokenWhereHidden(points: readonly MultiplePoint[]): MultiplePoint[] {
  return points.map((point) =>
    point.state === "shown" && point.base !== 0 ? point : { ...point, estimate: null, lower: null, upper: null },
  );
}

function pointWords(point: MultiplePoint, { format, t }: Wording): string {
  const day = format.date(point.day);
  if (point.state === "hidden") return `${day} ${t("summary.hidden_short")}`;
  if (point.estimate === null || point.base === 0) return `${day} ${t("chart.nobody")}`;
  const number = point.share ? format.share(point.estimate) : format.decimal(point.estimate);
  const outOf =
    point.count === null || point.base === null
      ? ""
      : t("summary.out_of", { outOf: format.outOf(point.count, point.base) });
  return `${day} ${number}${outOf}`;
}
