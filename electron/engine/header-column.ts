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
  const [role, of] = roleOf(parts.role);
  if (parts.role !== undefined && role === undefined) {
    say(
      `Kolumnen "${name}" har rollen [${parts.role}]. En roll är by, base, count, share k/n, mean, mean k/n, interval eller time.`,
      `Column "${name}" has the role [${parts.role}]. A role is by, base, count, share k/n, mean, mean k/n, interval or time.`,
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
    ...(description && { description }),
    ...(role && { role }),
    ...(parts.measure !== undefined && { measure: true }),
    ...(of && { of }),
    ...(unit && { unit }),
    ...(codes && { codes }),
  };
}

function roleOf(text: string | undefined): [Role?, ColumnMeta["of"]?] {
  const [, role, count, base] = text?.match(/^(share|mean) (\w+)\/(\w+)$/) ?? [];
  if (count && base) return [role === "share" ? "share" : "mean", { count, base }];
  return [roles.find((each) => each === text)];
}

function usualUnit(role: Role | undefined): ColumnMeta["unit"] {
  if (role === "share") return "share";
  return role === "count" || role === "base" ? "persons" : undefined;
}
