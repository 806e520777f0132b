import type { LoadFinding, Text } from "../contract.ts";
import type { BuildDatabase } from "../engine/database.ts";
import { literal } from "../engine/literal.ts";
import { judgedTable } from "./build-table.ts";
import type { RawTable } from "./raw-table.ts";
import { finding } from "./report.ts";
import { setAsideMessage } from "./set-aside-messages.ts";
import { quoted } from "./sql.ts";
import type { TableDefinition } from "./table-definition.ts";
import type { TypedTable } from "./typed.ts";

/** Rows that a report lists for one table. */
const mostListed = 1000;

interface AsideRow {
  record: number;
  problem: string;
  item: string | null;
  /** For a row that refers to a row set aside: that row. */
  parentRecord: number | null;
  parentTable: string | null;
}

/**
 * Writes down the rows of a table that were not kept, each with its line and its first problem, in the build's table
 * `set_aside`, and returns the first of them for the report.
 */
export async function recordSetAside(
  database: BuildDatabase,
  definition: TableDefinition,
  typed: TypedTable,
  raw: RawTable,
  raws: RawTable[],
): Promise<LoadFinding[]> {
  const key = definition.columns.find((column) => column.key)?.name;
  await database.run(`create or replace table ${asideRelation(definition.name)} as
    select record, problem, ${key === undefined ? "null::varchar" : quoted(key)} as key,
      ${raw.wide ? "item" : "null::varchar"} as item, ${references(definition)}
    from (${judgedTable(definition, typed)}) where problem is not null order by record`);
  const rows = await readAside(database, definition, raws);
  const lines = await raw.linesOf(rows.map(({ record }) => record));
  const parents = await parentLines(rows, raws);
  const places = rows.map((row) => {
    const [rule = "", ...rest] = row.problem.split(":");
    const column = rest.join(":");
    return {
      row,
      rule: row.parentTable === null ? rule : "reference_set_aside",
      column: headingOf(raw, column, row.item),
      line: lines.get(row.record) ?? null,
    };
  });
  const broken = raw.broken.map(({ line, rule }) => ({ rule, column: null, line, row: undefined }));
  const all = [...places, ...broken].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  await insertSetAside(database, definition.name, raw.file, all);
  return all.slice(0, mostListed).map(({ rule, column, line, row }) => {
    const check = definition.checks.find((each) => each.rule === rule && each.column === row?.problem.split(":")[1]);
    const message = check?.message ?? setAsideMessage(rule, column, row && parentPlace(row, raws, parents));
    return finding({ file: raw.file, line, column }, rule, message);
  });
}

async function readAside(database: BuildDatabase, definition: TableDefinition, raws: RawTable[]): Promise<AsideRow[]> {
  const parents = definition.columns.filter(({ references: table }) => raws.some((raw) => raw.table === table));
  const parent = (expression: (table: string) => string) =>
    parents.length === 0
      ? "null"
      : `case ${parents.map((column) => `when problem = ${literal(`reference:${column.name}`)} then ${expression(column.references ?? "")}`).join(" ")} end`;
  const joins = parents.map(
    ({ name, references: table = "" }) =>
      `left join (select key, min(record) as record from ${asideRelation(table)} group by key) as ${quoted(`in ${table}`)}
        on ${quoted(`in ${table}`)}.key = aside.${quoted(`ref ${name}`)}`,
  );
  const rows = await database.all(`select aside.record, aside.problem, aside.item,
      ${parent((table) => `${quoted(`in ${table}`)}.record`)} as parent_record,
      ${parent((table) => `case when ${quoted(`in ${table}`)}.record is not null then ${literal(table)} end`)} as parent_table
    from ${asideRelation(definition.name)} as aside ${joins.join(" ")} order by aside.record`);
  return rows.map((row) => ({
    record: Number(row.record),
    problem: String(row.problem),
    item: row.item === null ? null : String(row.item),
    parentRecord: row.parent_record === null ? null : Number(row.parent_record),
    parentTable: row.parent_table === null ? null : String(row.parent_table),
  }));
}

/** The rows set aside of a table: `record`, `problem`, `key`, `item`, `ref <column>`. Empty when there are none. */
export function asideRelation(table: string): string {
  return `memory.raw.${quoted(`aside ${table}`)}`;
}

export async function createAside(database: BuildDatabase, definition: TableDefinition): Promise<void> {
  const refs = definition.columns.filter((column) => column.references !== undefined);
  const columns = ["record bigint", "problem varchar", "key varchar", "item varchar"];
  columns.push(...refs.map(({ name }) => `${quoted(`ref ${name}`)} varchar`));
  await database.run(`create or replace table ${asideRelation(definition.name)} (${columns.join(", ")})`);
}

function references(definition: TableDefinition): string {
  const columns = definition.columns.filter((column) => column.references !== undefined);
  return columns.map(({ name }) => `${quoted(name)} as ${quoted(`ref ${name}`)}`).join(", ");
}

function headingOf(raw: RawTable, column: string, item: string | null): string | null {
  if (column === "") return null;
  if (raw.wide && item !== null && column === "value") return `item_${item}`;
  return raw.columns.find(({ name }) => name === column)?.heading ?? column;
}

async function parentLines(rows: AsideRow[], raws: RawTable[]): Promise<Map<string, Map<number, number | null>>> {
  const lines = new Map<string, Map<number, number | null>>();
  for (const table of new Set(rows.map(({ parentTable }) => parentTable))) {
    const raw = raws.find((each) => each.table === table);
    if (raw === undefined) continue;
    const records = rows
      .filter(({ parentTable }) => parentTable === table)
      .map(({ parentRecord }) => parentRecord ?? 0);
    lines.set(raw.table ?? "", await raw.linesOf(records));
  }
  return lines;
}

function parentPlace(
  row: AsideRow,
  raws: RawTable[],
  lines: Map<string, Map<number, number | null>>,
): Text | undefined {
  const raw = raws.find(({ table }) => table === row.parentTable);
  if (raw === undefined) return undefined;
  const line = lines.get(raw.table ?? "")?.get(row.parentRecord ?? 0);
  return { sv: `${raw.file}, rad ${line ?? "?"}`, en: `${raw.file}, line ${line ?? "?"}` };
}

async function insertSetAside(
  database: BuildDatabase,
  table: string,
  file: string,
  places: { line: number | null; column: string | null; rule: string }[],
): Promise<void> {
  for (let from = 0; from < places.length; from += 2000) {
    const values = places
      .slice(from, from + 2000)
      .map(
        ({ line, column, rule }) => `(${[table, file, line, column, rule].map((each) => literal(each)).join(", ")})`,
      );
    await database.run(`insert into build.main.set_aside values ${values.join(", ")}`);
  }
}
