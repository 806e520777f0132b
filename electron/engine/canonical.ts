import { join } from "node:path";
import { readTableDefinitions, sqlTypes } from "../intake/table-definition.ts";

export interface StoredColumn {
  name: string;
  /** As DuckDB says it. */
  type: string;
}

/** A table of a build file. */
export interface StoredTable {
  name: string;
  /** Those of the extract format, in its order: what typed SQL sees. */
  columns: StoredColumn[];
  /** Keys and copies that make the rules cheap, for our own macros. */
  internal: StoredColumn[];
}

const people =
  "foreign_born varchar, foreign_background varchar, disability varchar, education varchar, compulsory_complete varchar, upper_secondary_complete varchar";

const internalColumns: Record<string, string> = {
  participant: "person integer",
  enrolment: `stay integer, person integer, single boolean, age integer, sex varchar, ${people}, first_outcome_on date, first_reached_on date`,
  outcome: "stay integer",
  activity: "stay integer",
  followup: "stay integer",
  response: "person integer, respondent bigint, single boolean",
  answer: "respondent bigint, single boolean",
  contact: "municipality varchar",
};

/** Beside the tables of the format: what the build knows about the package itself. */
export const reportTables: StoredTable[] = [
  stored(
    "manifest",
    "extract varchar, programme varchar, as_of date, completeness varchar, supplied_by varchar, items varchar, note varchar, synthetic boolean",
  ),
  stored("set_aside", "table varchar, file varchar, line integer, column varchar, rule varchar"),
  stored("flag", "table varchar, rule varchar, count bigint"),
  stored("table_rows", "table varchar, file varchar, rows bigint, kept bigint, set_aside bigint"),
];

/** The tables of the extract format as a build stores them, from the files that declare them. */
export async function readStoredTables(queries: string): Promise<StoredTable[]> {
  const definitions = await readTableDefinitions(join(queries, "extract"));
  return definitions.map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => ({ name: column.name, type: sqlTypes[column.type] })),
    internal: listed(internalColumns[name] ?? ""),
  }));
}

function stored(name: string, columns: string): StoredTable {
  return { name, columns: listed(columns), internal: [] };
}

function listed(columns: string): StoredColumn[] {
  return columns
    .split(", ")
    .filter((column) => column !== "")
    .map((column) => {
      const [name = "", type = ""] = column.split(" ");
      return { name, type };
    });
}
