import type { ParamMeta, Value } from "../contract.ts";
import type { TagReport } from "./header-tags.ts";

/** A column's or parameter's type, in a pattern. */
export const typePattern = String.raw`[a-z]\w*(?:\(\d+(?:, ?\d+)?\))?(?:\[\])?`;

const pattern = new RegExp(
  String.raw`^(?<name>[a-z]\w*) +(?<type>${typePattern}) += +(?<value>'(?:[^']|'')*'|\S+)(?: in (?<codes>\w+))?(?:  +(?<description>.*))?$`,
);

/** A page fills these from its scope. */
const scopeParams = ["programme", "cutoff", "selection"];

/** Reads `name type = default [in list]  description`; undefined where that cannot be done, which is then reported. */
export function parseParam(text: string, say: TagReport): ParamMeta | undefined {
  const parts = text.match(pattern)?.groups;
  if (!parts) {
    say(
      `"@param ${text}" ska vara: @param namn typ = standardvärde  beskrivning (två blanksteg före beskrivningen).`,
      `"@param ${text}" must be: @param name type = default  description (two spaces before the description).`,
    );
    return undefined;
  }
  const { name = "", type = "", value = "", codes, description = "" } = parts;
  const fallback = defaultValue(type, value);
  if (fallback === undefined) {
    say(`Standardvärdet ${value} för "${name}" är ingen ${type}.`, `The default ${value} of "${name}" is no ${type}.`);
    return undefined;
  }
  return {
    name,
    type,
    default: fallback,
    description: { sv: description, en: description },
    label: { sv: name, en: name },
    ...(codes && { codes }),
    ...(scopeParams.includes(name) && { scope: true }),
  };
}

/** Undefined where the text is no value of the type. `as_of` and `current` say in words that the data decide. */
function defaultValue(type: string, text: string): Value | undefined {
  if (["null", "as_of", "current"].includes(text)) return null;
  const bare = text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
  if (type === "varchar") return bare;
  if (type === "date") return /^\d{4}-\d{2}-\d{2}$/.test(bare) ? bare : undefined;
  if (type === "boolean") return bare === "true" ? true : bare === "false" ? false : undefined;
  if (/^(?:integer|bigint|double|decimal)/.test(type)) return /^-?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : undefined;
  return undefined;
}
