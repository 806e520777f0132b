import type { Text } from "../contract.ts";
import type { BuildDatabase } from "../engine/database.ts";
import { type CodeLists, createCodeTypes } from "./code-lists.ts";
import { checkHeadings, scanColumn } from "./identifier-scan.ts";
import { readTable } from "./read-table.ts";
import type { ReceivedFile } from "./received-file.ts";
import { type Findings, note, refuse } from "./report.ts";
import { checkColumns, checkKeys, checkRowCount, checkTables, type ExaminedTable } from "./structure.ts";
import { surveyTable } from "./survey.ts";
import type { TableDefinition } from "./table-definition.ts";
import { tableOfFile } from "./table-file.ts";
import { unpivotAnswers } from "./wide-answers.ts";

export interface ExamineOptions {
  database: BuildDatabase;
  scratch: string;
  files: ReceivedFile[];
  tables: TableDefinition[];
  codes: CodeLists;
  /** Records by table that the manifest promises. */
  promised: Record<string, number>;
  findings: Findings;
  signal: AbortSignal;
  onStep: (step: Text, done: number, total: number) => void;
}

/**
 * Reads every file as text and looks for all that refuses a package: identifiers, what cannot be read, what is missing,
 * what is there twice. All of it is found in one go, so that a supplier has to be asked once.
 */
export async function examinePackage(options: ExamineOptions): Promise<ExaminedTable[]> {
  const { database, files, tables, codes, findings, signal, onStep } = options;
  await database.run("create schema memory.raw");
  await createCodeTypes(database, tables, codes);
  const examined: ExaminedTable[] = [];
  const seen: string[] = [];
  for (const [index, file] of files.entries()) {
    signal.throwIfAborted();
    onStep({ sv: `Läser ${file.name}`, en: `Reading ${file.name}` }, index, files.length);
    const definition = tables.find(({ name }) => name === tableOfFile(file.name));
    if (definition === undefined) noteIgnored(file, findings);
    if (definition !== undefined && seen.includes(definition.name)) refuseSecondFile(file, definition, findings);
    else if (definition !== undefined || isTabular(file)) await examineFile(options, file, definition, index, examined);
    if (definition !== undefined) seen.push(definition.name);
  }
  const answer = tables.find(({ name }) => name === "answer");
  const response = examined.find(({ raw }) => raw.table === "response");
  const wide = answer && response && (await unpivotAnswers(database, response.raw, answer));
  if (wide !== undefined && seen.includes("answer")) refuseAnswersTwice(wide.file, findings);
  else if (wide !== undefined) examined.push({ raw: wide, surveys: await surveyTable(database, wide) });
  checkTables(
    tables,
    examined.map(({ raw }) => raw),
    seen,
    findings,
  );
  return examined;
}

async function examineFile(
  options: ExamineOptions,
  file: ReceivedFile,
  definition: TableDefinition | undefined,
  index: number,
  examined: ExaminedTable[],
): Promise<void> {
  const { database, codes, findings, signal } = options;
  const raw = await readTable(options, file, definition, index);
  if (raw === undefined) return;
  checkHeadings(raw, findings);
  if (definition !== undefined) checkColumns(raw, definition, codes, findings);
  const surveys = await surveyTable(database, raw);
  for (const { column, suspects } of surveys) {
    if (suspects > 0) await scanColumn(database, raw, column, findings, signal);
  }
  if (definition === undefined) return;
  await checkKeys(database, { raw, surveys }, definition, findings);
  checkRowCount(raw, options.promised, findings);
  examined.push({ raw, surveys });
}

/** Whatever is a table in text form can hold identifiers, whether it is one of ours or not. */
function isTabular(file: ReceivedFile): boolean {
  return /\.(csv|tsv|txt|parquet)$/i.test(file.name) && file.bytes > 0;
}

function noteIgnored(file: ReceivedFile, findings: Findings): void {
  note(
    findings,
    `${file.name} är ingen av tabellerna och har inte sparats.`,
    `${file.name} is none of the tables and was not kept.`,
  );
}

function refuseSecondFile(file: ReceivedFile, { name }: TableDefinition, findings: Findings): void {
  refuse(findings, { file: file.name }, "table_twice", {
    sv: `Tabellen ${name} finns i två filer. Ta bort den ena.`,
    en: `The table ${name} is there in two files. Remove one of them.`,
  });
}

function refuseAnswersTwice(file: string, findings: Findings): void {
  refuse(findings, { file }, "table_twice", {
    sv: `Svaren finns både i kolumnerna item_… i ${file} och i tabellen answer. Ta bort det ena.`,
    en: `The answers are both in the columns item_… of ${file} and in the table answer. Remove one of them.`,
  });
}
