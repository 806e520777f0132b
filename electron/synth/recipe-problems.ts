import type { Group, Recipe, Stratum } from "./recipe.ts";
import type { Draw } from "./recipe-parts.ts";
import { enrolmentFields, personFields } from "./tables.ts";
import { following, type StayWindow, startDays, stayWindow, toWindow } from "./window.ts";

/** What contradicts itself in a recipe that has the right form: all of it at once, each with its spot. */
export function recipeProblems(recipe: Recipe): string[] {
  return [
    ...fieldProblems(recipe),
    ...recipe.groups.flatMap((group, index) => groupProblems(recipe, group, `groups.${index} (${group.name})`)),
    ...conditionProblems(recipe),
  ];
}

function fieldProblems(recipe: Recipe): string[] {
  const columns: string[] = [...personFields, ...enrolmentFields];
  const marks = recipe.marks ?? [];
  const declared = Object.keys(recipe.fields);
  return [
    ...columns.filter((column) => !declared.includes(column)).map((column) => `fields: ${column} is missing`),
    ...declared
      .filter((name) => !columns.includes(name) && !marks.includes(name))
      .map((name) => `fields.${name}: neither a column nor among the marks`),
    ...Object.entries(recipe.fields).flatMap(([name, draw], index) => [
      ...(isExactly(draw) ? [`fields.${name}: exact counts belong to a group or a stratum`] : []),
      ...givenNames(draw)
        .filter((given) => !declared.slice(0, index).includes(given))
        .map((given) => `fields.${name}: ${given} is not drawn before it`),
    ]),
  ];
}

function groupProblems(recipe: Recipe, group: Group, spot: string): string[] {
  const declared = [...Object.keys(recipe.fields), "birth_year"];
  const unknown = (fields: object | undefined, at: string) =>
    Object.keys(fields ?? {})
      .filter((name) => !declared.includes(name))
      .map((name) => `${at}: the recipe has no field ${name}`);
  return [
    ...unknown(group.fields, spot),
    ...Object.entries(group.fields ?? {}).flatMap(([name, draw]) =>
      isExactly(draw) ? exactProblems(group, name, draw.exactly).map((problem) => `${spot}.${name}: ${problem}`) : [],
    ),
    ...group.strata.flatMap((stratum, index) => {
      const at = `${spot}.strata.${index}`;
      const window = stayWindow(recipe, group, stratum);
      const [first, last] = window ? startDays(window) : [0, 0];
      return [
        ...unknown(stratum.fields, at),
        ...unknown(stratum.again?.fields, `${at}.again`),
        ...(window ? [] : [`${at}: no stay`]),
        ...(first > last ? [`${at}: no day is left on which such a stay can start`] : []),
        ...(window && stratum.again
          ? againProblems(window, stratum.again).map((problem) => `${at}.again: ${problem}`)
          : []),
        ...Object.entries(stratum.fields ?? {})
          .filter(([, draw]) => isExactly(draw) && sum(draw.exactly) !== stratum.count)
          .map(([name]) => `${at}.${name}: the counts do not add up to ${stratum.count}`),
      ];
    }),
  ];
}

/** The second stay must be possible however late the first one ends. */
function againProblems(first: StayWindow, { stay, overlapping }: NonNullable<Stratum["again"]>): string[] {
  const window = toWindow(stay);
  if (window === undefined) return ["no stay"];
  if (first.end === null && !overlapping) return ["the first stay has no end"];
  const [from, to] = startDays(overlapping || first.end === null ? window : following(window, first.end[1]));
  return from > to ? ["no day is left on which such a stay can start"] : [];
}

/** Exact counts are of the whole group, those that a stratum fixes included, since that is how they are published. */
function exactProblems(group: Group, name: string, exactly: Record<string, number>): string[] {
  const members = group.strata.reduce((total, stratum) => total + stratum.count, 0);
  const fixed = fixedCounts(group, name);
  if (fixed === undefined) return ["a stratum draws it at random, so the counts cannot hold"];
  return [
    ...(sum(exactly) === members ? [] : [`the counts add up to ${sum(exactly)}, the group to ${members}`]),
    ...Object.entries(fixed)
      .filter(([code, count]) => count > (exactly[code] ?? 0))
      .map(([code, count]) => `strata fix ${count} of ${code}`),
  ];
}

/** How many of each code the strata of a group fix; undefined where one of them draws the field by other means. */
export function fixedCounts(group: Group, name: string): Record<string, number> | undefined {
  const counts: Record<string, number> = {};
  for (const stratum of group.strata) {
    const draw = stratum.fields?.[name];
    if (draw === undefined) continue;
    if (isExactly(draw)) {
      for (const [code, count] of Object.entries(draw.exactly)) counts[code] = (counts[code] ?? 0) + count;
    } else if (typeof draw === "object") return undefined;
    else counts[String(draw)] = (counts[String(draw)] ?? 0) + stratum.count;
  }
  return counts;
}

function conditionProblems(recipe: Recipe): string[] {
  const levels = [recipe, ...recipe.groups, ...recipe.groups.flatMap((group) => group.strata)];
  const rules = levels.flatMap((level) => [
    ...(level.outcomes ?? []),
    ...(level.activities ?? []),
    ...(level.followups ?? []),
  ]);
  const used = rules.flatMap((rule) => Object.keys(rule.where ?? {}));
  const undeclared = [...new Set(used)].filter((name) => !(name in recipe.fields));
  return undeclared.map((name) => `where: the recipe has no field ${name}`);
}

export function isExactly(draw: Draw): draw is { exactly: Record<string, number> } {
  return typeof draw === "object" && "exactly" in draw;
}

/** The fields that a draw looks back at. */
export function givenNames(draw: Draw): string[] {
  if (typeof draw !== "object" || !("given" in draw)) return [];
  return [draw.given, ...Object.values(draw.cases).flatMap(givenNames), ...(draw.else ? givenNames(draw.else) : [])];
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
