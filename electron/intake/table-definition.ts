import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Text } from "../contract.ts";

/** A canonical table, as its file in `queries/extract/` declares it (the README there has the grammar). */
export interface TableDefinition {
  name: string;
  title: Text;
  /** Why the table is as it is, from the file; one paragraph a line break. */
  description: string;
  /** A package without this table is refused. */
  required: boolean;
  columns: ColumnDefinition[];
  checks: CheckDefinition[];
}

export interface ColumnDefinition {
  name: string;
  type: ColumnType;
  key: boolean;
  /** The table whose key this column holds. */
  references: string | undefined;
  optional: boolean;
  /** The code list that its values come from. */
  codes: string | undefined;
  /** Holds the name of a scale, or of something else. */
  scale: boolean;
  description: string;
}

export type ColumnType = "text" | "code" | "integer" | "date" | "decimal";

/** A condition that must not hold for any row. */
export interface CheckDefinition {
  level: "set_aside" | "flag";
  rule: string;
  /** The column that a finding points at. */
  column: string | undefined;
  /** SQL that says what is wrong. */
  condition: string;
  message: Text;
}

/** How a column is stored in the build. */
export const sqlTypes: Record<ColumnType, string> = {
  text: "varchar",
  code: "varchar",
  integer: "integer",
  date: "date",
  decimal: "double",
};

/** Reads all table definitions of a folder, those referred to before those that refer. */
export async function readTableDefinitions(folder: string): Promise<TableDefinition[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  const definitions = await Promise.all(
    files.map(async (file) => parseTableDefinition(basename(file, ".sql"), await readFile(join(folder, file), "utf8"))),
  );
  return referredFirst(definitions);
}

/** Throws an Error that names the table and the line: the files are ours, so a mistake in one is a bug. */
export function parseTableDefinition(name: string, source: string): TableDefinition {
  const [head = "", ...rest] = statements(source);
  const description: string[] = [];
  const definition: TableDefinition = {
    name,
    title: { sv: "", en: head },
    description: "",
    required: false,
    columns: [],
    checks: [],
  };
  for (const statement of rest) {
    const [, tag = "", body = ""] = /^@([\w.]+)\s*([\s\S]*)$/.exec(statement) ?? [];
    if (tag === "") description.push(statement);
    else if (tag === "title.sv") definition.title.sv = body;
    else if (tag === "title.en") definition.title.en = body;
    else if (tag === "required") definition.required = true;
    else if (tag === "column") definition.columns.push(parseColumn(name, body));
    else if (tag === "check") definition.checks.push(parseCheck(name, body));
    else throw new Error(`${name}.sql: there is no tag @${tag}`);
  }
  definition.description = description.join("\n").trim();
  return definition;
}

/** The comment's lines without their marks; a line that is indented further goes on with the line before it. */
function statements(source: string): string[] {
  const lines = source.split("\n").filter((line) => line.startsWith("--"));
  const result: string[] = [];
  for (const line of lines.map((text) => text.slice(2))) {
    if (line.startsWith("  ") && result.length > 0) result.push(`${result.pop()}\n${line.trim()}`);
    else result.push(line.trim());
  }
  return result;
}

function parseColumn(table: string, body: string): ColumnDefinition {
  const [declaration = "", ...description] = body.split(/ {2,}/);
  const [name = "", type = "", ...words] = declaration.trim().split(" ");
  if (!Object.hasOwn(sqlTypes, type)) throw new Error(`${table}.sql: column ${name} has no type: ${declaration}`);
  const column: ColumnDefinition = {
    name,
    type: type as ColumnType,
    key: false,
    references: undefined,
    optional: false,
    codes: undefined,
    scale: false,
    description: description.join(" ").trim(),
  };
  while (words.length > 0) {
    const word = words.shift() ?? "";
    if (word === "key") column.key = true;
    else if (word === "?") column.optional = true;
    else if (word === "scale") column.scale = true;
    else if (word === "->") column.references = words.shift();
    else if (word.startsWith("codes=")) column.codes = word.slice("codes=".length);
    else throw new Error(`${table}.sql: column ${name}: what is "${word}"?`);
  }
  return column;
}

function parseCheck(table: string, body: string): CheckDefinition {
  const lines = body.split("\n");
  const sentence = (language: string) =>
    lines.find((line) => line.startsWith(`${language} `))?.slice(language.length + 1) ?? "";
  const text = lines.filter((line) => !/^(sv|en) /.test(line)).join("\n");
  const [, level, rule = "", column, condition = ""] = /^(\w+) (\w+)(?: (\w+))?: ([\s\S]+)$/.exec(text) ?? [];
  const message = { sv: sentence("sv"), en: sentence("en") };
  if ((level !== "set_aside" && level !== "flag") || message.sv === "" || message.en === "") {
    throw new Error(`${table}.sql: a check needs level, rule, condition and a sentence in both languages: ${text}`);
  }
  return { level, rule, column, condition, message };
}

function referredFirst(definitions: TableDefinition[]): TableDefinition[] {
  const ordered: TableDefinition[] = [];
  const place = (definition: TableDefinition) => {
    if (ordered.includes(definition)) return;
    for (const { references } of definition.columns) {
      const parent = definitions.find(({ name }) => name === references);
      if (parent !== undefined && parent !== definition) place(parent);
    }
    ordered.push(definition);
  };
  definitions.forEach(place);
  return ordered;
}
