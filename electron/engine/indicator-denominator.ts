import type { Denominator } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { leavesOf, readsOnlyAnswers } from "./indicator-reads.ts";

/** On which denominators an indicator makes sense: what is shown side by side, and what a reader may choose. */
export function denominatorsOf(definition: IndicatorDefinition): Denominator[] {
  if (definition.kind === "mean") return ["respondents"];
  if (definition.kind === "change") return ["pairs"];
  if (definition.kind === "milestone" || definition.count === "contacts") return [definition.denominator];
  const ofEnrolments: Denominator[] = ["enrolled", "exited", "exited_known", "due"];
  const followed = leavesOf(definition.numerator).some((leaf) => "followup" in leaf);
  return [
    ...ofEnrolments,
    ...(followed ? (["reached"] as const) : []),
    ...(readsOnlyAnswers(definition.numerator) ? (["respondents"] as const) : []),
  ];
}

export function checkDenominator(definition: IndicatorDefinition, denominator: Denominator): void {
  const possible = denominatorsOf(definition);
  if (possible.includes(denominator)) return;
  throw new Refusal("unknown_denominator", {
    sv: `Indikatorn "${definition.indicator}" kan inte räknas på nämnaren "${denominator}". Välj bland ${possible.join(", ")}.`,
    en: `The indicator "${definition.indicator}" cannot be computed on the denominator "${denominator}". Choose among ${possible.join(", ")}.`,
  });
}
