import type { BuildDatabase } from "../engine/database.ts";
import { literal } from "../engine/literal.ts";
import { type CsvHeader, foldName } from "./csv-header.ts";
import { pathLiteral, quoted } from "./sql.ts";
import type { ColumnDefinition, TableDefinition } from "./table-definition.ts";
import { itemColumn, itemDefinition } from "./wide-columns.ts";

/** A delivered table as it stands, all text, in the loading database. */
export interface RawTable {
  /** The canonical table; undefined for a file that is none, which is only scanned. */
  table: string | undefined;
  /** As delivered. */
  file: string;
  /** Its name in SQL. */
  relation: string;
  /** The SQL of a row's number among the file's records, from 0. */
  record: string;
  columns: RawColumn[];
  /** Made from the columns `item_…` of a wide `response`; a finding then points at the item's column. */
  wide: boolean;
  rows: number;
  /** Records of the file that could not become rows. */
  broken: BrokenRecord[];
  /** The physical line of each record, null where it cannot be told. */
  linesOf(records: number[]): Promise<Map<number, number | null>>;
  nulBytes: boolean;
  encoding: string | undefined;
  delimiter: string | undefined;
}

export interface RawColumn {
  /** In the loading database. */
  name: string;
  /** As the supplier calls it. */
  heading: string;
  /** undefined for a column that the format does not have. */
  definition: ColumnDefinition | undefined;
}

export interface BrokenRecord {
  line: number;
  rule: "field_count" | "quoting";
}

/** The columns of a file by its headings. */
export function rawColumns(names: string[], definition: TableDefinition | undefined): RawColumn[] {
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

export async function countRows(database: BuildDatabase, relation: string): Promise<number> {
  const [{ rows = 0 } = {}] = await database.all(`select count(*)::double as rows from ${relation}`);
  return Number(rows);
}

/**
 * Reads a UTF-8 CSV file whose every record has as many fields as the header; says false of any other. DuckDB's own message
 * quotes the line that it stumbled over, so it goes no further than here.
 */
export async function readCsv(
  database: BuildDatabase,
  relation: string,
  path: string,
  header: CsvHeader,
  columns: RawColumn[],
): Promise<boolean> {
  const types = columns.map(({ name }) => `${literal(name)}: 'varchar'`).join(", ");
  try {
    await database.run(`create or replace table ${relation} as from read_csv(${pathLiteral(path)}, auto_detect = false,
      header = true, skip = ${header.line - 1}, delim = ${literal(header.delimiter)}, quote = '"', escape = '"',
      columns = {${types}}, buffer_size = 16777216)`);
    return true;
  } catch (error) {
    if (/^Invalid Input Error/.test((error as Error).message)) return false;
    throw error;
  }
}

/** Reads a Parquet file as the text that a CSV file would have held. */
export async function readParquet(
  database: BuildDatabase,
  relation: string,
  path: string,
  columns: RawColumn[],
  types: Record<string, string>,
): Promise<void> {
  const cells = columns.map(
    (column) => `${asText(quoted(column.heading), types[column.heading])} as ${quoted(column.name)}`,
  );
  await database.run(
    `create or replace table ${relation} as select ${cells.join(", ")} from read_parquet(${pathLiteral(path)})`,
  );
}

/** Programs that know no missing integers or plain dates write them as 3.0 and as midnight. */
function asText(cell: string, type = ""): string {
  if (/^(DOUBLE|FLOAT|DECIMAL)/.test(type)) {
    return `case when ${cell} = trunc(${cell}) and abs(${cell}) < 1e15 then ${cell}::bigint::varchar else ${cell}::varchar end`;
  }
  if (type.startsWith("TIMESTAMP")) {
    return `case when ${cell}::timestamp = ${cell}::date then ${cell}::date::varchar else ${cell}::varchar end`;
  }
  return `${cell}::varchar`;
}
