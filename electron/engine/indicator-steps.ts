import { Refusal } from "../refusal.ts";
import type { Compilation, IndicatorQuestion } from "./indicator-context.ts";
import { contactSteps, hourSteps } from "./indicator-dated.ts";
import type { Breakdown, IndicatorDefinition } from "./indicator-definition.ts";
import { milestoneSteps } from "./indicator-milestones.ts";
import { judgement } from "./indicator-numerator.ts";
import { taken, type Units } from "./indicator-person.ts";
import { passing, population } from "./indicator-population.ts";
import { pairSteps, responses } from "./indicator-responses.ts";
import { score } from "./indicator-score.ts";
import { besides, type Steps, step } from "./indicator-sql.ts";

/**
 * From the population to the judged units: `population` keeps those that the indicator is about, `passing` those that pass the
 * tests of denominator and late entry, `taken` one per person, `judged` gives each its result (yes, no, or null for unknown)
 * or its value. Where the person rule is `any`, all are judged before the best is taken.
 */
export function unitSteps(compilation: Compilation): Steps {
  const { definition, question } = compilation;
  checkTimeInProgramme(compilation);
  if (definition.kind === "milestone") return milestoneSteps(compilation);
  if (definition.kind === "change") return pairSteps(compilation, counted(compilation));
  if (definition.count === "contacts") return contactSteps(compilation);
  const answers = question.denominator === "respondents";
  if (!answers) withoutMode(compilation);
  // Read twice, by those with one unit and those with several. Kept, it would be kept with all its columns, at twice the time.
  const light = !answers && definition.population.not_in === undefined;
  const first = [
    step("population", (answers ? responses : population)(compilation, counted(compilation)), { inline: light }),
    step("passing", passing(compilation), { inline: light }),
  ];
  if (definition.count === "hours") return hourSteps(compilation, first);
  const units = answers ? { person: "who", key: "turn" } : { person: "person", key: "stay" };
  return judgedSteps(compilation, first, units);
}

function judgedSteps(compilation: Compilation, first: string[], units: Omit<Units, "from">): Steps {
  const { definition } = compilation;
  if (definition.person.rule === "once" && definition.person.which === "any" && definition.numerator) {
    const best = taken(definition.person, { from: "judged", ...units });
    return { steps: [...first, step("judged", judge(compilation, "passing")), step("taken", best)], result: "taken" };
  }
  const rule = anyIsLast(definition.person);
  const one = taken(rule, { from: "passing", ...units });
  return { steps: [...first, step("taken", one), step("judged", judge(compilation, "taken"))], result: "judged" };
}

/** Without a yes or no there is no best result: of a person's equal units the last one counts. */
function anyIsLast(person: IndicatorDefinition["person"]): IndicatorDefinition["person"] {
  return person.rule === "once" && person.which === "any" ? { rule: "once", which: "last" } : person;
}

function judge(compilation: Compilation, from: string): string {
  const { numerator, score: scale } = compilation.definition;
  const { beside, joins } = besides(from);
  const result = scale
    ? `${score(compilation, scale, from)} as value`
    : `${numerator ? judgement(compilation, numerator, from, beside) : "true"} as result`;
  return [`select\n    ${from}.*,\n    ${result}\n  from ${from}`, ...joins].join("\n  ");
}

/** The persons whom another indicator counts, at the same cut-off and selection but with its own rules. */
function counted(compilation: Compilation): (other: IndicatorDefinition) => string {
  return (other) => {
    const { question, within } = compilation;
    const { steps, result } = unitSteps({
      ...compilation,
      definition: other,
      question: { ...question, by: [], comparison: undefined, denominator: other.denominator },
      within: [...within, other.indicator],
    });
    return `with ${steps.join(",\n")}
select (${result}.extract_no, ${result}.person) from ${result} where ${result}.result`;
  };
}

/** A questionnaire, a contact and a milestone begin and end on one day. */
function checkTimeInProgramme({ definition, question }: Compilation): void {
  if (!columnsOf(question).includes("time_in_programme")) return;
  const ofEnrolments = !["respondents", "pairs"].includes(question.denominator) && definition.kind !== "milestone";
  if (ofEnrolments && definition.count !== "contacts") return;
  throw new Refusal("unknown_breakdown", {
    sv: `Indikatorn "${definition.indicator}" går inte att dela upp på tid i programmet, för den räknar inte inskrivningar. Välj något annat.`,
    en: `The indicator "${definition.indicator}" cannot be broken down by time in the programme, because it does not count enrolments. Choose something else.`,
  });
}

function withoutMode({ definition, question }: Compilation): void {
  if (!columnsOf(question).includes("mode")) return;
  throw new Refusal("unknown_breakdown", {
    sv: `Indikatorn "${definition.indicator}" går inte att dela upp på svarssätt, för den räknar inte svar. Välj något annat.`,
    en: `The indicator "${definition.indicator}" cannot be broken down by the mode of answer, because it does not count answers. Choose something else.`,
  });
}

/** All that units are grouped by, also those of a mix that is made alike. */
function columnsOf({ by, comparison }: IndicatorQuestion): Breakdown[] {
  return [...by, ...(comparison?.standardise ?? [])];
}
