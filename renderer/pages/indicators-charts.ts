import type { IndicatorEntry } from "../../electron/contract.ts";
import type { ChartContext, Drawing } from "../charts/chart.ts";
import { groupedChart } from "../charts/grouped.ts";
import { drawIntervals } from "../charts/interval.ts";
import { type IntervalRow, readIntervals } from "../charts/interval-rows.ts";
import { drawTrend, type TrendPoint } from "../charts/trend.ts";
import type { Draw } from "../figure.tsx";
import { seenFigures } from "../seen-figures.ts";
import type { Figure } from "../table.ts";
import type { Wording } from "../wording.ts";
import { comparedDenominators } from "./indicators-requests.ts";

export type OpenedFigures = Readonly<Record<string, Figure | undefined>>;

/** The figures that the denominators' chart stands on, by name, from the narrowest to the widest. */
export function denominatorNames(entry: IndicatorEntry): string[] {
  return comparedDenominators(entry).map((name) => (name === entry.denominator ? "own" : `on.${name}`));
}

/** One indicator on each denominator that makes sense. */
export function drawDenominators(figures: OpenedFigures, entry: IndicatorEntry): Draw {
  return (context, see) => {
    const seen = seenFigures(figures, see);
    const rows = comparedDenominators(entry).flatMap((name) => {
      const figure = seen[name === entry.denominator ? "own" : `on.${name}`];
      return whole(figure, context.wording).map((row) => ({
        ...row,
        label: context.wording.code("denominator", name),
      }));
    });
    return drawIntervals(rows, context);
  };
}

/** The groups under the whole that they are parts of; counts as bars with their targets. */
export function drawBreakdown(own: Figure, groups: Figure, entry: IndicatorEntry): Draw {
  if (entry.kind === "count") return (context, see) => drawCounts(see(groups), context);
  return (context, see) =>
    drawIntervals(
      [
        ...whole(see(own), context.wording).map((row) => ({ ...row, label: context.wording.t("chart.all") })),
        ...readIntervals(see(groups), context.wording).map((row, index) => ({ ...row, apart: index === 0 })),
      ],
      context,
    );
}

function drawCounts(figure: Figure, context: ChartContext): Drawing {
  const chart = { kind: "grouped", channels: { x: "k", target: "target" } };
  return groupedChart({ ...figure, meta: { ...figure.meta, chart } }, context);
}

/** What was known on each of the days. */
export function drawOverTime(figures: OpenedFigures, days: readonly string[]): Draw {
  return (context, see) =>
    drawTrend(
      days.flatMap((day): TrendPoint[] =>
        whole(seenFigures(figures, see)[`at.${day}`], context.wording).map((row) => ({
          ...row,
          // Nobody to count is no nought.
          ...(row.base === 0 ? { estimate: null, lower: null, upper: null } : {}),
          day: new Date(`${day}T00:00:00Z`),
        })),
      ),
      context,
    );
}

/** The same estimate under each rule for those whose result is unknown. */
export function drawUnknown(figures: OpenedFigures): Draw {
  return ({ wording, ...context }, see) => {
    const { t } = wording;
    const seen = seenFigures(figures, see);
    const asNo = whole(seen["unknown.not_reached"], wording);
    const without = whole(seen["unknown.excluded"], wording);
    return drawIntervals(
      [
        ...asNo.map((row) => ({ ...row, label: t("indicators.unknown_no") })),
        ...without.map((row) => ({ ...row, label: t("indicators.unknown_left_out") })),
        ...asYes(seen["unknown.bounds"], wording).map((row) => ({ ...row, label: t("indicators.unknown_yes") })),
      ],
      { wording, ...context },
    );
  };
}

function whole(figure: Figure | undefined, wording: Wording): IntervalRow[] {
  return figure === undefined || figure.meta.fault !== undefined ? [] : readIntervals(figure, wording);
}

/** All unknown as yes. The engine's interval goes from one bound's lower limit to the other's upper: only that end is this one's. */
function asYes(figure: Figure | undefined, wording: Wording): IntervalRow[] {
  if (figure === undefined || figure.meta.fault !== undefined) return [];
  const high = figure.data.getChild("bound_high")?.get(0);
  const unknown = figure.data.getChild("unknown")?.get(0);
  if (typeof high !== "number" || typeof unknown !== "number") return [];
  return readIntervals(figure, wording).map((row) => ({
    ...row,
    estimate: high,
    lower: high,
    count: row.count === null ? null : row.count + unknown,
    targets: row.targets.map((target) => ({ ...target, attained: null })),
  }));
}
