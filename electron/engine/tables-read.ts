import type { Library } from "./library.ts";

/**
 * Which tables of the extract a statement reads, through any views and base macros, so that the rows that were set aside
 * there can be told beside its figures. It looks for names, so it may name a table too many and never one too few.
 */
export function tablesRead(sql: string, library: Pick<Library, "base" | "views" | "tables">): string[] {
  const sources = new Map<string, string>([
    ...library.base.map(({ sql: text }) => [/create (?:macro|view) (\w+)/.exec(text)?.[1] ?? "", text] as const),
    ...library.views.map(({ name, sql: text }) => [name, text] as const),
  ]);
  const seen = new Set<string>();
  const waiting = [sql];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const [word] of text.replaceAll(/--.*$/gm, "").matchAll(/\w+/g)) {
      if (seen.has(word)) continue;
      seen.add(word);
      const source = sources.get(word);
      if (source !== undefined) waiting.push(source);
    }
  }
  return library.tables.map(({ name }) => name).filter((table) => seen.has(table) || seen.has(`build_${table}`));
}
