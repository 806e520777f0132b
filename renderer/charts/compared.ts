import { ruleX } from "@observablehq/plot";
import type { ChartContext, Drawing } from "./chart.ts";
import type { ComparedRow } from "./comparison-rows.ts";
import { drawIntervals } from "./interval.ts";
import type { IntervalRow } from "./interval-rows.ts";

/** Units with their intervals below the programme that they are parts of, whose value is a line through them all. */
export function drawCompared(
  whole: IntervalRow | undefined,
  units: readonly ComparedRow[],
  context: ChartContext,
): Drawing {
  const rows = [
    ...(whole === undefined ? [] : [whole]),
    ...units.map((row, index) => ({ ...row, apart: index === 0 })),
  ];
  const drawing = drawIntervals(rows, context);
  if (whole?.estimate == null) return drawing;
  const { palette } = context;
  const line = ruleX([whole.estimate], { stroke: palette.muted, strokeWidth: 1.2, strokeDasharray: "1 3" });
  return { ...drawing, options: { ...drawing.options, marks: [...(drawing.options.marks ?? []), line] } };
}
