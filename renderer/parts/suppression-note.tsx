import { hidesAny } from "../table.ts";
import type { NamedFigure } from "../united.ts";
import { type LegendState, SuppressionLegend } from "./suppression-legend.tsx";

/** Below a chart: what its sign of a hidden number means, where it has any. */
export function SuppressionNote({ figures }: { figures: readonly NamedFigure[] }) {
  const states = new Set<LegendState>();
  if (figures.some(({ figure }) => hidesAny(figure))) states.add("hidden");
  if (figures.some(({ figure }) => (figure.marks?.size ?? 0) > 0)) states.add("marked");
  return <SuppressionLegend states={states} />;
}
