import { isCounted } from "./hidden-columns.ts";
import type { KnownSets } from "./known-sets.ts";
import { countOfMark, keyOfMark, uniteMarks, withoutMarks } from "./marks.ts";
import type { DisclosurePolicy } from "./policy.ts";
import type { Mark, TracedFigure } from "./traced.ts";

/** Which sets stand behind a row. */
export interface RowSets {
  /** By column: the number of its set; undefined for nobody. */
  sets: Readonly<Record<string, number | undefined>>;
  /** Count columns of which neither the count nor the rest of its base may be told a share of. */
  withoutShare: ReadonlySet<string>;
  /** Count columns that are hidden by a rule that looks at more than one row. */
  uniform: ReadonlySet<string>;
  /** What the row's means measure; undefined where it has none. */
  measure: string | undefined;
  /** Columns that count whom its means are of: all, and parts of them. They are told together or not at all. */
  meansOf: readonly string[];
}

/** Adds the sets of figures, and the rests of bases that must not be told; says which is behind which row. */
export function addFigures(known: KnownSets, figures: readonly TracedFigure[], policy: DisclosurePolicy): RowSets[][] {
  const uniform = uniformColumns(figures, policy);
  return figures.map((figure, rank) => {
    const counted = figure.columns.filter(isCounted);
    const measures = figure.columns.filter(({ measure }) => measure).map(({ name }) => name);
    const hasMeans = figure.columns.some(({ role, amount }) => role === "mean" || amount);
    const base = figure.columns.find((column) => column.role === "base" && isCounted(column))?.name;
    const parts = figure.columns.flatMap(({ role, of }) => (role === "mean" && of ? [of.count] : []));
    const meansOf = hasMeans && base !== undefined ? [...new Set([base, ...parts])] : [];
    const rows = figure.rows.map((row, at): RowSets => {
      const withoutShare = new Set<string>();
      const sets: Record<string, number | undefined> = {};
      for (const { name, role } of counted) {
        const mark = markOf(figure, name, at);
        const count = countOfMark(mark);
        if (Number(row[name] ?? 0) !== count)
          throw new RangeError(`Column ${name} has ${String(row[name])} in a row whose mark adds up to ${count}.`);
        const primary = count > 0 && count < policy.smallestCount;
        sets[name] = known.add(mark, { asked: true, primary, present: role === "base", rank });
      }
      for (const { count, base: of } of countsWithBase(figure)) {
        const rest = withoutMarks(markOf(figure, of, at), [markOf(figure, count, at)]);
        if (!rest) continue;
        const left = countOfMark(rest);
        const part = countOfMark(markOf(figure, count, at));
        const few = left + part < policy.smallestBase;
        if (few) withoutShare.add(count);
        const small = left > 0 && (left < policy.smallestCount || (few && part > 0));
        known.add(rest, { primary: small });
        if (!small) continue;
        withoutShare.add(count);
        if (few) known.add(markOf(figure, count, at), { primary: true });
      }
      return {
        sets,
        withoutShare,
        uniform: new Set(counted.map(({ name }) => name).filter((name) => uniform.has(`${figure.measure} ${name}`))),
        measure: meansOf.length > 0 ? measureOf(figure, measures, row) : undefined,
        meansOf,
      };
    });
    for (const { name } of counted) nameGroups(known, figure, name);
    return rows;
  });
}

function measureOf(
  { measure, means }: TracedFigure,
  measures: readonly string[],
  row: TracedFigure["rows"][0],
): string {
  const columns = means?.columns ?? measures;
  return JSON.stringify([...(means?.of ?? [measure]), ...columns.map((name) => row[name] ?? null)]);
}

/**
 * Rows with totals in the same columns, and of the same measure columns, have nobody in common. Their margins are sets too, shown
 * or not: two tables meet in them.
 */
function nameGroups(known: KnownSets, figure: TracedFigure, column: string): void {
  const grouping = figure.columns.filter(({ role }) => role === "by" || role === "time");
  const measures = grouping.filter(({ measure }) => measure).map(({ name }) => name);
  const split = grouping.filter(({ measure }) => !measure).map(({ name }) => name);
  const tables = new Map<string, number[]>();
  figure.rows.forEach((row, at) => {
    const key = JSON.stringify([measures.map((name) => row[name] ?? null), split.map((name) => row[name] === null)]);
    tables.set(key, [...(tables.get(key) ?? []), at]);
  });
  for (const rows of tables.values()) {
    const by = split.filter((name) => figure.rows[rows[0]!]![name] !== null);
    for (const kept of subsetsOf(by)) {
      const margins = new Map<string, Mark[]>();
      for (const at of rows) {
        const key = JSON.stringify(kept.map((name) => figure.rows[at]![name]));
        const mark = markOf(figure, column, at);
        margins.set(key, [...(margins.get(key) ?? []), mark]);
      }
      nameGroup(
        known,
        [...margins.values()].flatMap((marks) => known.add(uniteMarks(marks)) ?? []),
      );
    }
  }
}

function nameGroup(known: KnownSets, sets: readonly number[]): void {
  const keys = sets.map((set) => keyOfMark(known.list[set]!.mark)).sort();
  const name = keys.reduce((all, key) => hashOf(`${all} ${key}`), "");
  for (const set of sets) known.list[set]!.groups.add(name);
}

/** A short name for a text: 53 bits of it, mixed. Two groups with one name would only be taken for one. */
function hashOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return ((high >>> 0) * 2 ** 21 + (low >>> 11)).toString(36);
}

/** All of them first. */
function subsetsOf(names: readonly string[]): string[][] {
  return Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, at) => (bits >> at) & 1)).sort(
    (a, b) => b.length - a.length,
  );
}

/** Counts with what they are counted of, by their shares and else by the figure's first base. */
function countsWithBase({ columns }: TracedFigure): { count: string; base: string }[] {
  const first = columns.find((column) => column.role === "base" && isCounted(column))?.name;
  const ofShares = columns.flatMap(({ role, of }) => (role === "share" && of ? [of] : []));
  const alone = columns.filter(
    (column) => column.role === "count" && isCounted(column) && !ofShares.some(({ count }) => count === column.name),
  );
  return [...ofShares, ...alone.flatMap(({ name }) => (first === undefined ? [] : [{ count: name, base: first }]))];
}

/** Columns in which a group has none or all of its base, where that may not be told: all their rows would tell it together. */
function uniformColumns(figures: readonly TracedFigure[], policy: DisclosurePolicy): Set<string> {
  const found = new Set<string>();
  if (!policy.hideUniform) return found;
  for (const figure of figures) {
    for (const { count, base } of countsWithBase(figure)) {
      const isUniform = figure.rows.some((_, at) => {
        const [all, some] = [countOfMark(markOf(figure, base, at)), countOfMark(markOf(figure, count, at))];
        return all > 0 && (some === 0 || some === all);
      });
      if (isUniform) found.add(`${figure.measure} ${count}`);
    }
  }
  return found;
}

function markOf({ marks }: TracedFigure, column: string, row: number): Mark {
  const mark = marks[column]?.[row];
  if (!mark) throw new RangeError(`Column ${column} has no mark in row ${row}.`);
  return mark;
}
