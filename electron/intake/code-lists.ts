import type { Code } from "../contract.ts";
import type { BuildDatabase } from "../engine/database.ts";
import { literal } from "../engine/literal.ts";
import { codeType } from "./cell.ts";
import { municipalityFinder } from "./municipality-name.ts";
import { municipalitySuggester } from "./municipality-suggestion.ts";
import type { RawColumn, RawTable } from "./raw-table.ts";
import { quoted } from "./sql.ts";
import type { TableDefinition } from "./table-definition.ts";

export type CodeLists = Record<string, Code[]>;

/** The member that stands for an empty cell. */
export function unknownMember(codes: Code[] | undefined): string | undefined {
  return codes?.find(({ code }) => code === "U" || code === "unknown")?.code;
}

/** Makes a DuckDB type of each list that a table uses: looking a code up in it costs next to nothing. */
export async function createCodeTypes(
  database: BuildDatabase,
  tables: TableDefinition[],
  codes: CodeLists,
): Promise<void> {
  const columns = tables.flatMap((table) => table.columns).filter((column) => column.codes !== undefined);
  const byType = new Map(columns.map((column) => [codeType(column) ?? "", column.codes ?? ""]));
  for (const [type, list] of byType) {
    const members = codes[list];
    if (members === undefined || members.length === 0) throw new Error(`the code list ${list} is missing or empty`);
    await database.run(`create type ${type} as enum (${members.map(({ code }) => literal(code)).join(", ")})`);
  }
}

/**
 * Finds the codes of a column's odd cells and keeps them in a table `given, code`, whose name is returned. Each spelling is
 * looked at once, however many rows have it. What a spelling of no municipality may mean is handed to `suggest`.
 */
export async function resolveSpellings(
  database: BuildDatabase,
  raw: RawTable,
  column: RawColumn,
  codes: CodeLists,
  suggest: (likely: Code[]) => void,
): Promise<string> {
  const list = column.definition?.codes ?? "";
  const find = codeFinder(list, codes[list] ?? []);
  const cell = quoted(column.name);
  const odd = await database.all(`select distinct ${cell} as given from ${raw.relation}
    where ${cell} is not null and strlen(${cell}) <= 100
      and try_cast(${cell} as ${column.definition ? codeType(column.definition) : ""}) is null`);
  const unknown: string[] = [];
  const pairs = odd.flatMap(({ given }) => {
    const code = find(String(given));
    if (code === undefined) unknown.push(String(given));
    return code === undefined ? [] : [`(${literal(String(given))}, ${literal(code)})`];
  });
  if (list === "municipality") suggest(likelyMunicipalities(unknown, codes[list] ?? []));
  const name = `memory.raw.${quoted(`spelling ${raw.table} ${column.name}`)}`;
  await database.run(`create or replace table ${name} (given varchar, code varchar)`);
  for (let from = 0; from < pairs.length; from += 1000) {
    await database.run(`insert into ${name} values ${pairs.slice(from, from + 1000).join(", ")}`);
  }
  return name;
}

function likelyMunicipalities(unknown: string[], codes: Code[]): Code[] {
  const suggestion = municipalitySuggester(codes);
  const likely = unknown.flatMap((text) => suggestion(text) ?? []);
  return codes.filter((code) => likely.includes(code));
}

function codeFinder(list: string, codes: Code[]): (text: string) => string | undefined {
  if (list === "municipality") return municipalityFinder(codes);
  const byFolded = new Map(codes.map(({ code }) => [code.toLowerCase(), code]));
  return (text) => byFolded.get(text.trim().toLowerCase());
}
