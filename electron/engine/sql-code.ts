const aside =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$/g;

/** The statement with comments, strings and quoted names as blanks; every other character keeps its place. */
export function codeOnly(sql: string): string {
  return sql.replace(aside, (text) => text.replace(/[^\n]/g, " "));
}

/** Of a place in a text, counted from 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
