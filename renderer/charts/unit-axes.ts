import { axisX, axisY, gridX, type Markish, ruleX, text } from "@observablehq/plot";
import type { ChartContext } from "./chart.ts";
import { labelWrap } from "./measure.ts";

/** What is behind units that stand one to a line: a quiet grid, values below, names at the left. */
export function unitAxes(
  labels: readonly string[],
  { fontSize, palette }: ChartContext,
  { marginLeft, tickFormat }: { marginLeft: number; tickFormat: (value: number) => string },
): Markish[] {
  return [
    gridX({ stroke: palette.line, strokeOpacity: 1, ticks: 5 }),
    axisX({
      ticks: 5,
      tickSize: 0,
      tickPadding: fontSize * 0.6,
      label: null,
      fill: palette.muted,
      tickFormat,
    }),
    axisY([...labels.keys()], {
      tickSize: 0,
      tickPadding: fontSize * 0.8,
      label: null,
      fill: palette.ink,
      ...labelWrap(labels, fontSize, marginLeft),
      tickFormat: (_: unknown, index: number) => labels[index] ?? "",
    }),
  ];
}

/** The value that units are held against, with its name above; nothing where there is none. */
export function unitReference(value: number | null, words: string, { fontSize, palette }: ChartContext): Markish[] {
  const values = value === null ? [] : [value];
  return [
    ruleX(values, { stroke: palette.ink, strokeWidth: 1.2 }),
    text(values, {
      x: Number,
      text: () => words,
      frameAnchor: "top",
      lineAnchor: "bottom",
      dy: -fontSize * 0.4,
      fill: palette.ink,
      fontWeight: 600,
    }),
  ];
}
