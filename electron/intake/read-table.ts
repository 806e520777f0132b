import type { RawTable } from "./raw-table.ts";
import type { ReadContext } from "./read-context.ts";
import { readCsvTable } from "./read-csv-table.ts";
import { readOtherText } from "./read-other-text.ts";
import { readParquetTable } from "./read-parquet-table.ts";
import type { ReceivedFile } from "./received-file.ts";
import { quoted } from "./sql.ts";
import type { TableDefinition } from "./table-definition.ts";

/**
 * Reads one file of the package as text. undefined when there is no table to go on with; the findings then say why, if
 * the file should have been one.
 */
export async function readTable(
  context: ReadContext,
  file: ReceivedFile,
  definition: TableDefinition | undefined,
  index: number,
): Promise<RawTable | undefined> {
  const relation = `memory.raw.${quoted(definition?.name ?? `other ${index}`)}`;
  if (/\.parquet$/i.test(file.name)) return readParquetTable(context, file, definition, relation);
  if (definition === undefined) return readOtherText(context, file, relation, index);
  return readCsvTable(context, file, definition, relation, index);
}
