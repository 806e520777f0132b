import type { Catalog } from "../electron/contract.ts";

/** What an editor of SQL may propose. */
export interface SqlSchema {
  /** Columns by table or view. */
  tables: Record<string, string[]>;
  /** Views with parameters and statistics: their names are followed by a parenthesis. */
  functions: string[];
}

// The canonical tables as typed SQL sees them, and the tables that definitions become.
const canonical: Record<string, string[]> = {
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
  employer: ["employer", "municipality", "sector", "size", "agreement"],
  contact: ["employer", "contacted_on", "purpose"],
  collection: ["instrument", "wave", "municipality", "opened_on", "closed_on", "outage_from", "outage_to"],
  milestone: ["node", "municipality", "reached_on", "status", "note"],
};
const everywhere = ["programme", "extract"];
const definitions: Record<string, string[]> = {
  programme: ["programme", "title_sv", "title_en", "starts_on", "ends_on"],
  target: ["programme", "indicator", "value", "unit", "comparator"],
  code: ["list", "code", "title_sv", "title_en"],
  current_extract: ["programme", "extract", "extract_no", "as_of", "completeness", "supplied_by", "synthetic"],
};
const statistics = [
  "wilson_lower",
  "wilson_upper",
  "clopper_pearson_lower",
  "clopper_pearson_upper",
  "newcombe_lower",
  "newcombe_upper",
  "binomial_test_p",
  "known_enrolment",
  "known_outcome",
  "count",
  "sum",
  "avg",
  "median",
  "min",
  "max",
  "date_trunc",
  "date_diff",
  "coalesce",
  "nullif",
  "round",
  "list",
  "unnest",
  "strftime",
];

export function sqlSchema(catalog: Catalog): SqlSchema {
  const tables: Record<string, string[]> = { ...definitions };
  for (const [name, columns] of Object.entries(canonical)) tables[name] = [...columns, ...everywhere];
  const functions = [...statistics];
  for (const { name, params, columns } of catalog.views) {
    if (params.length > 0) functions.push(name);
    else tables[name] = columns.map((column) => column.name);
  }
  return { tables, functions };
}
