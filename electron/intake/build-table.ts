import type { BuildDatabase } from "../engine/database.ts";
import { literal } from "../engine/literal.ts";
import { quoted } from "./sql.ts";
import type { ColumnDefinition, TableDefinition } from "./table-definition.ts";
import type { TypedTable } from "./typed.ts";

/**
 * A typed table with the rows it refers to, and in `problem` what sets a row aside: `rule:column`, or null. Every table that it
 * refers to is built already.
 */
export function judgedTable(definition: TableDefinition, typed: TypedTable, extra: string[] = []): string {
  const name = quoted(definition.name);
  const references = definition.columns.filter((column) => column.references !== undefined);
  const problems = [
    "when cell_problem is not null then cell_problem",
    ...references.map((column) => {
      const missing = `${name}.${quoted(column.name)} is not null and ${parentKey(column)} is null`;
      return `when ${missing} then ${literal(`reference:${column.name}`)}`;
    }),
    ...definition.checks
      .filter(({ level }) => level === "set_aside")
      .map(({ rule, column, condition }) => `when (${condition}) then ${literal(`${rule}:${column ?? ""}`)}`),
  ];
  const columns = definition.columns.map((column) => `${name}.${quoted(column.name)}`);
  return `select ${name}.record, ${[...columns, ...extra].join(", ")}, case ${problems.join(" ")} end as problem
    from (${typed.sql}) as ${name} ${parentJoins(definition)} cross join memory.main.manifest as manifest`;
}

/** Joins a table to the rows that it refers to, under their tables' names. */
export function parentJoins(definition: TableDefinition): string {
  return definition.columns
    .filter((column) => column.references !== undefined)
    .map((column) => {
      const parent = quoted(column.references ?? "");
      return `left join build.main.${parent} as ${parent} on ${parentKey(column)} = ${quoted(definition.name)}.${quoted(column.name)}`;
    })
    .join(" ");
}

function parentKey(column: ColumnDefinition): string {
  // A table's key has the table's name.
  return `${quoted(column.references ?? "")}.${quoted(column.references ?? "")}`;
}

/** What the build adds to a table: SQL for the judged query, and for the query that stores what is kept. */
interface Internal {
  judged: string[];
  stored: string[];
}

const peopleColumns = [
  "foreign_born",
  "foreign_background",
  "disability",
  "education",
  "compulsory_complete",
  "upper_secondary_complete",
];

const internals: Record<string, Internal> = {
  participant: { judged: [], stored: ["$number::integer as person"] },
  enrolment: {
    judged: [
      "participant.person",
      "participant.birth_year",
      "participant.sex_at_enrolment as sex",
      ...peopleColumns.map((name) => `participant.${name}`),
    ],
    stored: [
      "numbered.stay",
      "kept.person",
      "returning_person.person is null as single",
      "coalesce(age_at_start, year(started_on) - birth_year)::integer as age",
      "sex",
      ...peopleColumns,
    ],
  },
  outcome: { judged: ["enrolment.stay"], stored: ["stay"] },
  activity: { judged: ["enrolment.stay"], stored: ["stay"] },
  followup: { judged: ["enrolment.stay"], stored: ["stay"] },
  response: { judged: ["participant.person"], stored: ["person", "$number::bigint as respondent"] },
  answer: { judged: ["response.respondent"], stored: ["respondent"] },
  contact: {
    judged: ["employer.municipality as employer_municipality"],
    stored: ["employer_municipality as municipality"],
  },
};

const none: Internal = { judged: [], stored: [] };

/** Stores the rows of a table that are kept, with the build's own columns. Returns how many there are. */
export async function storeTable(
  database: BuildDatabase,
  definition: TableDefinition,
  typed: TypedTable,
): Promise<number> {
  const { judged, stored } = internals[definition.name] ?? none;
  const query = judgedTable(definition, typed, judged);
  const target = `build.main.${quoted(definition.name)}`;
  const columns = definition.columns.map(({ name }) => `kept.${quoted(name)}`);
  // Records are numbered from 0 without gaps, as long as none is set aside.
  const number = needsNumbering(definition, typed) ? "row_number() over (order by record)" : "(record + 1)";
  const select = [...columns, ...stored.map((expression) => expression.replace("$number", number))].join(", ");
  if (definition.name === "enrolment") {
    // Numbered by themselves, since sorting whole rows would take one thread a long time.
    await database.run(`create or replace temp table kept as from (${query}) where problem is null`);
    await database.run(`create table ${target} as
      with returning_person as (select person from kept group by person having count(*) > 1),
        numbered as (
          select record, (row_number() over (order by started_on, enrolment))::integer as stay from kept)
      select ${select} from kept join numbered on numbered.record = kept.record
        left join returning_person on returning_person.person = kept.person`);
    await database.run("drop table temp.kept");
  } else {
    await database.run(`create table ${target} as select ${select} from (${query}) as kept where problem is null`);
  }
  const [{ rows = 0 } = {}] = await database.all(`select count(*)::double as rows from ${target}`);
  return Number(rows);
}

function needsNumbering(definition: TableDefinition, typed: TypedTable): boolean {
  const judgedByMore =
    definition.columns.some(({ references }) => references !== undefined) ||
    definition.checks.some(({ level }) => level === "set_aside");
  return typed.mayHaveProblems || judgedByMore;
}
