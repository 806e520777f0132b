import { join } from "node:path";
import { type CsvHeader, readHeader } from "./csv-header.ts";
import { findLines } from "./csv-lines.ts";
import { detectEncoding, readableAsUtf8 } from "./encoding.ts";
import { type BrokenRecord, countRows, type RawColumn, type RawTable, rawColumns, readCsv } from "./raw-table.ts";
import type { ReadContext } from "./read-context.ts";
import type { ReceivedFile } from "./received-file.ts";
import { repairCsv } from "./repair-csv.ts";
import { refuse } from "./report.ts";
import type { TableDefinition } from "./table-definition.ts";

export async function readCsvTable(
  context: ReadContext,
  file: ReceivedFile,
  definition: TableDefinition,
  relation: string,
  index: number,
): Promise<RawTable | undefined> {
  const { database, findings, scratch, signal } = context;
  const encoding = await detectEncoding(file);
  const path = await readableAsUtf8(file, encoding, join(scratch, `${index}.utf8.csv`), signal);
  const names = definition.columns.map(({ name }) => name);
  const header = await readHeader(path, names);
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
  const read = await readOrRepair(context, file, path, header, columns, relation, index);
  if (read === undefined) return undefined;
  const rows = await countRows(database, relation);
  return {
    table: definition.name,
    file: file.name,
    relation,
    record: "rowid",
    columns,
    wide: false,
    rows,
    broken: read.broken,
    linesOf: (records) => read.linesOf(records, rows),
    nulBytes: file.traits.nulBytes && encoding === "utf-8",
    encoding,
    delimiter: header.delimiter,
  };
}

interface Read {
  broken: BrokenRecord[];
  linesOf(records: number[], rows: number): Promise<Map<number, number | null>>;
}

/**
 * DuckDB reads the whole file or says that it cannot. Only then is it gone through record by record, to say where it is
 * damaged and to save the rest.
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
  const { database, findings, scratch, signal } = context;
  if (await readCsv(database, relation, path, header, columns)) {
    const csv = { path, header, quotes: file.traits.quotes };
    return { broken: [], linesOf: (records, rows) => findLines(csv, records, rows) };
  }
  signal.throwIfAborted();
  const repaired = join(scratch, `${index}.repaired.csv`);
  const repair = await repairCsv(path, repaired, file.name, header, findings, signal);
  if (repair === undefined) return undefined;
  if (!(await readCsv(database, relation, repaired, { ...header, line: 1 }, columns))) {
    refuse(findings, { file: file.name }, "unreadable", {
      sv: `${file.name} går inte att läsa som en tabell. Exportera filen på nytt.`,
      en: `${file.name} cannot be read as a table. Export the file again.`,
    });
    return undefined;
  }
  const lines = async (records: number[]) => new Map(records.map((record) => [record, repair.lines[record] ?? null]));
  return { broken: repair.broken, linesOf: lines };
}
