import type { Figure } from "../table.ts";
import { barsChart } from "./bars.ts";
import type { ChartContext, ChartKind, Drawing } from "./chart.ts";
import { flowChart } from "./flow.ts";
import { groupedChart } from "./grouped.ts";
import { intervalChart } from "./interval.ts";
import { mirrorChart } from "./mirror.ts";

const kinds: Record<string, ChartKind> = {
  interval: intervalChart,
  bars: barsChart,
  flow: flowChart,
  mirror: mirrorChart,
  grouped: groupedChart,
};

/** Draws a figure as its view asks; undefined where it asks for no chart or for one that is not known. */
export function drawFigure(figure: Figure, context: ChartContext): Drawing | undefined {
  return kinds[figure.meta.chart?.kind ?? ""]?.(figure, context);
}

export function hasChart(figure: Figure): boolean {
  return (figure.meta.chart?.kind ?? "") in kinds;
}
