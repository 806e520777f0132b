import type { ParamMeta, Value, ViewEntry } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import { literal, replaceParameters } from "./literal.ts";

/**
 * The statement that makes a view file usable in SQL: a DuckDB view, or with parameters a table macro, whose parameters
 * are cast to their declared types. The file's lines stay lines, so that an error's line is the file's line plus one.
 */
export function createView({ name, params, sql }: Pick<ViewEntry, "name" | "params" | "sql">): string {
  if (params.length === 0) return `create view "${name}" as\n${sql}`;
  const types = new Map(params.map((param) => [param.name, param.type]));
  const body = replaceParameters(sql, (param) => `"${param}"::${types.get(param) ?? "varchar"}`);
  const declared = params.map((param) => `"${param.name}" := ${literal(param.default)}`).join(", ");
  return `create macro "${name}"(${declared}) as table\n${body}`;
}

export function dropView({ name, params }: Pick<ViewEntry, "name" | "params">): string {
  return params.length === 0 ? `drop view if exists "${name}"` : `drop macro table if exists "${name}"`;
}

/** The codes to choose from in a list. */
type Choices = (list: string) => readonly string[];

/**
 * The query for a view's rows. Throws a Refusal for a parameter that it does not have, a value of another type, or one that is not
 * in the parameter's list of codes.
 */
export function selectView(
  view: ViewEntry,
  params: Record<string, Value>,
  choicesIn: Choices,
): { sql: string; params: Record<string, Value> } {
  const given = Object.entries(params);
  for (const [name, value] of given) checkParameter(view, name, value, choicesIn);
  const passed = given.map(([name]) => `"${name}" := $${name}`).join(", ");
  return { sql: `select * from "${view.name}"${view.params.length > 0 ? `(${passed})` : ""}`, params };
}

function checkParameter(view: ViewEntry, name: string, value: Value, choicesIn: Choices): void {
  const param = view.params.find((each) => each.name === name);
  if (param === undefined) {
    const known = view.params.map((each) => each.name).join(", ");
    throw new Refusal("unknown_parameter", {
      sv: `Vyn "${view.name}" har ingen parameter "${name}". ${known ? `Den har ${known}.` : "Den har inga."}`,
      en: `View "${view.name}" has no parameter "${name}". ${known ? `It has ${known}.` : "It has none."}`,
    });
  }
  if (fits(param, value)) {
    checkCode(view, param, value, choicesIn);
    return;
  }
  throw new Refusal("wrong_parameter", {
    sv: `Parametern "${name}" i vyn "${view.name}" tar ${expected(param).sv}. Rätta värdet.`,
    en: `The parameter "${name}" of view "${view.name}" takes ${expected(param).en}. Correct the value.`,
  });
}

/**
 * A list that nobody has loaded says nothing, so that a workspace's view may name one it has yet to write. None at all is a choice
 * where it is the default.
 */
function checkCode(view: ViewEntry, param: ParamMeta, value: Value, choicesIn: Choices): void {
  const { name, codes } = param;
  const choices = codes === undefined ? [] : choicesIn(codes);
  if ((value === null && param.default === null) || choices.length === 0 || choices.includes(String(value))) return;
  throw new Refusal("unknown_choice", {
    sv: `Parametern "${name}" i vyn "${view.name}" kan inte vara "${value ?? ""}". Välj bland ${choices.join(", ")}.`,
    en: `The parameter "${name}" of view "${view.name}" cannot be "${value ?? ""}". Choose from ${choices.join(", ")}.`,
  });
}

function fits({ type }: ParamMeta, value: Value): boolean {
  if (value === null) return true;
  if (type.endsWith("[]")) return Array.isArray(value);
  if (type === "date") return typeof value === "string" && isDay(value);
  if (type === "boolean") return typeof value === "boolean";
  if (type === "integer" || type === "bigint") return Number.isSafeInteger(value);
  if (type === "double") return typeof value === "number";
  return !Array.isArray(value);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function expected({ type }: ParamMeta): { sv: string; en: string } {
  if (type.endsWith("[]")) return { sv: "en lista", en: "a list" };
  if (type === "date") return { sv: "ett datum som 2022-10-01", en: "a date such as 2022-10-01" };
  if (type === "boolean") return { sv: "ja eller nej (true eller false)", en: "yes or no (true or false)" };
  if (type === "integer" || type === "bigint") return { sv: "ett heltal", en: "a whole number" };
  if (type === "double") return { sv: "ett tal", en: "a number" };
  return { sv: "en text", en: "a text" };
}
