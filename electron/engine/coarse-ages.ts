import type { ExtractMeta } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";

// Above this nobody is, so a population that goes so far has no upper limit.
const oldest = 110;

/**
 * Refuses an indicator whose ages cut through the groups that an extract's ages were made into: it would count whole groups
 * as in or out, and look like any other figure.
 */
export function refuseCutAges(
  definition: IndicatorDefinition,
  indicators: readonly IndicatorDefinition[],
  extracts: readonly ExtractMeta[],
): void {
  const excluded = indicators.find(({ indicator }) => indicator === definition.population.not_in);
  const limits = [definition, ...(excluded ? [excluded] : [])].flatMap(({ population: { age } }) =>
    age ? [age[0], ...(age[1] < oldest ? [age[1] + 1] : [])] : [],
  );
  for (const { from } of extracts.flatMap(({ coarsened = [] }) => coarsened)) {
    if (from === undefined || limits.every((limit) => limit === 0 || from.includes(limit))) continue;
    const groups = from.join(", ");
    throw new Refusal("ages_too_coarse", {
      sv: `Indikatorn "${definition.indicator}" har åldersgränser som delar åldersgrupperna i uttaget (${groups}). Ta tillbaka åldersgrupperna på sidan Underlag, eller välj andra åldrar.`,
      en: `The indicator "${definition.indicator}" has age limits that cut through the extract's age groups (${groups}). Take the age bands back on the page Sources, or choose other ages.`,
    });
  }
}
