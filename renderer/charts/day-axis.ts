import { axisX, type Markish } from "@observablehq/plot";
import type { ChartContext } from "./chart.ts";

/** Names the years that begin between the first day and the last, or where none does, the months of both. */
export function dayAxis(first: Date, last: Date, { fontSize, palette, wording }: ChartContext): Markish[] {
  const look = { tickSize: 0, tickPadding: fontSize * 0.7, label: null, fill: palette.muted };
  if (first.getUTCFullYear() !== last.getUTCFullYear()) {
    return [axisX({ ...look, ticks: "year", tickFormat: (day: Date) => String(day.getUTCFullYear()) })];
  }
  const month = (day: Date, textAnchor: "start" | "end") =>
    axisX([day], { ...look, textAnchor, tickFormat: (at: Date) => wording.format.month(at) });
  return first.getUTCMonth() === last.getUTCMonth()
    ? [month(last, "end")]
    : [month(first, "start"), month(last, "end")];
}
