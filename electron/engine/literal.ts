import type { Value } from "../contract.ts";
import { Refusal } from "../refusal.ts";

const name = String.raw`[\p{L}_][\p{L}\p{N}_]*`;

// Everything in which a `$` is not a parameter, the parameter itself, and anything else. Escape strings stand before
// words, because they begin with a letter; words stand before parameters, because a word may contain a `$`.
const piece = new RegExp(
  [
    String.raw`--[^\n\r]*`,
    String.raw`[eE]'(?:[^'\\]|\\[\s\S]|'')*'`,
    "'(?:[^']|'')*'",
    '"(?:[^"]|"")*"',
    String.raw`\$(?<tag>${name})?\$[\s\S]*?\$\k<tag>\$`,
    String.raw`[\p{L}_][\p{L}\p{N}_$]*`,
    String.raw`\$(?<parameter>${name})`,
    String.raw`[\s\S]`,
  ].join("|"),
  "uy",
);

/** The statement with each `$name` outside strings, comments and quoted names replaced by what `replace` says. */
export function replaceParameters(sql: string, replace: (name: string) => string): string {
  let replaced = "";
  for (let at = 0; at < sql.length; ) {
    piece.lastIndex = at;
    const found = piece.exec(sql);
    const whole = blockComment(sql, at) ?? found?.[0] ?? "";
    const parameter = found?.groups?.parameter;
    replaced += parameter === undefined ? whole : replace(parameter);
    at += whole.length;
  }
  return replaced;
}

/** The statement with its parameters as literals, so that it runs as pasted. A name without a value is refused. */
export function withLiterals(sql: string, params: Record<string, Value>): string {
  return replaceParameters(sql, (parameter) => literal(parameterValue(parameter, params)));
}

function parameterValue(parameter: string, params: Record<string, Value>): Value {
  const value = Object.hasOwn(params, parameter) ? params[parameter] : undefined;
  if (value !== undefined) return value;
  throw new Refusal("parameter_missing", {
    sv: `Parametern "${parameter}" saknar värde. Ange ett värde för den.`,
    en: `The parameter "${parameter}" has no value. Give it one.`,
  });
}

/** A value as it is written in SQL. */
export function literal(value: Value): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "[]::varchar[]" : `[${value.map(literal).join(", ")}]`;
  if (typeof value === "string") return text(value);
  if (typeof value === "number") return number(value);
  return String(value);
}

function text(value: string): string {
  const quoted = `'${value.replaceAll("'", "''")}'`;
  // SQL text ends at a null character; a value may go on after it.
  return quoted.includes("\0") ? `(${quoted.replaceAll("\0", "' || chr(0) || '")})` : quoted;
}

function number(value: number): string {
  if (!Number.isFinite(value)) return `'${value}'::double`;
  // `a -$b` must not become a comment, and 0.1 without a cast would be a decimal.
  const written = value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
  return Number.isSafeInteger(value) ? written : `${written}::double`;
}

/** The block comment that begins here, with those inside it. One without an end takes the rest. */
function blockComment(sql: string, start: number): string | undefined {
  if (!sql.startsWith("/*", start)) return undefined;
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  for (let depth = 0, found = mark.exec(sql); found; found = mark.exec(sql)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return sql.slice(start, mark.lastIndex);
  }
  return sql.slice(start);
}
