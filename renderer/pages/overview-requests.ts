import type { FigureRequest, IndicatorEntry } from "../../electron/contract.ts";
import type { PageScope } from "../scope.ts";

/** What the overview asks for, by the name that it uses for the answer. */
export type OverviewFigure =
  | "own"
  | "known"
  | "enrolled"
  | "enrolledAtEnd"
  | "bySex"
  | "byMunicipality"
  | "reasons"
  | "flow"
  | "inflow"
  | "sexes"
  | "months";

/** The figures of a programme's overview. An indicator that does not divide so is not asked to. */
export function overviewRequests(
  indicator: IndicatorEntry | undefined,
  scope: PageScope,
): Partial<Record<OverviewFigure, FigureRequest>> {
  // Movements after the cut-off are shown beside it, so that the reader sees what it leaves out.
  const atEnd: { cutoff?: string } = scope.asOf === null ? {} : { cutoff: scope.asOf };
  return {
    ...(indicator === undefined ? {} : indicatorRequests(indicator, scope, atEnd)),
    reasons: { view: "exit_reasons" },
    flow: { view: "participant_flow" },
    inflow: { view: "inflow" },
    months: { view: "enrolments_and_exits", params: { ...atEnd } },
    sexes: { view: "participants_by_sex" },
  };
}

function indicatorRequests(
  { name, kind, denominator, breakdowns }: IndicatorEntry,
  scope: PageScope,
  atEnd: { cutoff?: string },
): Partial<Record<OverviewFigure, FigureRequest>> {
  const requests: Partial<Record<OverviewFigure, FigureRequest>> = { own: { indicator: name } };
  if (kind === "share" && denominator === "exited") {
    requests.known = { indicator: name, denominator: "exited_known" };
    requests.enrolled = { indicator: name, denominator: "enrolled" };
    if (scope.cutoff !== scope.asOf) requests.enrolledAtEnd = { indicator: name, denominator: "enrolled", ...atEnd };
  }
  if (breakdowns.includes("sex")) requests.bySex = { indicator: name, by: ["sex"] };
  const municipalities = scope.request.selection?.municipality ?? scope.programme?.municipalities ?? [];
  if (breakdowns.includes("municipality") && municipalities.length > 1) {
    requests.byMunicipality = { indicator: name, by: ["municipality"] };
  }
  return requests;
}
