/** The tables a package can hold, with their columns in the format's order (queries/extract). */
export const tableColumns = {
  participant: [
    "participant",
    "sex_at_enrolment",
    "birth_year",
    "foreign_born",
    "foreign_background",
    "disability",
    "education",
    "compulsory_complete",
    "upper_secondary_complete",
  ],
  enrolment: [
    "enrolment",
    "participant",
    "municipality",
    "started_on",
    "ended_on",
    "exit_reason",
    "age_at_start",
    "inflow_route",
    "target_group",
    "status_at_start",
    "income_at_start",
    "eligible",
  ],
  outcome: ["enrolment", "kind", "started_on", "ended_on", "evidence", "sector"],
  activity: ["enrolment", "kind", "started_on", "ended_on", "hours"],
  followup: ["enrolment", "horizon", "due_on", "contacted_on", "result", "status"],
  response: ["response", "instrument", "wave", "participant", "employer", "municipality", "answered_on", "mode"],
  answer: ["response", "item", "value", "missing"],
  collection: ["instrument", "wave", "municipality", "opened_on", "closed_on", "outage_from", "outage_to"],
  employer: ["employer", "municipality", "sector", "size", "agreement"],
  contact: ["employer", "contacted_on", "purpose"],
  milestone: ["node", "municipality", "reached_on", "status", "note"],
} as const;

export type TableName = keyof typeof tableColumns;

/** What a recipe says of a person, in the order of the format. Dates, ages and keys are made by the generator. */
export const personFields = [
  "sex_at_enrolment",
  "foreign_born",
  "foreign_background",
  "disability",
  "education",
  "compulsory_complete",
  "upper_secondary_complete",
] as const;

export const enrolmentFields = [
  "municipality",
  "exit_reason",
  "age_at_start",
  "inflow_route",
  "target_group",
  "status_at_start",
  "income_at_start",
  "eligible",
] as const;
