import type { Language } from "../contract.ts";
import type { IndicatorQuestion } from "./indicator-context.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { scaleWords, waveWords } from "./sentence-numerator.ts";
import { type CodeLists, date, number } from "./sentence-words.ts";

/** The numbers of the whole group: the one row of the indicator asked without group columns. */
export interface Totals {
  n: number;
  k: number;
  unknown: number;
  estimate: number | null;
}

// How the kinds that are no share and no number of persons are told.

export function mean(
  definition: IndicatorDefinition,
  { n, estimate }: Totals,
  who: string,
  codes: CodeLists,
  language: Language,
): string {
  const sv = language === "sv";
  const { scale = "", subscale = "total" } = definition.score ?? {};
  const on = scaleWords(scale, subscale, codes, language);
  if (n === 0 || estimate === null) return sv ? `Det finns ingen person ${who}.` : `There is no person ${who}.`;
  const value = number(estimate, language);
  if (n === 1) {
    return sv
      ? `Den enda person ${who} hade ${value} poäng på ${on}.`
      : `The one person ${who} had a score of ${value} on ${on}.`;
  }
  return sv
    ? `De ${number(n, "sv")} personer ${who} hade i medeltal ${value} poäng på ${on}.`
    : `The ${number(n, "en")} persons ${who} had a mean score of ${value} on ${on}.`;
}

export function change(
  definition: IndicatorDefinition,
  question: IndicatorQuestion,
  { n, estimate }: Totals,
  codes: CodeLists,
  language: Language,
): string {
  const sv = language === "sv";
  const { scale = "", subscale = "total", from = "baseline", to = "exit" } = definition.change ?? {};
  const on = scaleWords(scale, subscale, codes, language);
  const between = sv
    ? `både ${waveWords(from, "sv")} och ${waveWords(to, "sv")} senast ${date(question.cutoff, "sv")}`
    : `both ${waveWords(from, "en")} and ${waveWords(to, "en")}, by ${date(question.cutoff, "en")}`;
  if (n === 0 || estimate === null) {
    return sv
      ? `Det finns ingen person med poäng på ${on} ${between}.`
      : `There is no person with a score on ${on} ${between}.`;
  }
  const size = number(Math.abs(estimate), language);
  const moved = Number.isNaN(estimate)
    ? { sv: `ändrades med ${size}`, en: `changed by ${size}` }
    : Math.round(estimate * 10) === 0
      ? { sv: "ändrades inte", en: "did not change" }
      : estimate > 0
        ? { sv: `ökade med ${size}`, en: `rose by ${size}` }
        : { sv: `minskade med ${size}`, en: `fell by ${size}` };
  if (n === 1) {
    return sv
      ? `För den enda person som hade poäng på ${on} ${between} ${moved.sv.split(" ")[0]} poängen${rest(moved.sv)}.`
      : `For the one person with a score on ${on} ${between}, the score ${moved.en}.`;
  }
  return sv
    ? `Bland de ${number(n, "sv")} personer som hade poäng på ${on} ${between} ${moved.sv.split(" ")[0]} medelvärdet${rest(moved.sv)}.`
    : `Among the ${number(n, "en")} persons with a score on ${on} ${between}, the mean ${moved.en}.`;
}

function rest(phrase: string): string {
  return phrase.slice(phrase.indexOf(" "));
}

export function dated(
  definition: IndicatorDefinition,
  question: IndicatorQuestion,
  { k }: Totals,
  language: Language,
): string {
  const sv = language === "sv";
  const by = sv
    ? `inom projektets tid, till och med ${date(question.cutoff, "sv")}`
    : `within the project's time, up to and including ${date(question.cutoff, "en")}`;
  if (definition.count === "hours") {
    if (k === 0)
      return sv ? `Inga deltagartimmar är registrerade ${by}.` : `No participant hours have been recorded ${by}.`;
    const hours = number(k, language);
    return sv
      ? `${hours} ${k === 1 ? "deltagartimme" : "deltagartimmar"} är registrerade ${by}.`.replace(
          "timme är registrerade",
          "timme är registrerad",
        )
      : `${hours} participant ${k === 1 ? "hour has" : "hours have"} been recorded ${by}.`;
  }
  if (k === 0)
    return sv
      ? `Inga kontakter med arbetsgivare har tagits ${by}.`
      : `No contacts with employers have been made ${by}.`;
  return sv
    ? `${number(k, "sv")} ${k === 1 ? "kontakt" : "kontakter"} med arbetsgivare har tagits ${by}.`
    : `${number(k, "en")} ${k === 1 ? "contact" : "contacts"} with employers ${k === 1 ? "has" : "have"} been made ${by}.`;
}

export function milestones(question: IndicatorQuestion, { n, k, unknown }: Totals, language: Language): string {
  return [reachedMilestones(question, n, k, language), ...droppedMilestones(unknown, language)].join(" ");
}

function reachedMilestones(question: IndicatorQuestion, n: number, k: number, language: Language): string {
  const sv = language === "sv";
  const by = sv ? `senast ${date(question.cutoff, "sv")}` : `by ${date(question.cutoff, "en")}`;
  if (n === 0) return sv ? "Det finns ingen milstolpe som gäller." : "There is no milestone that applies.";
  if (n === 1) {
    return sv
      ? `Den enda milstolpen hade ${k === 1 ? "" : "inte "}nåtts ${by}.`
      : `The one milestone had ${k === 1 ? "" : "not "}been reached ${by}.`;
  }
  const some = k === 0 ? (sv ? "ingen" : "none") : number(k, language);
  return sv
    ? `Av de ${number(n, "sv")} milstolpar som gäller hade ${some} nåtts ${by}.`
    : `Of the ${number(n, "en")} milestones that apply, ${some} had been reached ${by}.`;
}

function droppedMilestones(dropped: number, language: Language): string[] {
  if (dropped === 0) return [];
  if (dropped === 1) {
    return [language === "sv" ? "En har strukits och räknas inte." : "One has been dropped and does not count."];
  }
  return [
    language === "sv"
      ? `${number(dropped, "sv")} har strukits och räknas inte.`
      : `${number(dropped, "en")} have been dropped and do not count.`,
  ];
}
