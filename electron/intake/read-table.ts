import { join } from "node:path";
import type { BuildDatabase } from "../engine/database.ts";
import { type CsvHeader, foldName, readHeader } from "./csv-header.ts";
import { findLines } from "./csv-lines.ts";
import { detectEncoding, transcode } from "./encoding.ts";
import { type BrokenRecord, type RawColumn, type RawTable, readCsv, readParquet } from "./raw-table.ts";
import type { ReceivedFile } from "./received-file.ts";
import { repairCsv } from "./repair-csv.ts";
import { type Findings, refuse } from "./report.ts";
import { pathLiteral, quoted } from "./sql.ts";
import type { TableDefinition } from "./table-definition.ts";
import { itemColumn, itemDefinition } from "./wide-answers.ts";

export interface ReadContext {
  database: BuildDatabase;
  /** For files made on the way. */
  scratch: string;
  findings: Findings;
  signal: AbortSignal;
}

/** Reads one file of the package as text. undefined when it cannot be read; the findings then say why. */
export async function readTable(
  context: ReadContext,
  file: ReceivedFile,
  definition: TableDefinition | undefined,
  index: number,
): Promise<RawTable | undefined> {
  const relation = `memory.raw.${quoted(definition?.name ?? `other ${index}`)}`;
  return /\.parquet$/i.test(file.name)
    ? readParquetFile(context, file, definition, relation)
    : readCsvFile(context, file, definition, relation, index);
}

async function readCsvFile(
  context: ReadContext,
  file: ReceivedFile,
  definition: TableDefinition | undefined,
  relation: string,
  index: number,
): Promise<RawTable | undefined> {
  const { database, findings, scratch, signal } = context;
  const encoding = await detectEncoding(file);
  let path = file.path;
  if (encoding !== "utf-8") {
    path = join(scratch, `${index}.utf8.csv`);
    await transcode(file, encoding, path, signal);
  }
  const header = await readHeader(path, definition?.columns.map(({ name }) => name) ?? []);
  if (header === undefined) {
    refuse(findings, { file: file.name, line: 1 }, "no_header", {
      sv: `${file.name} är tom. Första raden ska innehålla kolumnernas namn.`,
      en: `${file.name} is empty. Its first line should hold the columns' names.`,
    });
    return undefined;
  }
  if (header.foreignDelimiter !== undefined) {
    refuse(findings, { file: file.name, line: header.line }, "delimiter", {
      sv: `Kolumnerna i ${file.name} är åtskilda av ${header.foreignDelimiter}. Spara filen med komma, semikolon eller tabb i stället.`,
      en: `The columns of ${file.name} are separated by ${header.foreignDelimiter}. Save the file with commas, semicolons or tabs instead.`,
    });
    return undefined;
  }
  const columns = rawColumns(header.names, definition);
  const raw = { table: definition?.name, file: file.name, relation, record: "rowid", columns, wide: false, encoding };
  const read = await readOrRepair(context, file, path, header, columns, relation, index);
  if (read === undefined) return undefined;
  const [{ rows = 0 } = {}] = await database.all(`select count(*)::double as rows from ${relation}`);
  return {
    ...raw,
    rows: Number(rows),
    broken: read.broken,
    linesOf: (records) => read.linesOf(records, Number(rows)),
    nulBytes: file.traits.nulBytes && encoding === "utf-8",
    delimiter: header.delimiter,
  };
}

interface Read {
  broken: BrokenRecord[];
  linesOf(records: number[], rows: number): Promise<Map<number, number | null>>;
}

/**
 * DuckDB reads the whole file or says that it cannot. Only then is it gone through record by record, to say where it is
 * damaged and to save the rest. DuckDB's own message quotes the line, so it goes no further than here.
 */
async function readOrRepair(
  context: ReadContext,
  file: ReceivedFile,
  path: string,
  header: CsvHeader,
  columns: RawColumn[],
  relation: string,
  index: number,
): Promise<Read | undefined> {
  try {
    await readCsv(context.database, relation, path, header, columns);
    const csv = { path, header, quotes: file.traits.quotes };
    return { broken: [], linesOf: (records, rows) => findLines(csv, records, rows) };
  } catch (error) {
    context.signal.throwIfAborted();
    if (!/^Invalid Input Error/.test((error as Error).message)) throw error;
  }
  const repaired = join(context.scratch, `${index}.repaired.csv`);
  const repair = await repairCsv(path, repaired, file.name, header, context.findings, context.signal);
  if (repair === undefined) return undefined;
  await readCsv(context.database, relation, repaired, { ...header, line: 1 }, columns);
  const lines = async (records: number[]) => new Map(records.map((record) => [record, repair.lines[record] ?? null]));
  return { broken: repair.broken, linesOf: lines };
}

function rawColumns(names: string[], definition: TableDefinition | undefined): RawColumn[] {
  const columns: RawColumn[] = [];
  for (const [position, heading] of names.entries()) {
    const name = foldName(heading);
    const item = definition?.name === "response" && itemColumn.test(name) ? itemDefinition(name) : undefined;
    const known = definition?.columns.find((column) => column.name === name) ?? item;
    // Of two columns with one name the second is read too, so that it is scanned; the package will be refused.
    const isFirst = !columns.some((column) => column.name === known?.name);
    columns.push({
      name: known && isFirst ? known.name : `other ${position + 1}`,
      heading,
      definition: isFirst ? known : undefined,
    });
  }
  return columns;
}

async function readParquetFile(
  { database, findings, signal }: ReadContext,
  file: ReceivedFile,
  definition: TableDefinition | undefined,
  relation: string,
): Promise<RawTable | undefined> {
  try {
    const described = await database.all(`describe from read_parquet(${pathLiteral(file.path)})`);
    const types = Object.fromEntries(described.map((row) => [String(row.column_name), String(row.column_type)]));
    const columns = rawColumns(Object.keys(types), definition);
    await readParquet(database, relation, file.path, columns, types);
    const [{ rows = 0 } = {}] = await database.all(`select count(*)::double as rows from ${relation}`);
    return {
      table: definition?.name,
      file: file.name,
      relation,
      record: "rowid",
      columns,
      wide: false,
      rows: Number(rows),
      broken: [],
      // As if it were a CSV file, with its header on line 1.
      linesOf: async (records) => new Map(records.map((record) => [record, record + 2])),
      nulBytes: true,
      encoding: undefined,
      delimiter: undefined,
    };
  } catch (error) {
    signal.throwIfAborted();
    if (/out of memory|no space left/i.test((error as Error).message)) throw error;
    refuse(findings, { file: file.name }, "unreadable", {
      sv: `${file.name} går inte att läsa till sitt slut. Filen kan vara avhuggen. Hämta den på nytt.`,
      en: `${file.name} cannot be read to its end. The file may be cut off. Fetch it again.`,
    });
    return undefined;
  }
}
