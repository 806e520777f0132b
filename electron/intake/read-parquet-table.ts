import { countRows, type RawTable, rawColumns, readParquet } from "./raw-table.ts";
import type { ReadContext } from "./read-context.ts";
import type { ReceivedFile } from "./received-file.ts";
import { refuse } from "./report.ts";
import { pathLiteral } from "./sql.ts";
import type { TableDefinition } from "./table-definition.ts";

export async function readParquetTable(
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
    return {
      table: definition?.name,
      file: file.name,
      relation,
      record: "rowid",
      columns,
      wide: false,
      rows: await countRows(database, relation),
      broken: [],
      // As if it were a CSV file, with its header on line 1.
      linesOf: async (records) => new Map(records.map((record) => [record, record + 2])),
      nulBytes: true,
      encoding: undefined,
      delimiter: undefined,
    };
  } catch (error) {
    signal.throwIfAborted();
    // What is not about this file is about the machine, and is told as such.
    if (/out of memory|no space left/i.test((error as Error).message)) throw error;
    refuse(findings, { file: file.name }, "unreadable", {
      sv: `${file.name} går inte att läsa till sitt slut. Filen kan vara avhuggen. Hämta den på nytt.`,
      en: `${file.name} cannot be read to its end. The file may be cut off. Fetch it again.`,
    });
    return undefined;
  }
}
