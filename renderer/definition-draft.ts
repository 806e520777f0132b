import type { IndicatorEntry, Json, OwnTarget } from "../electron/contract.ts";

/** A definition while a person changes it: any object, right or wrong. */
export type Draft = { [key: string]: Json };
/** Field by field; a number is a place in a list. */
export type Path = readonly (string | number)[];

/**
 * Where an edit of an indicator begins: one of the workspace as it is, to become its next version; a shipped one as a copy
 * under a name of its own that says where it comes from. What was promised for the original comes along as targets of the
 * copy's own, to be changed.
 */
export function startDraft(
  indicator: IndicatorEntry,
  taken: readonly string[],
  suffix: string,
  promised: readonly OwnTarget[] = [],
): Draft {
  const definition = indicator.definition as Draft;
  if (indicator.origin === "workspace") return definition;
  return {
    ...definition,
    indicator: freeName(`${indicator.name}-${suffix}`, taken),
    version: 1,
    copied: { from: indicator.name, version: indicator.version },
    // Without their titles: those say the figure in words, "60 % of all", and would be wrong when the figure is changed.
    targets: [...promised, ...indicator.targets].map(({ title: _, ...target }) => target) as unknown as Json[],
  };
}

function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number++) if (!taken.includes(`${name}-${number}`)) return `${name}-${number}`;
}

/** What stands at the path, or undefined. */
export function readAt(draft: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) ? value[key] : undefined;
  }, draft);
}

/** The draft with another value at the path; undefined takes the field, or the place in a list, away. */
export function writeAt(draft: Draft, [key, ...rest]: Path, value: Json | undefined): Draft {
  if (key === undefined) return draft;
  const inner = draft[key];
  const next = rest.length === 0 ? value : writeWithin(inner, rest, value);
  if (next !== undefined) return { ...draft, [key]: next };
  const { [key]: _, ...others } = draft;
  return others;
}

function writeWithin(inner: Json | undefined, path: Path, value: Json | undefined): Json {
  if (!Array.isArray(inner)) return writeAt(isObject(inner) ? inner : {}, path, value);
  const [place, ...rest] = path;
  const next = rest.length === 0 ? value : writeWithin(inner[Number(place)], rest, value);
  return next === undefined ? inner.toSpliced(Number(place), 1) : inner.toSpliced(Number(place), 1, next);
}

export function isObject(value: Json | undefined): value is Draft {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `$.population.age`, `$.targets[0].value`, as the engine names the spot of a problem. */
export function jsonPath(path: Path): string {
  return path.reduce<string>((whole, step) => whole + (typeof step === "number" ? `[${step}]` : `.${step}`), "$");
}
