import type { FigureRequest, TableWindow } from "../../electron/contract.ts";
import type { PageScope } from "../scope.ts";
import { trendDays } from "../trend-days.ts";
import type { Measure } from "./municipalities-measures.ts";

/** In which order municipalities stand. By result only when asked for: it reads as a ranking, which they are too small for. */
export const orders = ["name", "size", "result"] as const;
export type Order = (typeof orders)[number];

export type ComparedFigure = "units" | "whole";

export function comparisonRequests(measure: Measure, order: Order): Record<ComparedFigure, FigureRequest> {
  return { units: measure.units(windowOf(measure, order)), whole: measure.whole };
}

/** Each day's municipalities, with the whole as a margin. Of an indicator only. */
export function overTimeRequests({ indicator }: Measure, scope: PageScope): Record<string, FigureRequest> {
  if (indicator === null) return {};
  return Object.fromEntries(
    namedDays(scope).map((cutoff) => [
      cutoff,
      { indicator: indicator.name, by: ["municipality"], margins: true, cutoff } satisfies FigureRequest,
    ]),
  );
}

/** The days that the programme names, and where those are too few to see a course, days at even distances too. */
export function namedDays(scope: PageScope): string[] {
  const { programme, asOf, cutoff } = scope;
  if (programme === undefined || asOf === null) return [];
  const own = [...programme.cutoffs.map(({ on }) => on), asOf, ...(cutoff === null ? [] : [cutoff])];
  const days = [...new Set(own)].filter((day) => day <= asOf).sort();
  return days.length >= 3 ? days : trendDays(scope);
}

/** The engine sorts; by name is its own order. */
function windowOf({ size, result }: Measure, order: Order): TableWindow | undefined {
  if (order === "name") return undefined;
  return { sort: [{ column: order === "size" ? size : result, descending: true }] };
}
