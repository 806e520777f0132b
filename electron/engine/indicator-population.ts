import { Refusal } from "../refusal.ts";
import { type Compilation, cutoffOf, known } from "./indicator-context.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { due, reached } from "./indicator-followup.ts";
import { reasonUnknown } from "./indicator-numerator.ts";
import { all, indented } from "./indicator-sql.ts";

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

/** The persons whom another indicator counts, as a select of (extract_no, person). */
export type Counted = (other: IndicatorDefinition) => string;

/**
 * The enrolments that the indicator is about. Where only those who have left can pass, they are read by themselves: the
 * same rows at a third of the time, because nothing has to be hidden.
 */
export function population(compilation: Compilation, counted: Counted): string {
  const { denominator } = compilation.question;
  const exits = denominator === "exited" || denominator === "exited_known";
  return `select enrolment.*
  from ${known(exits ? "known_exit" : "known_enrolment", compilation, { selected: true })} as enrolment
  where ${all(belonging(compilation, "enrolment", counted))}`;
}

/**
 * Whether a unit belongs to the population. Those outside the programme's target group are in no denominator, and an
 * unknown age is outside every age.
 */
export function belonging(compilation: Compilation, unit: string, counted: Counted): string[] {
  const { bind, definition } = compilation;
  const { age, not_in } = definition.population;
  const conditions = [`${unit}.eligible is distinct from 'N'`];
  if (age) {
    const [from, to] = age;
    conditions.push(`${unit}.age between ${bind("age_from", from, "integer")} and ${bind("age_to", to, "integer")}`);
  }
  for (const column of coded) {
    const codes = definition.population[column];
    if (codes) conditions.push(`list_contains(${bind(`only_${column}`, codes, "varchar[]")}, ${unit}.${column})`);
  }
  if (not_in) {
    const other = otherIndicator(compilation, not_in);
    conditions.push(`(${unit}.extract_no, ${unit}.person) not in (\n${indented(counted(other), 6)}\n    )`);
  }
  return conditions;
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
        `(not ${reasonUnknown(compilation, "population")} or population.first_outcome_on is not null)`,
      ];
    case "due":
      return [due(compilation, "population")];
    case "reached":
      return [due(compilation, "population"), reached(compilation, "population")];
    default:
      return [];
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
  if (other && !circle && countsPersons(other)) return other;
  throw new Refusal(
    "indicator_not_in",
    other && !circle
      ? {
          sv: `Indikatorn "${definition.indicator}" utesluter dem som "${name}" räknar, men den räknar inga personer. Rätta "population.not_in".`,
          en: `The indicator "${definition.indicator}" leaves out those that "${name}" counts, but that counts no persons. Correct "population.not_in".`,
        }
      : circle
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

function countsPersons({ kind, count }: IndicatorDefinition): boolean {
  return kind === "share" || count === "persons" || count === "enrolments";
}
