import type { Language, Text } from "../contract.ts";
import type { IndicatorQuestion } from "./indicator-context.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { counted } from "./sentence-denominator.ts";
import { deed, scaleWords, waveWords, whole } from "./sentence-numerator.ts";
import { restrictions, rules } from "./sentence-rules.ts";
import { both, type CodeLists, date, number } from "./sentence-words.ts";

/** The numbers of the whole group: the one row of the indicator asked without group columns. */
export interface Totals {
  n: number;
  k: number;
  unknown: number;
  estimate: number | null;
}

/**
 * The indicator in words, generated from its definition: who was counted, how many did what, and the rules that decide
 * the number. `titles` are those of the other indicators that the definition names.
 */
export function sentence(
  definition: IndicatorDefinition,
  question: IndicatorQuestion,
  totals: Totals,
  codes: CodeLists,
  titles: Readonly<Record<string, Text>> = {},
): Text {
  return both((language) =>
    [
      finding(definition, question, totals, codes, language),
      ...(speaksOfPersons(definition) ? [rules(definition, question, totals.unknown, codes, language)] : []),
      ...restrictions(definition, question, (name) => titles[name]?.[language] ?? name, codes, language),
    ].join(" "),
  );
}

function speaksOfPersons({ kind, count }: IndicatorDefinition): boolean {
  return kind !== "milestone" && count !== "contacts" && count !== "hours";
}

function finding(
  definition: IndicatorDefinition,
  question: IndicatorQuestion,
  totals: Totals,
  codes: CodeLists,
  language: Language,
): string {
  if (definition.kind === "milestone") return milestones(question, totals, language);
  if (definition.kind === "change") return change(definition, question, totals, language);
  if (definition.count === "contacts" || definition.count === "hours")
    return dated(definition, question, totals, language);
  const who = counted(definition, question, language);
  if (definition.kind === "mean") return mean(definition, totals, who, language);
  return people(definition, totals, who, codes, language);
}

/** `Of the 38 persons who …, 24 left to work or studies.` */
function people(
  definition: IndicatorDefinition,
  totals: Totals,
  who: string,
  codes: CodeLists,
  language: Language,
): string {
  const sv = language === "sv";
  const stays = definition.person.rule === "every_enrolment";
  const one = stays ? (sv ? "inskrivning" : "enrolment") : "person";
  const many = sv ? (stays ? "inskrivningar" : "personer") : `${one}s`;
  const { n, k } = totals;
  if (n === 0) return sv ? `Det finns ingen ${one} ${singular(who)}.` : `There is no ${one} ${singular(who)}.`;
  if (!definition.numerator) {
    if (n === 1) return sv ? `Det finns en ${one} ${singular(who)}.` : `There is one ${one} ${singular(who)}.`;
    return sv ? `Det finns ${number(n, "sv")} ${many} ${who}.` : `There are ${number(n, "en")} ${many} ${who}.`;
  }
  const { verb, rest } = deed(definition, definition.numerator, codes, language);
  const did = whole({ verb, rest });
  if (n === 1) {
    const link = sv ? "som" : stays ? "that" : "who";
    const end = k === 1 ? `${sv ? "och" : "and"} ${link} ${did}` : `${sv ? "men ingen" : "but none"} ${link} ${did}`;
    return sv ? `Det finns en ${one} ${singular(who)}, ${end}.` : `There is one ${one} ${singular(who)}, ${end}.`;
  }
  const some = k === 0 ? (sv ? "ingen" : "none") : number(k, language);
  return sv
    ? `Av de ${number(n, "sv")} ${many} ${who} ${verb} ${some} ${rest}.`
    : `Of the ${number(n, "en")} ${many} ${who}, ${some} ${did}.`;
}

/** The clause for one: only where Swedish or English would show the number. */
function singular(who: string): string {
  return who
    .replace("som var inskrivna", "som var inskriven")
    .replace("that were going on", "that was going on")
    .replace("för vilka", "för vilken");
}

function mean(definition: IndicatorDefinition, { n, estimate }: Totals, who: string, language: Language): string {
  const sv = language === "sv";
  const { scale = "", subscale = "total" } = definition.score ?? {};
  const on = scaleWords(scale, subscale, language);
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

function change(
  definition: IndicatorDefinition,
  question: IndicatorQuestion,
  { n, estimate }: Totals,
  language: Language,
): string {
  const sv = language === "sv";
  const { scale = "", subscale = "total", from = "baseline", to = "exit" } = definition.change ?? {};
  const on = scaleWords(scale, subscale, language);
  const between = sv
    ? `både ${waveWords(from, "sv")} och ${waveWords(to, "sv")}, senast ${date(question.cutoff, "sv")}`
    : `both ${waveWords(from, "en")} and ${waveWords(to, "en")}, by ${date(question.cutoff, "en")}`;
  if (n === 0 || estimate === null) {
    return sv
      ? `Det finns ingen person med poäng på ${on} ${between}.`
      : `There is no person with a score on ${on} ${between}.`;
  }
  const size = number(Math.abs(estimate), language);
  const moved =
    Math.round(estimate * 10) === 0
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

function dated(
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

function milestones(question: IndicatorQuestion, { n, k }: Totals, language: Language): string {
  const sv = language === "sv";
  const by = sv ? `senast ${date(question.cutoff, "sv")}` : `by ${date(question.cutoff, "en")}`;
  if (n === 0) return sv ? "Det finns ingen milstolpe som gäller." : "There is no milestone that applies.";
  const some = k === 0 ? (sv ? "ingen" : "none") : number(k, language);
  if (n === 1) {
    const reached = k === 1;
    return sv
      ? `Den enda milstolpen har ${reached ? "" : "inte "}nåtts ${by}.`
      : `The one milestone has ${reached ? "" : "not "}been reached ${by}.`;
  }
  return sv
    ? `Av de ${number(n, "sv")} milstolpar som gäller hade ${some} nåtts ${by}.`
    : `Of the ${number(n, "en")} milestones that apply, ${some} had been reached ${by}.`;
}
