import type { BuildDatabase } from "../engine/database.ts";
import { literal } from "../engine/literal.ts";
import { isPlain } from "./cell.ts";
import { isForbiddenHeading, suggestsIdentifier } from "./column-names.ts";
import { findIdentifiers, forbiddenHeading, type Identifier } from "./identifiers.ts";
import type { RawColumn, RawTable } from "./raw-table.ts";
import { type Findings, finding, refuse } from "./report.ts";
import { quoted } from "./sql.ts";
import { suspect } from "./suspect.ts";

/** Places listed for one column; more would not help to find the cause. */
const mostPlaces = 20;
/** Cells that are looked at in one go. */
const batch = 20_000;

/**
 * The condition that a cell of the column must be looked at by itself. A plain code, date or short number cannot be an
 * identifier. A reference is looked at where it refers to; what refers to nothing is scanned later (`scanOrphans`).
 */
export function suspectCells({ name, definition }: RawColumn): string {
  const cell = quoted(name);
  if (definition?.references !== undefined) return "false";
  const isFree = definition === undefined || (definition.codes === undefined && /text|code/.test(definition.type));
  return isFree ? isSuspect(cell) : `case when ${isPlain(definition, cell)} then false else ${isSuspect(cell)} end`;
}

function isSuspect(cell: string): string {
  return `regexp_matches(${cell}, ${literal(suspect)})`;
}

/** Refuses columns that are named as identifiers, and headings that hold one (a file without a header has a row there). */
export function checkHeadings(raw: RawTable, findings: Findings): void {
  for (const [index, column] of raw.columns.entries()) {
    const [found] = findIdentifiers(column.heading).filter(({ certain }) => certain);
    if (found !== undefined) {
      column.heading = `${index + 1}`;
      refuse(findings, { file: raw.file, line: 1, column: column.heading }, found.rule, found.message);
    } else if (isForbiddenHeading(column.heading)) {
      refuse(findings, { file: raw.file, line: 1, column: column.heading }, "identifier_column", forbiddenHeading);
    }
  }
}

export interface Hit {
  record: number;
  identifier: Identifier;
}

/** Looks at each suspect cell of a column and judges the column by them. */
export async function scanColumn(
  database: BuildDatabase,
  raw: RawTable,
  column: RawColumn,
  findings: Findings,
  signal: AbortSignal,
): Promise<void> {
  await scanCells(database, raw, column, suspectCells(column), findings, signal);
}

/** Looks at the references of the rows that were set aside: those that refer to nothing were scanned nowhere else. */
export async function scanOrphans(
  database: BuildDatabase,
  raw: RawTable,
  column: RawColumn,
  aside: string,
  findings: Findings,
  signal: AbortSignal,
): Promise<void> {
  const orphans = `${raw.record} in (select record from ${aside}) and ${isSuspect(quoted(column.name))}`;
  await scanCells(database, raw, column, orphans, findings, signal);
}

/** No cell leaves this function. */
async function scanCells(
  database: BuildDatabase,
  raw: RawTable,
  column: RawColumn,
  condition: string,
  findings: Findings,
  signal: AbortSignal,
): Promise<void> {
  await database.run(`create or replace temp table suspects as
    select ${raw.record} as record, ${quoted(column.name)} as cell from ${raw.relation} where ${condition}`);
  const hits: Hit[] = [];
  for (let from = 0; ; from += batch) {
    signal.throwIfAborted();
    const cells = await database.all(
      `select record, cell from suspects where rowid >= ${from} and rowid < ${from + batch} order by rowid`,
    );
    for (const { record, cell: text } of cells) {
      for (const identifier of findIdentifiers(String(text))) hits.push({ record: Number(record), identifier });
    }
    if (cells.length < batch) break;
  }
  await database.run("drop table suspects");
  await judgeColumn(raw, column, hits, findings);
}

type Source = Pick<RawTable, "file" | "linesOf">;
type Column = Pick<RawColumn, "heading">;

/** Decides by all that was found in a column whether the package is refused, or asked about, or neither. */
export async function judgeColumn(raw: Source, column: Column, hits: Hit[], findings: Findings): Promise<void> {
  const suggested = suggestsIdentifier(column.heading);
  const certain = hits.filter(({ identifier }) => identifier.certain && !identifier.weak);
  const weak = hits.filter(({ identifier }) => identifier.weak);
  const weakCertain = weak.filter(({ identifier }) => identifier.certain);
  // By chance one weak number in ten has the right control digit; of real ones all have.
  if (weakCertain.length * 2 >= weak.length && (weakCertain.length >= 2 || suggested)) certain.push(...weakCertain);
  if (certain.length > 0) {
    findings.refusals.push(...(await places(raw, column, certain)));
    return;
  }
  const doubtful = hits.filter(({ identifier }) => !identifier.certain && !identifier.weak);
  if (doubtful.length < 2 && !(doubtful.length === 1 && suggested)) return;
  findings.confirmations.push({
    code: `identifier:${raw.file}:${column.heading}`,
    message: {
      sv: `${column.heading === "" ? "Filen" : `Kolumnen ${column.heading} i`} ${raw.file} innehåller nummer som ser ut som personnummer men har fel kontrollsiffra (antal: ${doubtful.length}). Kontrollera med leverantören. Bekräfta bara om du vet att det inte är personnummer.`,
      en: `${column.heading === "" ? "The file" : `The column ${column.heading} of`} ${raw.file} holds numbers that look like personal identity numbers but have a wrong control digit (${doubtful.length} of them). Ask the supplier. Confirm only if you know that they are none.`,
    },
    findings: await places(raw, column, doubtful),
  });
}

async function places(raw: Source, column: Column, hits: Hit[]): Promise<Findings["refusals"]> {
  const listed = hits.slice(0, mostPlaces);
  const lines = await raw.linesOf(listed.map(({ record }) => record));
  return listed.map(({ record, identifier }) =>
    finding(
      { file: raw.file, line: lines.get(record), column: column.heading || null },
      identifier.rule,
      identifier.message,
    ),
  );
}
