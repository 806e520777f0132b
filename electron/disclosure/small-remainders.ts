import { isWithin, keyOfMark, uniteMarks, withoutMarks } from "./marks.ts";
import { smallFollowing } from "./span.ts";
import type { Mark } from "./traced.ts";

/** A set that figures show or have shown, and the groups of rows it stood in: those of a group have nobody in common. */
export interface KnownSet {
  mark: Mark;
  count: number;
  groups: readonly string[];
}

/** A small set that follows from known ones: what the sets of `more` have that those of `less` do not, or `times` it is. By place among the known. */
export interface Remainder {
  mark: Mark;
  times: number;
  more: number[];
  less: number[];
}

/**
 * Sets of 1 to `limit` − 1 persons that are left when known sets are taken from each other, though no figure shows them: a set
 * without another, without two that are apart or that overlap in a known one, without all of a group's rows that lie in it; and
 * what two sets share of which the whole is known; and whatever follows from more sets by adding and taking away.
 */
export function smallRemainders(sets: readonly KnownSet[], limit: number): Remainder[] {
  const known = new Set(sets.map(({ mark }) => keyOfMark(mark)));
  const numbers = new Map(sets.map((set, at) => [set, at]));
  const found = new Map<string, Remainder>();
  const keep = (more: readonly KnownSet[], less: readonly KnownSet[]): void => {
    const mark = withoutMarks(
      uniteMarks(more.map((set) => set.mark)),
      less.map((set) => set.mark),
    );
    if (!mark) return;
    const key = keyOfMark(mark);
    if (key === "" || known.has(key)) return;
    const places = (each: readonly KnownSet[]): number[] => each.map((set) => numbers.get(set)!);
    found.set(`${key} = ${places(more)} - ${places(less)}`, {
      mark,
      times: 1,
      more: places(more),
      less: places(less),
    });
  };
  const bySize = [...sets].sort((a, b) => a.count - b.count);
  const inner = bySize.map((set, at) => bySize.slice(0, at).filter((each) => isProperPart(each, set)));
  const outer = new Map<KnownSet, KnownSet[]>();
  bySize.forEach((set, at) => {
    for (const each of inner[at]!) outer.set(each, [...(outer.get(each) ?? []), set]);
  });
  bySize.forEach((set, at) => {
    const parts = inner[at]!;
    for (const part of parts) if (set.count - part.count < limit) keep([set], [part]);
    for (const group of groupsOf(parts)) if (set.count - sizeOf(group) < limit) keep([set], group);
    parts.forEach((one, first) => {
      // Those that make up the whole, less or more than by the limit.
      for (const other of within(parts, set.count - one.count, limit, first)) {
        const apart = set.count - one.count - other.count;
        if (apart > 0) keep([set], [one, other]);
        else keep([one, other], [set]);
      }
    });
  });
  for (const both of bySize) {
    const wholes = outer.get(both) ?? [];
    for (const one of wholes) {
      for (const all of outer.get(one) ?? []) {
        const rest = all.count - one.count + both.count;
        for (const other of within(wholes, rest, limit, wholes.length)) {
          if (other !== one && other.count < rest && other.count <= one.count) keep([all, both], [one, other]);
        }
      }
    }
  }
  for (const { mark, times, from } of smallFollowing(
    sets.map((set) => set.mark),
    limit,
  )) {
    if (known.has(keyOfMark(mark))) continue;
    const { left, right } = from;
    found.set(`${keyOfMark(mark)} = ${left} - ${right}`, { mark, times, more: left, less: right });
  }
  return [...found.values()];
}

/** Of sets by size, those before `end` whose count is less than `limit` from `count`. */
function within(sets: readonly KnownSet[], count: number, limit: number, end: number): KnownSet[] {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sets[middle]!.count > count - limit) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while (last < end && sets[last]!.count < count + limit) last += 1;
  return sets.slice(low, last);
}

function groupsOf(parts: readonly KnownSet[]): KnownSet[][] {
  const groups = new Map<string, KnownSet[]>();
  for (const part of parts) {
    for (const name of part.groups) {
      const group = groups.get(name);
      if (group) group.push(part);
      else groups.set(name, [part]);
    }
  }
  return [...groups.values()].filter((group) => group.length > 2);
}

function sizeOf(sets: readonly KnownSet[]): number {
  return sets.reduce((sum, { count }) => sum + count, 0);
}

function isProperPart(part: KnownSet, whole: KnownSet): boolean {
  return part.count < whole.count && isWithin(part.mark, whole.mark);
}
