import type { Code, LoadFinding, LoadReport, Text } from "../contract.ts";
import type { BuildDatabase } from "../engine/database.ts";
import { literal } from "../engine/literal.ts";
import { storeFirstDays } from "./build-first-days.ts";
import { storeSingleAnswers } from "./build-single-answers.ts";
import { storeSingleResponses } from "./build-single-responses.ts";
import { storeTable } from "./build-table.ts";
import { type CodeLists, resolveSpellings } from "./code-lists.ts";
import { countFlags, noRowsFlag, storeFlags } from "./flags.ts";
import { scanOrphans } from "./identifier-scan.ts";
import type { Manifest } from "./manifest.ts";
import { type Findings, note } from "./report.ts";
import { asideRelation, createAside, recordSetAside } from "./set-aside.ts";
import { quoted } from "./sql.ts";
import type { ExaminedTable } from "./structure.ts";
import { sqlTypes, type TableDefinition } from "./table-definition.ts";
import { type TypedTable, typedTable } from "./typed.ts";

/** A questionnaire's scale, as far as the checks need it. */
export interface ScaleRange {
  name: string;
  /** What its items are called. */
  items: string[];
  min: number;
  max: number;
}

export interface BuildOptions {
  database: BuildDatabase;
  /** The new build file's path. */
  path: string;
  extract: string;
  manifest: Manifest;
  programme: { starts_on: string; ends_on: string };
  tables: TableDefinition[];
  codes: CodeLists;
  scales: ScaleRange[];
  examined: ExaminedTable[];
  findings: Findings;
  signal: AbortSignal;
  onStep: (step: Text, done: number, total: number) => void;
}

export interface BuildResult {
  tables: LoadReport["tables"];
  set_aside: LoadFinding[];
  flags: LoadReport["flags"];
}

/** Types, checks and stores all tables in a new build file, those that are referred to first. */
export async function buildExtract(options: BuildOptions): Promise<BuildResult> {
  const { database, path, tables, examined, findings, signal, onStep } = options;
  await database.run(`attach ${literal(path)} as build`);
  await createBuildTables(options);
  // The delivered tables were read in their order, which gives the lines. Of the built ones no order is relied on.
  await database.run("set preserve_insertion_order = false");
  const raws = examined.map(({ raw }) => raw);
  const result: BuildResult = { tables: [], set_aside: [], flags: [] };
  for (const [index, definition] of tables.entries()) {
    signal.throwIfAborted();
    onStep({ sv: `Kontrollerar ${definition.name}`, en: `Checking ${definition.name}` }, index, tables.length);
    await createAside(database, definition);
    const delivered = examined.find(({ raw }) => raw.table === definition.name);
    const typed = delivered === undefined ? emptyTable(definition) : await typeTable(options, delivered, definition);
    const kept = await storeTable(database, definition, typed);
    if (delivered === undefined) continue;
    const { raw } = delivered;
    if (kept < raw.rows || raw.broken.length > 0) {
      result.set_aside.push(...(await recordSetAside(database, definition, typed, raw, raws)));
      for (const { column } of delivered.surveys) {
        if (column.definition?.references === undefined) continue;
        await scanOrphans(database, raw, column, asideRelation(definition.name), findings, signal);
      }
    }
    const rows = raw.rows + raw.broken.length;
    result.tables.push({
      table: definition.name,
      file: raw.file,
      rows,
      kept,
      set_aside: rows - kept,
      ...(raw.encoding === undefined ? {} : { encoding: raw.encoding }),
      ...(raw.delimiter === undefined ? {} : { delimiter: raw.delimiter }),
    });
    // Its memory is better used for the tables that follow.
    await database.run(`drop table ${raw.relation}`);
    if (rows === 0) result.flags.push(noRowsFlag(definition.name, raw.file));
  }
  if (findings.refusals.length > 0) return result;
  // The conditions of flags, as what is stored after the tables, name the built tables.
  await database.run("use build");
  await storeFirstDays(database);
  await storeSingleResponses(database);
  await storeSingleAnswers(database, { wide: raws.some(({ table, wide }) => table === "answer" && wide) });
  for (const definition of tables) {
    signal.throwIfAborted();
    result.flags.push(...(await countFlags(database, definition)));
  }
  await storeFlags(database, result.flags);
  for (const { table, file, rows, kept, set_aside } of result.tables) {
    const values = [table, file, rows, kept, set_aside].map((value) => literal(value)).join(", ");
    await database.run(`insert into build.main.table_rows values (${values})`);
  }
  await database.run("use memory");
  await database.run("detach build");
  return result;
}

async function createBuildTables({ database, extract, manifest, programme, scales }: BuildOptions): Promise<void> {
  const { as_of, completeness, supplied_by, items, note, synthetic } = manifest;
  const day = (value: string) => `${literal(value)}::date`;
  await database.run(`
    create table build.main.manifest as select ${literal(extract)} as extract, ${literal(manifest.programme)} as programme,
      ${day(as_of)} as as_of, ${literal(completeness)} as completeness, ${literal(supplied_by)} as supplied_by,
      ${literal(items)} as items, ${literal(note)}::varchar as note, ${synthetic} as synthetic;
    create table build.main.set_aside ("table" varchar, file varchar, line integer, "column" varchar, rule varchar);
    create table build.main.flag ("table" varchar, rule varchar, count bigint);
    create table build.main.table_rows ("table" varchar, file varchar, rows bigint, kept bigint, set_aside bigint);
    create table memory.main.manifest as select ${day(as_of)} as as_of, ${day(programme.starts_on)} as starts_on,
      ${day(programme.ends_on)} as ends_on;
    create table memory.main.scale (name varchar, items integer, low integer, high integer);
    create table memory.main.scale_item (scale varchar, item varchar)`);
  for (const { name, items, min, max } of scales) {
    await database.run(`insert into memory.main.scale values (${literal(name)}, ${items.length}, ${min}, ${max})`);
    const named = items.map((item) => `(${literal(name)}, ${literal(item)})`);
    await database.run(`insert into memory.main.scale_item values ${named.join(", ")}`);
  }
}

async function typeTable(
  { database, codes, scales, findings }: BuildOptions,
  { raw, surveys }: ExaminedTable,
  definition: TableDefinition,
): Promise<TypedTable> {
  const spellings = new Map<string, string>();
  for (const { column, odd } of surveys) {
    const isCode = column.definition?.codes !== undefined;
    if (isCode && odd > 0)
      spellings.set(
        column.name,
        await resolveSpellings(database, raw, column, codes, (likely) =>
          noteLikely(findings, raw.file, column.heading, likely),
        ),
      );
  }
  return typedTable({ raw, definition, surveys, codes, scales: scales.map(({ name }) => name), spellings });
}

/** Never corrected by itself: the wrong town would be no smaller a mistake than none. */
function noteLikely(findings: Findings, file: string, heading: string, likely: Code[]): void {
  if (likely.length === 0) return;
  const names = likely.map(({ code, title }) => `${title.sv} (${code})`).join(", ");
  note(
    findings,
    `${file}: ${heading} har stavningar som ingen kommun har men som liknar ${names}. De är inte rättade, och raderna är undantagna. Rätta stavningen, eller skriv kommunkoden.`,
    `${file}: ${heading} has spellings that no municipality has but that are like ${names}. They are not corrected, and the rows are set aside. Correct the spelling, or write the municipality's code.`,
  );
}

function emptyTable({ columns }: TableDefinition): TypedTable {
  const cells = columns.map(({ name, type }) => `null::${sqlTypes[type]} as ${quoted(name)}`);
  return {
    sql: `select 0::bigint as record, ${cells.join(", ")}, null::varchar as cell_problem where false`,
    mayHaveProblems: false,
  };
}
