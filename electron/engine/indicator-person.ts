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
 * a single unit are taken as they are, which is most of them: only the others have to be sorted.
 */
export function taken(rule: IndicatorDefinition["person"], { from, person, key }: Units): string {
  if (rule.rule === "every_enrolment") return `select ${from}.*\n  from ${from}`;
  const order = {
    first: `${from}.${key}`,
    last: `${from}.${key} desc`,
    any: `coalesce(${from}.result::integer * 2, 1) desc, ${from}.${key} desc`,
  }[rule.which];
  return `select ${from}.*
  from ${from}
  where ${from}.single
  union all
  select ${from}.*
  from ${from}
  where not ${from}.single
  qualify row_number() over (partition by ${from}.extract_no, ${from}.${person} order by ${order}) = 1`;
}
