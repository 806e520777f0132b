import type { ColumnMeta } from "../../electron/contract.ts";
import { type Figure, isHidden, type Row, readRows } from "../table.ts";
import { type NamedFigure, unitedColumns } from "../united.ts";
import type { Wording } from "../wording.ts";
import { formNote } from "./forms.ts";

/**
 * For whom the file is. `data`: names and codes as in the database, commas and decimal points, for R or Python.
 * `excel`: labels and names in the reader's language; separators as Excel expects them there.
 */
export type CsvFor = "data" | "excel";

/**
 * A chart's Tables as one CSV table, with where they come from in lines that begin with `#` above it. Where there are
 * several Tables the first column says which one a row is of. A hidden cell is `..`, an unknown one is empty.
 */
export function csvFile(figures: readonly NamedFigure[], wording: Wording, use: CsvFor): string {
  const csv = csvWriter(unitedColumns(figures), figures.length > 1, wording, use);
  const body = figures.flatMap(({ name, figure }) => csv.rows(readRows(figure), name));
  return csv.head(figures) + [...body, ""].join("\r\n");
}

/** The parts of a CSV table, for an answer that is too long to be held whole. */
export interface CsvWriter {
  /** Where the Tables come from, and the line of column names; ends its line. */
  head(figures: readonly NamedFigure[]): string;
  /** A line for each row, without its end. `name` says which Table they are of, where there are several. */
  rows(rows: readonly Row[], name?: string): string[];
}

/** `named`: the first column says which Table a row is of. */
export function csvWriter(columns: readonly ColumnMeta[], named: boolean, wording: Wording, use: CsvFor): CsvWriter {
  const comma = use === "excel" && wording.language === "sv";
  const separator = comma ? ";" : ",";
  const line = (cells: string[]) => cells.map((cell) => quote(cell, separator)).join(separator);
  return {
    head(figures) {
      const header = columns.map((column) => (use === "excel" ? wording.say(column.label) : column.name));
      const part = use === "excel" ? wording.t("table.part") : "part";
      const sources = figures.flatMap(({ name, figure }) => sourceLines(named ? name : undefined, figure, wording));
      const text = [...sources, line(named ? [part, ...header] : header), ""].join("\r\n");
      // Excel reads UTF-8 only when the file starts with a byte order mark.
      return use === "excel" ? `\ufeff${text}` : text;
    },
    rows: (rows, name = "") =>
      rows.map((row) => {
        const cells = columns.map((column) => cellText(row, column, wording, use, comma));
        return line(named ? [name, ...cells] : cells);
      }),
  };
}

function sourceLines(name: string | undefined, { meta }: Figure, wording: Wording): string[] {
  const definition = meta.definition === undefined ? "" : ` ${meta.definition.version} ${meta.definition.hash}`;
  return [
    wording.say(meta.title),
    ...(name === undefined ? [] : [name]),
    ...(meta.sentence === undefined ? [] : [wording.say(meta.sentence)]),
    `${meta.kind} ${meta.name}${definition}`,
    ...meta.extracts.map(
      ({ programme, as_of, supplied_by, extract }) => `${programme} ${as_of} ${supplied_by} ${extract}`,
    ),
    ...(meta.extracts.some((extract) => extract.synthetic) ? [wording.t("synthetic.long")] : []),
    formNote(meta, wording),
    `cutoff ${meta.cutoff ?? ""}, selection ${JSON.stringify(meta.selection)}, room ${meta.room}`,
    `sammanhang ${meta.product}, duckdb ${meta.database}`,
    ...(meta.room === "steering" ? [] : meta.sql.split("\n")),
    "",
  ].map((words) => `# ${words}`.trimEnd());
}

function cellText(row: Row, column: ColumnMeta, wording: Wording, use: CsvFor, comma: boolean): string {
  if (isHidden(row, column.name)) return wording.glyph;
  const value = row[column.name] ?? null;
  if (value === null) return "";
  if (value instanceof Date) return column.type === "date" ? value.toISOString().slice(0, 10) : value.toISOString();
  // In full: a reader may compute on with it.
  if (typeof value === "number") return comma ? String(value).replace(".", ",") : String(value);
  return use === "excel" ? wording.cell(column, value) : String(value);
}

/** A leading `=`, `+`, `-` or `@` in a text would be a formula in a spreadsheet. */
function quote(cell: string, separator: string): string {
  const isNumber = /^-?\d[\d.,e+-]*$/i.test(cell);
  const safe = !isNumber && /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
