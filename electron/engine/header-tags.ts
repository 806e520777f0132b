import type { ChartMeta, ColumnMeta, ParamMeta, Role, Value } from "../contract.ts";

/** Says what is wrong with the tag at hand, in Swedish and English. */
export type TagReader = (sv: string, en: string) => void;

const type = String.raw`[a-z]\w*(?:\(\d+(?:, ?\d+)?\))?(?:\[\])?`;
const paramPattern = new RegExp(
  String.raw`^(?<name>[a-z]\w*) +(?<type>${type}) += +(?<value>'(?:[^']|'')*'|\S+)(?: in (?<codes>\w+))?(?:  +(?<description>.*))?$`,
);
const columnPattern = new RegExp(
  String.raw`^(?<name>[a-z]\w*) +(?<type>${type})(?: +\[(?<role>[^\]]*)\])?(?<words>(?: +(?:unit|codes)=\S+)*)(?:  +(?<description>.*))?$`,
);

const roles: Role[] = ["by", "base", "count", "share", "mean", "interval", "time"];
const units = ["persons", "share", "years", "days", "hours", "rows", "score"] as const;

/** Parameters that a page fills from its scope. */
const scopeParams = ["programme", "cutoff", "selection"];

/** `name type = default [in list]  description`; undefined where it cannot be read, which is then reported. */
export function parseParam(text: string, report: TagReader): ParamMeta | undefined {
  const parts = text.match(paramPattern)?.groups;
  if (!parts) {
    report(
      `"@param ${text}" ska vara: @param namn typ = standardvärde  beskrivning (två blanksteg före beskrivningen).`,
      `"@param ${text}" must be: @param name type = default  description (two spaces before the description).`,
    );
    return undefined;
  }
  const { name = "", value = "", codes, description = "" } = parts;
  const fallback = defaultValue(parts.type ?? "", value);
  if (fallback === undefined) {
    report(
      `Standardvärdet ${value} för "${name}" är ingen ${parts.type}.`,
      `The default ${value} of "${name}" is no ${parts.type}.`,
    );
    return undefined;
  }
  return {
    name,
    type: parts.type ?? "",
    default: fallback,
    description,
    label: { sv: name, en: name },
    ...(codes && { codes }),
    ...(scopeParams.includes(name) && { scope: true }),
  };
}

/** Undefined where the text is no value of the type. `as_of` and `current` say in words that the data decide. */
function defaultValue(of: string, text: string): Value | undefined {
  if (["null", "as_of", "current"].includes(text)) return null;
  const bare = text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
  if (of === "varchar") return bare;
  if (of === "date") return /^\d{4}-\d{2}-\d{2}$/.test(bare) ? bare : undefined;
  if (of === "boolean") return bare === "true" ? true : bare === "false" ? false : undefined;
  if (/^(?:integer|bigint|double|decimal)/.test(of)) return /^-?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : undefined;
  return undefined;
}

/** `name type [role] unit=… codes=…  description`; undefined where it cannot be read, which is then reported. */
export function parseColumn(text: string, report: TagReader): ColumnMeta | undefined {
  const parts = text.match(columnPattern)?.groups;
  if (!parts) {
    report(
      `"@column ${text}" ska vara: @column namn typ [roll]  beskrivning (två blanksteg före beskrivningen).`,
      `"@column ${text}" must be: @column name type [role]  description (two spaces before the description).`,
    );
    return undefined;
  }
  const { name = "", words = "", description } = parts;
  const [role, of] = roleOf(parts.role);
  if (parts.role !== undefined && role === undefined) {
    report(
      `Kolumnen "${name}" har rollen [${parts.role}]. En roll är by, base, count, share k/n, mean, interval eller time.`,
      `Column "${name}" has the role [${parts.role}]. A role is by, base, count, share k/n, mean, interval or time.`,
    );
  }
  const said = words.match(/unit=(\S+)/)?.[1];
  const unit = units.find((each) => each === said) ?? usualUnit(role);
  if (said !== undefined && unit !== said) {
    report(
      `Kolumnen "${name}" har enheten ${said}. En enhet är ${units.join(", ")}.`,
      `Column "${name}" has the unit ${said}. A unit is ${units.join(", ")}.`,
    );
  }
  const codes = words.match(/codes=(\S+)/)?.[1];
  return {
    name,
    type: parts.type ?? "",
    label: { sv: name, en: name },
    ...(description && { description }),
    ...(role && { role }),
    ...(of && { of }),
    ...(unit && { unit }),
    ...(codes && { codes }),
  };
}

function roleOf(text: string | undefined): [Role?, ColumnMeta["of"]?] {
  const share = text?.match(/^share (\w+)\/(\w+)$/);
  if (share?.[1] && share[2]) return ["share", { count: share[1], base: share[2] }];
  return [roles.find((role) => role === text && role !== "share")];
}

function usualUnit(role: Role | undefined): ColumnMeta["unit"] {
  if (role === "share") return "share";
  return role === "count" || role === "base" ? "persons" : undefined;
}

/** `kind channel=column …` */
export function parseChart(text: string, report: TagReader): ChartMeta | undefined {
  const [kind = "", ...channels] = text.split(/\s+/);
  const pairs = channels.map((channel) => channel.split("="));
  if (!/^[a-z]\w*$/.test(kind) || !pairs.every((pair) => pair.length === 2 && pair.every(Boolean))) {
    report(
      `"@chart ${text}" ska vara: @chart sort kanal=kolumn kanal=kolumn.`,
      `"@chart ${text}" must be: @chart kind channel=column channel=column.`,
    );
    return undefined;
  }
  return { kind, channels: Object.fromEntries(pairs) };
}
