/** A column as it is stored; the type as DuckDB says it. */
export interface CanonicalColumn {
  name: string;
  type: "varchar" | "integer" | "date" | "double" | "boolean" | "bigint";
}

/** A table of the extract format, and what the build adds to it so that the rules are cheap. */
export interface CanonicalTable {
  name: string;
  /** Those of the extract format, in its order: what typed SQL sees. */
  columns: CanonicalColumn[];
  /** Keys and copies for our own macros. */
  internal: CanonicalColumn[];
}

/** Beside the tables of the format: what the build knows about the package itself. */
export const buildTables: CanonicalTable[] = [
  table(
    "manifest",
    "extract varchar, programme varchar, as_of date, completeness varchar, supplied_by varchar, items varchar, note varchar, synthetic boolean",
  ),
  table("set_aside", "table varchar, file varchar, line integer, column varchar, rule varchar"),
  table("flag", "table varchar, rule varchar, count bigint"),
  table("table_rows", "table varchar, file varchar, rows bigint, kept bigint, set_aside bigint"),
];

export const canonicalTables: CanonicalTable[] = [
  table(
    "participant",
    "participant varchar, sex_at_enrolment varchar, birth_year integer, foreign_born varchar, foreign_background varchar, disability varchar, education varchar, compulsory_complete varchar, upper_secondary_complete varchar",
    "person integer",
  ),
  table(
    "enrolment",
    "enrolment varchar, participant varchar, municipality varchar, started_on date, ended_on date, exit_reason varchar, age_at_start integer, inflow_route varchar, target_group varchar, status_at_start varchar, income_at_start varchar, eligible varchar",
    "stay integer, person integer, single boolean, age integer, sex varchar, foreign_born varchar, foreign_background varchar, disability varchar, education varchar, compulsory_complete varchar, upper_secondary_complete varchar",
  ),
  table(
    "outcome",
    "enrolment varchar, kind varchar, started_on date, ended_on date, evidence varchar, sector varchar",
    "stay integer",
  ),
  table("activity", "enrolment varchar, kind varchar, started_on date, ended_on date, hours double", "stay integer"),
  table(
    "followup",
    "enrolment varchar, horizon varchar, due_on date, contacted_on date, result varchar, status varchar",
    "stay integer",
  ),
  table(
    "response",
    "response varchar, instrument varchar, wave varchar, participant varchar, employer varchar, municipality varchar, answered_on date, mode varchar",
    "person integer, respondent bigint",
  ),
  table("answer", "response varchar, item varchar, value integer, missing varchar", "respondent bigint"),
  table("employer", "employer varchar, municipality varchar, sector varchar, size varchar, agreement varchar"),
  table("contact", "employer varchar, contacted_on date, purpose varchar", "municipality varchar"),
  table(
    "collection",
    "instrument varchar, wave varchar, municipality varchar, opened_on date, closed_on date, outage_from date, outage_to date",
  ),
  table("milestone", "node varchar, municipality varchar, reached_on date, status varchar, note varchar"),
];

function table(name: string, columns: string, internal = ""): CanonicalTable {
  return { name, columns: list(columns), internal: list(internal) };
}

function list(text: string): CanonicalColumn[] {
  return text
    .split(", ")
    .filter((column) => column !== "")
    .map((column) => {
      const [name, type] = column.split(" ");
      return { name, type } as CanonicalColumn;
    });
}
