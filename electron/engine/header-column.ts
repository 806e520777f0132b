import type { ColumnMeta, Role } from "../contract.ts";
import { typePattern } from "./header-param.ts";
import type { TagReport } from "./header-tags.ts";

const pattern = new RegExp(
  String.raw`^(?<name>[a-z]\w*) +(?<type>${typePattern})(?: +\[(?<role>[^\]]*)\])?(?<measure> +measure)?(?<words>(?: +(?:unit|codes)=\S+)*)(?:  +(?<description>.*))?$`,
);
const roles: Role[] = ["by", "base", "count", "mean", "interval", "time"];
const units = ["persons", "share", "years", "days", "hours", "rows", "score"] as const;

/** Reads `name type [role] measure unit=… codes=…  description`; undefined where that cannot be done, which is then reported. */
export function parseColumn(text: string, say: TagReport): ColumnMeta | undefined {
  const parts = text.match(pattern)?.groups;
  if (!parts) {
    say(
      `"@column ${text}" ska vara: @column namn typ [roll]  beskrivning (två blanksteg före beskrivningen).`,
      `"@column ${text}" must be: @column name type [role]  description (two spaces before the description).`,
    );
    return undefined;
  }
  const { name = "", type = "", words = "", description } = parts;
  const told = roleOf(parts.role);
  const { role } = told;
  if (parts.role !== undefined && role === undefined) {
    say(
      `Kolumnen "${name}" har rollen [${parts.role}]. En roll är by, base, count, share k/n, mean, mean k/n, interval, interval k/n, interval mean eller time.`,
      `Column "${name}" has the role [${parts.role}]. A role is by, base, count, share k/n, mean, mean k/n, interval, interval k/n, interval mean or time.`,
    );
  }
  const said = words.match(/unit=(\S+)/)?.[1];
  const unit = said === undefined ? usualUnit(role) : units.find((each) => each === said);
  if (said !== undefined && unit === undefined) {
    say(
      `Kolumnen "${name}" har enheten ${said}. En enhet är ${units.join(", ")}.`,
      `Column "${name}" has the unit ${said}. A unit is ${units.join(", ")}.`,
    );
  }
  if (parts.measure !== undefined && role !== "by") {
    say(
      `Kolumnen "${name}" är märkt measure, men det är bara kolumner med rollen [by] som kan vara det.`,
      `Column "${name}" is marked measure, but only columns with the role [by] can be.`,
    );
  }
  const codes = words.match(/codes=(\S+)/)?.[1];
  return {
    name,
    type,
    label: { sv: name, en: name },
    ...(description && { description: { sv: description, en: description } }),
    ...(parts.measure !== undefined && { measure: true }),
    ...told,
    ...(unit && { unit }),
    ...(codes && { codes }),
  };
}

function roleOf(text: string | undefined): Pick<ColumnMeta, "role" | "of" | "of_mean"> {
  if (text === "interval mean") return { role: "interval", of_mean: true };
  const [, named, count, base] = text?.match(/^(share|mean|interval) (\w+)\/(\w+)$/) ?? [];
  if (named && count && base) return { role: named as Role, of: { count, base } };
  const role = roles.find((each) => each === text);
  return role ? { role } : {};
}

function usualUnit(role: Role | undefined): ColumnMeta["unit"] {
  if (role === "share") return "share";
  return role === "count" || role === "base" ? "persons" : undefined;
}
