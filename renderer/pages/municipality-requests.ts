import type { FigureRequest, IndicatorEntry } from "../../electron/contract.ts";
import type { PageScope } from "../scope.ts";
import type { Measure } from "./municipalities-measures.ts";

/**
 * What one municipality's page asks for. The indicators are asked as the comparison asks them, and of the answer one row is
 * read, so that both pages show, and protect, the same numbers. Names: `all`, `people`, `flow`, `exits`, `inflow`, `change`, `own.<indicator>`.
 */
export function municipalityRequests(
  code: string,
  indicators: readonly IndicatorEntry[],
  measure: Measure | undefined,
  scope: PageScope,
): Record<string, FigureRequest> {
  const selection = JSON.stringify({ ...scope.request.selection, municipality: [code] });
  const requests: Record<string, FigureRequest> = {
    people: { view: "participants_by_sex", params: { selection } },
    flow: { view: "participant_flow", params: { selection } },
    exits: { view: "exit_reasons", params: { selection } },
    inflow: { view: "inflow", params: { selection } },
    change: { view: "kasam_change", params: { selection } },
  };
  if (measure !== undefined) requests.all = measure.units();
  for (const { name, kind } of indicators) {
    requests[`own.${name}`] =
      kind === "count" ? { indicator: name, by: ["municipality"] } : { indicator: name, compare: "municipality" };
  }
  return requests;
}
