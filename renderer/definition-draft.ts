import type { IndicatorEntry, Json } from "../electron/contract.ts";

/** A definition while a person changes it: any object, right or wrong. */
export type Draft = { [key: string]: Json };
export type Path = readonly string[];

/**
 * Where an edit of an indicator begins: one of the workspace as it is, to become its next version; a shipped one as a copy
 * under a name of its own that says where it comes from.
 */
export function startDraft(indicator: IndicatorEntry, taken: readonly string[], suffix: string): Draft {
  const definition = indicator.definition as Draft;
  if (indicator.origin === "workspace") return definition;
  return {
    ...definition,
    indicator: freeName(`${indicator.name}-${suffix}`, taken),
    version: 1,
    copied: { from: indicator.name, version: indicator.version },
  };
}

function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number++) if (!taken.includes(`${name}-${number}`)) return `${name}-${number}`;
}

/** What stands at the path, or undefined. */
export function readAt(draft: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => (isObject(value) ? value[key] : undefined), draft);
}

/** The draft with another value at the path; undefined takes the field away. */
export function writeAt(draft: Draft, [key, ...rest]: Path, value: Json | undefined): Draft {
  if (key === undefined) return draft;
  const inner = draft[key];
  const next = rest.length === 0 ? value : writeAt(isObject(inner) ? inner : {}, rest, value);
  if (next !== undefined) return { ...draft, [key]: next };
  const { [key]: _, ...others } = draft;
  return others;
}

export function isObject(value: Json | undefined): value is Draft {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `$.population.age`, as the engine names the spot of a problem. */
export function jsonPath(path: Path): string {
  return ["$", ...path].join(".");
}
