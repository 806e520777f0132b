import type { ParamMeta, Value, ViewEntry } from "../electron/contract.ts";

const prefix = "param.";

/** How a parameter is asked for in a form. */
export type ParamKind = "codes" | "code" | "boolean" | "number" | "date" | "list" | "text";

export function paramKind({ type, codes }: ParamMeta): ParamKind {
  if (type.endsWith("[]")) return codes === undefined ? "list" : "codes";
  if (codes !== undefined) return "code";
  if (type === "boolean") return "boolean";
  if (type === "date") return "date";
  return /int|double|float|decimal|real/.test(type) ? "number" : "text";
}

/** The parameters that a reader sets; the page's scope gives the others. */
export function ownParams(view: ViewEntry): ParamMeta[] {
  return view.params.filter((param) => param.scope !== true);
}

/** What the address says of a parameter, as text; undefined where its default applies. */
export function paramText(param: ParamMeta, addressed: Record<string, string>): string | undefined {
  return addressed[prefix + param.name];
}

/** The address's parameters with one of them changed; without a text its default applies again. */
export function withParam(
  addressed: Record<string, string>,
  param: ParamMeta,
  text: string | undefined,
): Record<string, string> {
  const { [prefix + param.name]: _, ...rest } = addressed;
  return text === undefined || text === "" ? rest : { ...rest, [prefix + param.name]: text };
}

/** The address's parameters for the engine. What cannot be read is left out: the default then applies. */
export function paramValues(view: ViewEntry, addressed: Record<string, string>): Record<string, Value> {
  const values = ownParams(view).flatMap((param): [string, Value][] => {
    const text = paramText(param, addressed);
    const value = text === undefined ? undefined : readValue(param, text);
    return value === undefined ? [] : [[param.name, value]];
  });
  return Object.fromEntries(values);
}

/** A parameter's text as its value; undefined where it is none of its kind. Lists are separated by commas. */
export function readValue(param: ParamMeta, text: string): Value | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  switch (paramKind(param)) {
    case "codes":
    case "list": {
      const items = trimmed.split(",").map((item) => item.trim());
      const elements = param.type.slice(0, -2);
      if (!/int|double|float|decimal|real/.test(elements)) return items;
      const numbers = items.map(Number);
      return numbers.some(Number.isNaN) ? undefined : numbers;
    }
    case "boolean":
      return trimmed === "true" ? true : trimmed === "false" ? false : undefined;
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(trimmed) && !Number.isNaN(Date.parse(trimmed)) ? trimmed : undefined;
    case "number": {
      const number = Number(trimmed.replace(/[\s\u202f]/g, "").replace(",", "."));
      return Number.isNaN(number) ? undefined : number;
    }
    case "code":
    case "text":
      return text;
  }
}
