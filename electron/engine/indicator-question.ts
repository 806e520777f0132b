import type { Denominator, IndicatorRequest, Scope, Selection } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import type { IndicatorQuestion } from "./indicator-context.ts";
import { type Breakdown, breakdowns, denominators, type IndicatorDefinition } from "./indicator-definition.ts";
import { readsAnswers } from "./indicator-reads.ts";

/** Columns of `known_enrolment` that a reader may select on. */
const selectable = [
  "municipality",
  "sex",
  "age_band",
  "foreign_born",
  "foreign_background",
  "disability",
  "education",
  "inflow_route",
  "target_group",
  "status_at_start",
  "income_at_start",
];

/**
 * Settles what is asked: the request's own cut-off wins over the page's, that over the definition's, and `as_of` is the
 * last. Throws a Refusal for a column that nothing can be grouped by or selected on, and for a denominator that the
 * indicator cannot have.
 */
export function questionOf(
  definition: IndicatorDefinition,
  request: Omit<IndicatorRequest, "indicator">,
  scope: Omit<Scope, "programme">,
  asOf: string,
): IndicatorQuestion {
  const own = definition.cutoff === "as_of" ? asOf : definition.cutoff;
  return {
    by: (request.by ?? []).map(breakdownOf),
    denominator: denominatorOf(definition, request.denominator ?? definition.denominator),
    cutoff: day(request.cutoff ?? scope.cutoff ?? own),
    selection: selectionOf(scope.selection ?? {}),
    margins: request.margins ?? false,
  };
}

function breakdownOf(column: string, index: number, all: readonly string[]): Breakdown {
  const known = breakdowns.find((each) => each === column);
  if (known && all.indexOf(column) === index) return known;
  throw new Refusal("unknown_breakdown", {
    sv: `Det går inte att dela upp på "${column}". Välj bland ${breakdowns.join(", ")}, var och en högst en gång.`,
    en: `It is not possible to break down by "${column}". Choose among ${breakdowns.join(", ")}, each once at most.`,
  });
}

function denominatorOf(definition: IndicatorDefinition, denominator: string): Denominator {
  const known = denominators.find((each) => each === denominator);
  const surveys = known === "respondents" || known === "pairs";
  const fits =
    definition.kind === "share"
      ? known !== "pairs" && (known !== "respondents" || readsAnswers(definition.numerator))
      : known === definition.denominator || (definition.kind === "count" && !surveys);
  if (known && fits) return known;
  throw new Refusal("unknown_denominator", {
    sv: `Indikatorn "${definition.indicator}" kan inte räknas på nämnaren "${denominator}". Dess egen är "${definition.denominator}".`,
    en: `The indicator "${definition.indicator}" cannot be computed on the denominator "${denominator}". Its own is "${definition.denominator}".`,
  });
}

function selectionOf(selection: Selection): Selection {
  const unknown = Object.keys(selection).find((column) => !selectable.includes(column));
  if (unknown === undefined) return selection;
  throw new Refusal("unknown_selection", {
    sv: `Det går inte att välja på "${unknown}". Välj bland ${selectable.join(", ")}.`,
    en: `It is not possible to select on "${unknown}". Choose among ${selectable.join(", ")}.`,
  });
}

function day(text: string): string {
  const known = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  if (known && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)) return text;
  throw new Refusal("no_date", {
    sv: `"${text}" är inget datum. Skriv det som 2022-10-01.`,
    en: `"${text}" is not a date. Write it as 2022-10-01.`,
  });
}
