import type { Calendar } from "./calendar.ts";
import { toDay } from "./calendar.ts";
import { compileDraw } from "./draw.ts";
import type { Emit } from "./person.ts";
import { integerBetween, type Random } from "./random.ts";
import type { EmployerRule } from "./recipe.ts";
import type { Respondent } from "./survey.ts";

/** What a recipe says of an employer. */
export const employerFields = ["municipality", "sector", "size", "agreement"] as const;

/** Makes `count` employers of one rule, with their contacts and what they answer. */
export function makeEmployers(
  rule: EmployerRule,
  count: number,
  calendar: Calendar,
  random: Random,
  pseudonym: () => string,
  emit: Emit,
  ask: (respondent: Respondent) => void,
): void {
  const numberOf = (name: string) => (employerFields as readonly string[]).indexOf(name);
  const drawings = employerFields.map((name) => compileDraw(rule.fields[name] ?? "", numberOf));
  const contacts = (rule.contacts ?? []).map(({ times, contacted_on, fields }) => ({
    times,
    days: [toDay(contacted_on[0]), toDay(contacted_on[1])] as const,
    purpose: compileDraw(fields.purpose, numberOf),
  }));
  for (let i = 0; i < count; i++) {
    const employer = pseudonym();
    const values: string[] = [];
    for (const drawing of drawings) values.push(drawing(values, random));
    emit("employer", [employer, ...values]);
    for (const { times, days, purpose } of contacts) {
      for (let left = integerBetween(random, ...times); left > 0; left--) {
        const day = calendar.workdayBetween(...days, random);
        emit("contact", [employer, calendar.date(day), purpose(values, random)]);
      }
    }
    ask({ participant: "", employer, values, lasting: new Map() });
  }
}
