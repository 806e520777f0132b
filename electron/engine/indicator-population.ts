import { Refusal } from "../refusal.ts";
import { all, type Compilation, cutoffOf, known } from "./indicator-context.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { due, reached } from "./indicator-followup.ts";
import { reasonUnknown, someOutcome } from "./indicator-numerator.ts";

/** Columns of `known_enrolment` that a population can list codes of. */
const coded = [
  "sex",
  "foreign_born",
  "foreign_background",
  "disability",
  "education",
  "municipality",
  "inflow_route",
  "target_group",
  "status_at_start",
  "income_at_start",
  "eligible",
] as const;

/**
 * The enrolments that the indicator is about. Those outside the programme's target group are in no denominator, and an
 * unknown age is outside every age.
 */
export function population(compilation: Compilation, counted: (other: IndicatorDefinition) => string): string {
  const { bind, definition } = compilation;
  const { age, not_in } = definition.population;
  const conditions = ["enrolment.eligible is distinct from 'N'"];
  if (age) {
    const [from, to] = age;
    conditions.push(`enrolment.age between ${bind("age_from", from, "integer")} and ${bind("age_to", to, "integer")}`);
  }
  for (const column of coded) {
    const codes = definition.population[column];
    if (codes) conditions.push(`list_contains(${bind(`only_${column}`, codes, "varchar[]")}, enrolment.${column})`);
  }
  if (not_in) {
    const other = otherIndicator(compilation, not_in);
    conditions.push(`(enrolment.extract_no, enrolment.person) not in (\n${indented(counted(other), 6)}\n    )`);
  }
  return `select enrolment.*
  from ${known("known_enrolment", compilation, { selected: true })} as enrolment
  where ${all(conditions)}`;
}

/** Of the population, what passes the tests of the denominator and of late entry. */
export function passing(compilation: Compilation): string {
  const { bind, definition } = compilation;
  const conditions = denominator(compilation);
  if (definition.late_entry_days > 0) {
    const days = bind("late_entry_days", definition.late_entry_days, "integer");
    conditions.push(`population.started_on <= ${cutoffOf(compilation)} - ${days}`);
  }
  const where = conditions.length > 0 ? `\n  where ${all(conditions)}` : "";
  return `select population.*\n  from population${where}`;
}

function denominator(compilation: Compilation): string[] {
  const { definition, question } = compilation;
  switch (question.denominator) {
    case "enrolled":
      return definition.clock === "calendar_year" ? enrolledInYear(compilation) : [];
    case "exited":
      return exited(compilation);
    case "exited_known":
      return [
        ...exited(compilation),
        `(not ${reasonUnknown(compilation, "population")} or ${someOutcome(compilation, "population")})`,
      ];
    case "due":
      return [due(compilation, "population")];
    case "reached":
      return [due(compilation, "population"), reached(compilation, "population")];
    default:
      throw new Error(`the denominator ${question.denominator} is not of enrolments`);
  }
}

function exited(compilation: Compilation): string[] {
  if (compilation.definition.clock !== "calendar_year") return ["population.ended_on is not null"];
  return [`year(population.ended_on) = ${year(compilation)}`];
}

/** A day after the cut-off is not known to be a day of enrolment, so a year that has not begun has nobody. */
function enrolledInYear(compilation: Compilation): string[] {
  return [
    `year(population.started_on) <= ${year(compilation)}`,
    `year(coalesce(population.ended_on, ${cutoffOf(compilation)})) >= ${year(compilation)}`,
  ];
}

function year({ bind, definition }: Compilation): string {
  return bind("year", definition.year, "integer");
}

function otherIndicator({ definition, others, within }: Compilation, name: string): IndicatorDefinition {
  const other = others.get(name);
  const circle = within.includes(name);
  if (other && !circle) return other;
  throw new Refusal(
    "indicator_not_in",
    circle
      ? {
          sv: `Indikatorn "${definition.indicator}" utesluter dem som "${name}" räknar, och den i sin tur tvärtom. Bryt cirkeln.`,
          en: `The indicator "${definition.indicator}" leaves out those that "${name}" counts, and the other way round. Break the circle.`,
        }
      : {
          sv: `Indikatorn "${definition.indicator}" utesluter dem som "${name}" räknar, men den indikatorn finns inte. Rätta "population.not_in".`,
          en: `The indicator "${definition.indicator}" leaves out those that "${name}" counts, but there is no such indicator. Correct "population.not_in".`,
        },
  );
}

export function indented(sql: string, spaces: number): string {
  return sql.replaceAll(/^(?=.)/gm, " ".repeat(spaces));
}
