import type { Language } from "../contract.ts";
import type { IndicatorQuestion } from "./indicator-context.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { labels } from "./indicator-labels.ts";
import { leavesOf } from "./indicator-reads.ts";
import { type CodeLists, called, capital, list, number, small } from "./sentence-words.ts";

/** How persons and the unknown are counted: the rules that change the number, always said. */
export function rules(
  definition: IndicatorDefinition,
  question: IndicatorQuestion,
  unknown: number,
  codes: CodeLists,
  language: Language,
): string {
  const person = personRule(definition, question, language);
  const rest = definition.numerator ? unknownRule(definition, unknown, codes, language) : "";
  return `${capital([person, rest].filter((part) => part !== "").join("; "))}.`;
}

function personRule(definition: IndicatorDefinition, question: IndicatorQuestion, language: Language): string {
  const sv = language === "sv";
  if (definition.person.rule === "every_enrolment") {
    return sv ? "varje inskrivning räknas för sig" : "each enrolment counts by itself";
  }
  const { which } = definition.person;
  const answers = question.denominator === "respondents" || question.denominator === "pairs";
  const exits = question.denominator === "exited" || question.denominator === "exited_known";
  if (which === "any") {
    return sv ? "varje person räknas en gång, med sitt bästa resultat" : "each person counts once, by the best result";
  }
  const order = sv ? { first: "första", last: "senaste" }[which] : which;
  const unit = answers
    ? { sv: `det ${order} svaret`, en: `${order} answer` }
    : exits
      ? { sv: `det ${order} avslutet`, en: `${order} exit` }
      : { sv: `den ${order} inskrivningen`, en: `${order} enrolment` };
  return sv ? `varje person räknas en gång, efter ${unit.sv}` : `each person counts once, by the ${unit.en}`;
}

function unknownRule(definition: IndicatorDefinition, unknown: number, codes: CodeLists, language: Language): string {
  const reasons = leavesOf(definition.numerator).every((leaf) => "exit_reason" in leaf || "outcome" in leaf);
  const others = definition.unknown_reasons.filter((reason) => reason !== "unknown");
  const named = list(
    others.map((reason) => small(called(codes, "exit_reason", reason, language))),
    "and",
    language,
  );
  if (language === "sv") {
    const what = (reasons ? "okända orsaker" : "okända resultat") + (named ? `, däribland ${named},` : "");
    if (definition.unknown === "excluded") return `${what} räknas inte med (${number(unknown, language)})`;
    if (definition.unknown === "bounds")
      return `${what} visas både som inte uppnådda och som uppnådda (${number(unknown, language)})`;
    return `${what} räknas som inte uppnådda`;
  }
  const what = (reasons ? "unknown reasons" : "unknown results") + (named ? `, ${named} among them,` : "");
  if (definition.unknown === "excluded") return `${what} are left out (${number(unknown, language)})`;
  if (definition.unknown === "bounds")
    return `${what} are shown both as not reached and as reached (${number(unknown, language)})`;
  return `${what} count as not reached`;
}

/** Who is left out: by the definition's population and late entry, and by the reader's selection. */
export function restrictions(
  definition: IndicatorDefinition,
  question: IndicatorQuestion,
  others: (name: string) => string,
  codes: CodeLists,
  language: Language,
): string[] {
  const sv = language === "sv";
  const { age, not_in, ...coded } = definition.population;
  const columns = Object.entries({ ...coded, ...question.selection }).map(([column, chosen]) => {
    const label = small(labels[column]?.[language] ?? column);
    // Names keep their capital; what is no name is part of the sentence.
    const within = names.includes(column) ? (title: string) => title : small;
    const titles = (chosen ?? []).map((code) => within(called(codes, listOf[column] ?? column, code, language)));
    return `${label} ${list(titles, "or", language)}`;
  });
  const parts = [...(age ? [sv ? `ålder ${age[0]}–${age[1]} år` : `age ${age[0]}–${age[1]}`] : []), ...columns];
  const days = definition.late_entry_days;
  return [
    ...(parts.length > 0 ? [`${sv ? "Avgränsat till" : "Limited to"} ${parts.join("; ")}.`] : []),
    ...(not_in
      ? [sv ? `De som räknas i ”${others(not_in)}” ingår inte.` : `Those counted in “${others(not_in)}” are left out.`]
      : []),
    ...(days > 0
      ? [
          sv
            ? `De som började mindre än ${days} dagar före brytdagen ingår inte.`
            : `Those who started less than ${days} days before the cut-off are left out.`,
        ]
      : []),
  ];
}

const listOf: Record<string, string> = {
  foreign_born: "yes_no",
  foreign_background: "yes_no",
  disability: "yes_no",
  eligible: "yes_no",
};

const names = ["municipality", "inflow_route", "target_group"];
