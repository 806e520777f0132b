import { type Compilation, known } from "./indicator-context.ts";
import { type Steps, step } from "./indicator-sql.ts";

/** Contacts with employers within the programme's dates. Of all group columns an employer has a municipality only. */
export function contactSteps(compilation: Compilation): Steps {
  return {
    steps: [
      step(
        "population",
        `select
    contact.*,
    contact.contacted_on as started_on,
    ${unknownGroups}
  from ${known("known_contact", compilation, { selected: true })} as contact
  where contact.contacted_on between ${programmeDates(compilation)}${inMunicipality(compilation, "contact")}`,
      ),
      step("judged", "select population.*, 1 as value\n  from population"),
    ],
    result: "judged",
  };
}

/** The activities of the enrolments that pass, dated by their start, each with its hours; null where nobody noted them. */
export function hourSteps(compilation: Compilation, first: string[]): Steps {
  return {
    steps: [
      ...first,
      step(
        "judged",
        `select passing.*, activity.hours as value
  from passing
  join ${known("known_activity", compilation, { selected: false })} as activity
    on activity.extract_no = passing.extract_no and activity.stay = passing.stay
  where activity.started_on between ${programmeDates(compilation)}`,
      ),
    ],
    result: "judged",
  };
}

/** The groups of what is of no person. */
export const unknownGroups = `'U' as sex, 'U' as age_band, 'U' as foreign_born, 'U' as foreign_background, 'U' as disability, 'U' as education,
    'unknown' as inflow_route, 'U' as target_group, 'unknown' as status_at_start, 'unknown' as mode`;

/** All of a population that is not about persons. */
export function inMunicipality({ bind, definition }: Compilation, unit: string): string {
  const codes = definition.population.municipality;
  return codes ? ` and list_contains(${bind("only_municipality", codes, "varchar[]")}, ${unit}.municipality)` : "";
}

function programmeDates({ bind, programme }: Compilation): string {
  return `${bind("starts_on", programme.starts_on, "date")} and ${bind("ends_on", programme.ends_on, "date")}`;
}
