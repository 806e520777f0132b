import type { IndicatorDefinition } from "./indicator-definition.ts";

/** The step that units are taken from, and its columns for what decides. */
export interface Units {
  from: string;
  /** Whose the unit is. */
  person: string;
  /** A number that identifies a unit within its extract and grows with its day. */
  key: string;
}

/**
 * Each person once: of several units the first, the last, or (`any`) the last of those with the best result. Persons with
 * a single unit are taken as they are, which is most of them: the sort of the others then costs little.
 */
export function taken(rule: IndicatorDefinition["person"], { from, person, key }: Units): string {
  if (rule.rule === "every_enrolment") return `select ${from}.*\n  from ${from}`;
  const chosen = {
    first: `min(several.${key})`,
    last: `max(several.${key})`,
    any: `arg_max(several.${key}, (coalesce(several.result::integer * 2, 1), several.${key}))`,
  }[rule.which];
  return `select ${from}.*
  from ${from}
  where ${from}.single
    or (${from}.extract_no, ${from}.${key}) in (
      select (several.extract_no, ${chosen})
      from ${from} as several
      where not several.single
      group by several.extract_no, several.${person}
    )`;
}
