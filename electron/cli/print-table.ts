import Table from "cli-table3";
import type { Code, Language, Policy, Value } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import type { Format } from "./options.ts";
import { writeOut } from "./output.ts";
import { type ReadTable, readTable } from "./table.ts";
import { say, type Terminal } from "./terminal.ts";

/** Rows that are asked for: a person reads no more in a terminal, and files take what the engine gives. */
export function rowLimit(format: Format): number {
  return format === "table" ? 1000 : 2_000_000;
}

/** How a Table is written, and what is said of it by the catalogue. */
interface TableWords {
  format: Format;
  codes: Record<string, Code[]>;
  policy: Policy;
}

/** Writes one Table in the format asked for. A figure that could not be computed is thrown as what it says. */
export async function printTable(
  terminal: Terminal,
  bytes: Uint8Array,
  options: TableWords & { out?: string },
): Promise<void> {
  const table = readTable(bytes);
  const { fault } = table.meta;
  if (fault) throw new Refusal(fault.code, fault.message, { detail: fault.detail });
  sayLimits(terminal, table);
  await writeOut(terminal, options.out, chunks(terminal.language, table, bytes, options));
}

function chunks(
  language: Language,
  table: ReadTable,
  bytes: Uint8Array,
  { format, codes, policy }: TableWords,
): Iterable<string | Uint8Array> {
  switch (format) {
    case "arrow":
      return [bytes];
    case "json":
      return jsonChunks(table, { policy });
    case "csv":
      return csvChunks(table, policy.glyph, language);
    case "table":
      return [`${drawTable(language, table, { codes, glyph: policy.glyph })}\n`];
  }
}

function* jsonChunks(table: ReadTable, options: { policy: Policy }): Iterable<string> {
  const { kind, name, rows, ...meta } = table.meta;
  // There is no disclosure policy in the evaluator's room, and a reader should not have to guess that.
  const policy = meta.room === "steering" ? options.policy : null;
  yield `{"meta": ${JSON.stringify({ [kind]: name, kind, name, rows, policy, ...meta })},\n"rows": [`;
  for (let row = 0; row < table.length; row += 1) {
    yield `${row === 0 ? "\n" : ",\n"}${JSON.stringify(jsonRow(table, row))}`;
  }
  yield "\n]}\n";
}

/** The types whose values a Table has as JSON text. */
const nested = /^(json$|struct\(|map\()|\]$/;

/** A row by its columns, and the names of those that are hidden in it. */
export function jsonRow(table: ReadTable, row: number): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  table.columns.forEach((column, at) => {
    const value = table.value(row, at);
    const type = table.meta.columns.find(({ name }) => name === column)?.type ?? "";
    json[column] = nested.test(type) && typeof value === "string" ? JSON.parse(value) : value;
  });
  json.suppressed = table.meta.suppressed?.[row] ?? [];
  return json;
}

function isHidden(table: ReadTable, row: number, column: number): boolean {
  return table.meta.suppressed?.[row]?.includes(table.columns[column]!) ?? false;
}

function* csvChunks(table: ReadTable, glyph: string, language: Language): Iterable<string> {
  // A file of changed counts must say so itself, wherever it goes.
  const { changed } = table.meta;
  if (changed) yield `# ${changed.message[language]}\n`;
  yield `${table.columns.map(csvCell).join(",")}\n`;
  for (let row = 0; row < table.length; row += 1) {
    yield `${table.columns.map((_, at) => csvCell(isHidden(table, row, at) ? glyph : table.value(row, at))).join(",")}\n`;
  }
}

export function csvCell(value: Value): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A Table for the eye, with what its codes are called. */
export function drawTable(
  language: Language,
  table: ReadTable,
  { codes, glyph }: { codes: Record<string, Code[]>; glyph: string },
): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 4, useGrouping: false });
  const columns = table.columns.map((name) => {
    const meta = table.meta.columns.find((column) => column.name === name);
    const titles = new Map(codes[meta?.codes ?? ""]?.map(({ code, title }) => [code, title[language]]));
    return { label: meta?.label[language] ?? name, titles };
  });
  const rows = Array.from({ length: table.length }, (_, row) =>
    columns.map(({ titles }, at) => {
      const value = table.value(row, at);
      if (isHidden(table, row, at)) return { content: glyph, hAlign: "right" as const };
      if (typeof value === "number") return { content: number.format(value), hAlign: "right" as const };
      return shortened(titles.get(String(value)) ?? (value === null ? "" : String(value)));
    }),
  );
  return draw(
    columns.map(({ label }) => label),
    rows,
  );
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A table for the eye. */
export function draw(head: string[], rows: Table.HorizontalTableRow[]): string {
  const table = new Table({ head, style: { head: [], border: [], compact: true } });
  table.push(...rows);
  return table.toString();
}

function sayLimits(terminal: Terminal, { meta, length }: ReadTable): void {
  const { title, sentence, changed } = meta;
  if (meta.kind !== "sql") say(terminal, title);
  if (sentence) say(terminal, sentence);
  if (changed) say(terminal, changed.message);
  if (length < meta.rows || meta.truncated) {
    say(terminal, {
      sv: `Visar ${length} rader av ${meta.rows}${meta.truncated ? " eller fler" : ""}.`,
      en: `Shows ${length} rows of ${meta.rows}${meta.truncated ? " or more" : ""}.`,
    });
  }
}
