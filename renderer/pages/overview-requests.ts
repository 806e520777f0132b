import type { Denominator, FigureRequest, IndicatorEntry } from "../../electron/contract.ts";
import type { PageScope } from "../scope.ts";

/** What the overview asks for, by the name that it uses for the answer. */
export type OverviewFigure =
  | "own"
  | "exited"
  | "exited_known"
  | "enrolled"
  | "enrolledAtEnd"
  | "bySex"
  | "byMunicipality"
  | "reasons"
  | "flow"
  | "inflow"
  | "sexes"
  | "months";

/** The denominators that a share of participants can be counted on, from the narrowest to the widest. */
export const denominators = ["exited_known", "exited", "enrolled"] as const satisfies readonly Denominator[];

/** Whether the indicator is shown on several denominators beside each other. */
export function hasDenominators(indicator: IndicatorEntry): boolean {
  return indicator.kind === "share" && denominators.some((name) => name === indicator.denominator);
}

/** The figures of a programme's overview. An indicator that does not divide so is not asked to. */
export function overviewRequests(
  indicator: IndicatorEntry | undefined,
  scope: PageScope,
): Partial<Record<OverviewFigure, FigureRequest>> {
  return {
    ...(indicator === undefined ? {} : indicatorRequests(indicator, scope)),
    reasons: { view: "exit_reasons" },
    flow: { view: "participant_flow" },
    inflow: { view: "inflow" },
    // Movements after the cut-off are shown beside it, so that the reader sees what it leaves out.
    months: { view: "enrolments_and_exits", params: scope.asOf === null ? {} : { cutoff: scope.asOf } },
    sexes: { view: "participants_by_sex" },
  };
}

function indicatorRequests(entry: IndicatorEntry, scope: PageScope): Partial<Record<OverviewFigure, FigureRequest>> {
  const indicator = entry.name;
  const requests: Partial<Record<OverviewFigure, FigureRequest>> = { own: { indicator } };
  if (hasDenominators(entry)) {
    for (const denominator of denominators) {
      if (denominator !== entry.denominator) requests[denominator] = { indicator, denominator };
    }
    if (scope.asOf !== null && scope.cutoff !== scope.asOf) {
      requests.enrolledAtEnd = { indicator, denominator: "enrolled", cutoff: scope.asOf };
    }
  }
  if (entry.breakdowns.includes("sex")) requests.bySex = { indicator, by: ["sex"] };
  const municipalities = scope.request.selection?.municipality ?? scope.programme?.municipalities ?? [];
  if (entry.breakdowns.includes("municipality") && municipalities.length > 1) {
    requests.byMunicipality = { indicator, by: ["municipality"] };
  }
  return requests;
}
