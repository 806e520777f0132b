import type { Denominator, FigureRequest, IndicatorEntry, Json } from "../../electron/contract.ts";
import type { PageScope } from "../scope.ts";
import { trendDays } from "../trend-days.ts";

const unknownRules = ["not_reached", "excluded", "bounds"] as const;

/** What an opened indicator asks for, all in one call. Names: `own`, `by`, `on.<denominator>`, `at.<day>`, … */
export function openedRequests(entry: IndicatorEntry, scope: PageScope): Record<string, FigureRequest> {
  const indicator = entry.name;
  const requests: Record<string, FigureRequest> = { own: { indicator } };
  for (const denominator of comparedDenominators(entry)) {
    if (denominator !== entry.denominator) requests[`on.${denominator}`] = { indicator, denominator };
  }
  if (entry.breakdowns.length > 0) requests.by = { indicator, by: entry.breakdowns, margins: "each" };
  for (const cutoff of trendDays(scope)) requests[`at.${cutoff}`] = { indicator, cutoff };
  // A draft is a question of one's own, which the steering room does not answer.
  if (entry.kind === "share" && scope.room !== "steering") {
    for (const unknown of unknownRules) {
      requests[`unknown.${unknown}`] = { indicator, draft: { ...fieldsOf(entry.definition), unknown } };
    }
  }
  if (concernsPersons(entry)) requests.flow = { view: "participant_flow" };
  return requests;
}

/** The denominators that make sense for what the numerator asks, from the narrowest to the widest, the own one among them. */
export function comparedDenominators({ kind, denominator, definition }: IndicatorEntry): Denominator[] {
  if (kind !== "share") return [];
  const { numerator } = fieldsOf(definition);
  const asks = (key: string) => JSON.stringify(numerator ?? null).includes(`"${key}":`);
  const isOfRecords = asks("exit_reason") || asks("outcome");
  const isOfAnswers = asks("answer") || asks("score");
  const sensible: Denominator[] =
    asks("followup") && !isOfRecords && !isOfAnswers
      ? ["reached", "due", "exited", "enrolled"]
      : isOfAnswers && !isOfRecords
        ? ["respondents", "exited", "enrolled"]
        : ["exited_known", "exited", "enrolled"];
  return sensible.includes(denominator) ? sensible : [denominator, ...sensible];
}

/** Whether the flow of participants says where the indicator's base comes from. Milestones and contacts are no persons. */
function concernsPersons({ kind, definition }: IndicatorEntry): boolean {
  const { count } = fieldsOf(definition);
  return kind === "share" || (kind === "count" && (count === "persons" || count === "enrolments"));
}

/** A definition's fields by name. Definitions are objects; anything else has none. */
export function fieldsOf(definition: Json): { [key: string]: Json } {
  return typeof definition === "object" && definition !== null && !Array.isArray(definition) ? definition : {};
}
