import { type Cell, type Figure, isHidden, isTime, type Row, readRows } from "../table.ts";
import type { Wording } from "../wording.ts";

/**
 * For whom the file is. `data`: names and codes as in the database, commas and decimal points, for R or Python.
 * `excel`: labels and names in the reader's language; separators as Excel expects them there.
 */
export type CsvFor = "data" | "excel";

/** Figures as CSV, with where they come from in `#` lines above. A hidden cell is `..`, an unknown one is empty. */
export function csvFile(figures: readonly Figure[], wording: Wording, use: CsvFor): string {
  const text = figures.map((figure) => csvTable(figure, wording, use)).join("\r\n");
  // Excel reads UTF-8 only when the file starts with a byte order mark.
  return use === "excel" ? `\ufeff${text}` : text;
}

function csvTable(figure: Figure, wording: Wording, use: CsvFor): string {
  const { meta } = figure;
  const separator = use === "excel" && wording.language === "sv" ? ";" : ",";
  const line = (cells: string[]) => cells.map((cell) => quote(cell, separator)).join(separator);
  const header = meta.columns.map((column) => (use === "excel" ? wording.say(column.label) : column.name));
  const body = readRows(figure).map((row) =>
    line(meta.columns.map((column) => cellText(row, column.name, figure, wording, use))),
  );
  return [...sourceLines(figure, wording).map((words) => line([`# ${words}`])), line(header), ...body, ""].join("\r\n");
}

function sourceLines({ meta }: Figure, wording: Wording): string[] {
  const extracts = meta.extracts.map(
    (extract) => `${extract.programme} ${extract.as_of} ${extract.supplied_by} sha256 ${extract.extract}`,
  );
  return [
    wording.say(meta.title),
    ...(meta.sentence === undefined ? [] : [wording.say(meta.sentence)]),
    `${meta.kind} ${meta.name} ${meta.definition === undefined ? "" : `${meta.definition.version} ${meta.definition.hash}`}`.trim(),
    ...extracts,
    `cutoff ${meta.cutoff ?? ""}`,
    `selection ${JSON.stringify(meta.selection)}`,
    `room ${meta.room}`,
    `sql ${meta.sql.replace(/\s+/g, " ")}`,
    `sammanhang ${meta.product} duckdb ${meta.database}`,
    ...(meta.extracts.some((extract) => extract.synthetic) ? [wording.t("synthetic.long")] : []),
  ];
}

function cellText(row: Row, name: string, figure: Figure, wording: Wording, use: CsvFor): string {
  if (isHidden(row, name)) return "..";
  const column = figure.meta.columns.find((candidate) => candidate.name === name);
  const value = row[name] ?? null;
  if (value === null || column === undefined) return "";
  if (value instanceof Date)
    return isTime(column) && column.type === "date" ? value.toISOString().slice(0, 10) : value.toISOString();
  if (typeof value === "number") return numberText(value, use === "excel" && wording.language === "sv");
  return use === "excel" ? wording.cell(column, value) : rawText(value);
}

function numberText(value: number, comma: boolean): string {
  return comma ? String(value).replace(".", ",") : String(value);
}

function rawText(value: Exclude<Cell, null | Date>): string {
  return String(value);
}

/** A leading `=`, `+`, `-` or `@` in a text would be a formula in a spreadsheet. */
function quote(cell: string, separator: string): string {
  const safe =
    /^[=+@\t]/.test(cell) || (cell.startsWith("-") && Number.isNaN(Number(cell.replace(",", ".")))) ? `'${cell}` : cell;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
