import type { BuildDatabase } from "../engine/database.ts";
import { trimmed } from "./cell.ts";
import { type CodeLists, unknownMember } from "./code-lists.ts";
import { foldName } from "./csv-header.ts";
import type { RawTable } from "./raw-table.ts";
import { type Findings, note, refuse } from "./report.ts";
import { quoted } from "./sql.ts";
import type { ColumnSurvey } from "./survey.ts";
import type { TableDefinition } from "./table-definition.ts";

/** A delivered table, and what a first pass over it showed. */
export interface ExaminedTable {
  raw: RawTable;
  surveys: ColumnSurvey[];
}

/** Duplicates listed for one table. */
const mostDuplicates = 20;

/** Checks that the tables and columns that everything stands on are there. */
export function checkColumns(raw: RawTable, definition: TableDefinition, codes: CodeLists, findings: Findings): void {
  const names = raw.columns.map(({ name }) => name);
  const second = raw.columns.filter(
    ({ name, heading }) => name !== foldName(heading) && names.includes(foldName(heading)),
  );
  for (const name of new Set(second.map(({ heading }) => foldName(heading)))) {
    refuse(findings, { file: raw.file, line: 1, column: name }, "column_twice", {
      sv: `${raw.file} har två kolumner med namnet ${name}. Ta bort den ena.`,
      en: `${raw.file} has two columns named ${name}. Remove one of them.`,
    });
  }
  for (const column of definition.columns) {
    if (names.includes(column.name) || column.optional) continue;
    if (unknownMember(codes[column.codes ?? ""]) !== undefined) {
      note(
        findings,
        `${raw.file} saknar kolumnen ${column.name}; uppgiften räknas som okänd för alla.`,
        `${raw.file} lacks the column ${column.name}; it counts as unknown for all.`,
      );
    } else {
      refuse(findings, { file: raw.file, line: 1, column: column.name }, "column_missing", {
        sv: `${raw.file} saknar kolumnen ${column.name}. Lägg till den, eller rätta dess rubrik.`,
        en: `${raw.file} lacks the column ${column.name}. Add it, or correct its heading.`,
      });
    }
  }
  const unused = raw.columns.filter(
    (column) => column.definition === undefined && column.heading !== "" && !second.includes(column),
  );
  if (unused.length > 0) {
    const list = unused.map(({ heading }) => heading).join(", ");
    note(
      findings,
      `Kolumner i ${raw.file} som inte används: ${list}.`,
      `Columns of ${raw.file} that are not used: ${list}.`,
    );
  }
}

export function checkTables(tables: TableDefinition[], raws: RawTable[], files: string[], findings: Findings): void {
  for (const { name, required } of tables) {
    // A file that is there but could not be read has its own refusal.
    if (!required || raws.some(({ table }) => table === name) || files.includes(name)) continue;
    refuse(findings, { file: `${name}.csv` }, "table_missing", {
      sv: `Tabellen ${name} saknas. Paketet ska innehålla ${name}.csv eller ${name}.parquet.`,
      en: `The table ${name} is missing. The package should hold ${name}.csv or ${name}.parquet.`,
    });
  }
}

/** A key that occurs twice makes every count doubtful, so the package is refused. */
export async function checkKeys(
  database: BuildDatabase,
  { raw, surveys }: ExaminedTable,
  definition: TableDefinition,
  findings: Findings,
): Promise<void> {
  const key = definition.columns.find((column) => column.key);
  const survey = surveys.find(({ column }) => column.name === key?.name);
  if (key === undefined || survey === undefined) return;
  const cell = survey.odd === 0 ? quoted(key.name) : trimmed(quoted(key.name));
  // Equal keys have equal hashes, so as many hashes as keys means no duplicate; numbers are quicker to tell apart than text.
  const [counted = {}] = await database.all(
    `select count(key)::double as keys, count(distinct hash(key))::double as different
     from (select ${cell} as key from ${raw.relation}) where key is not null`,
  );
  if (counted.keys === counted.different) return;
  const repeated = await database.all(`
    with keys as (select ${raw.record} as record, ${cell} as key from ${raw.relation} where ${cell} is not null),
      numbered as (
        select record, min(record) over (partition by key) as first from keys
        qualify count(*) over (partition by key) > 1)
    select record, first from numbered where record <> first order by record limit ${mostDuplicates}`);
  const records = repeated.flatMap(({ record, first }) => [Number(record), Number(first)]);
  const lines = await raw.linesOf(records);
  for (const { record, first } of repeated) {
    const earlier = lines.get(Number(first)) ?? "?";
    refuse(findings, { file: raw.file, line: lines.get(Number(record)), column: key.name }, "duplicate_key", {
      sv: `Samma ${key.name} står redan på rad ${earlier}. Varje rad ska ha sin egen. Ta bort den ena raden, eller rätta nyckeln.`,
      en: `The same ${key.name} stands on line ${earlier} already. Each row needs its own. Remove one of the rows, or correct the key.`,
    });
  }
}

/** A file that was cut at the end of a line looks whole; only the supplier's own count can tell. */
export function checkRowCount(raw: RawTable, promised: Record<string, number>, findings: Findings): void {
  const expected = promised[raw.table ?? ""];
  const found = raw.rows + raw.broken.length;
  if (expected === undefined || expected === found || raw.wide) return;
  refuse(findings, { file: raw.file }, "row_count", {
    sv: `${raw.file} har ${found} rader, men enligt extract.json ska den ha ${expected}. Filen kan vara avhuggen. Hämta den på nytt.`,
    en: `${raw.file} has ${found} rows, but extract.json says ${expected}. The file may have been cut. Fetch it again.`,
  });
}
