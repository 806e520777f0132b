import type { Language, Text } from "../contract.ts";
import type { IndicatorQuestion } from "./indicator-context.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { counted } from "./sentence-denominator.ts";
import { change, dated, mean, milestones, type Totals } from "./sentence-kinds.ts";
import { deed, whole } from "./sentence-numerator.ts";
import { restrictions, rules } from "./sentence-rules.ts";
import { both, type CodeLists, number } from "./sentence-words.ts";

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
  if (definition.kind === "change") return change(definition, question, totals, codes, language);
  if (definition.count === "contacts" || definition.count === "hours")
    return dated(definition, question, totals, language);
  const who = counted(definition, question, codes, language);
  if (definition.kind === "mean") return mean(definition, totals, who, codes, language);
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
    .replace("för vilka", "för vilken")
    .replace(/,$/, "");
}
