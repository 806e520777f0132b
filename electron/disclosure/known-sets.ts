import { countOfMark, foldMark, keyOfMark } from "./marks.ts";
import type { EarlierSet, Mark } from "./traced.ts";

/** A set of persons and all that is known of it: from the figures asked for, and from before. */
export interface Known {
  /** As it came. */
  given: Mark;
  mark: Mark;
  count: number;
  asked: boolean;
  earlier: "shown" | "hidden" | undefined;
  primary: boolean;
  present: boolean;
  groups: Set<string>;
  /** The first figure asked for that has it; infinite where none has. */
  rank: number;
  /** By measure: whether its mean was shown before. */
  means: Map<string, boolean>;
}

/** Sets without a name of their own: two that have the same persons are one. */
export interface KnownSets {
  list: Known[];
  /** The number of a set; undefined for one that is empty. */
  add(mark: Mark, more?: Partial<Pick<Known, "asked" | "primary" | "present" | "rank">>): number | undefined;
}

export function createKnownSets(parts: number, earlier: readonly EarlierSet[]): KnownSets {
  const list: Known[] = [];
  const numbers = new Map<string, number>();
  const add: KnownSets["add"] = (given, more = {}) => {
    const mark = foldMark(given, parts);
    const key = keyOfMark(mark);
    if (key === "") return undefined;
    const number = numbers.get(key) ?? list.length;
    numbers.set(key, number);
    list[number] ??= {
      given,
      mark,
      count: countOfMark(given),
      asked: false,
      earlier: undefined,
      primary: false,
      present: false,
      groups: new Set(),
      rank: Number.POSITIVE_INFINITY,
      means: new Map(),
    };
    const set = list[number];
    set.asked ||= more.asked ?? false;
    set.primary ||= more.primary ?? false;
    set.present ||= more.present ?? false;
    set.rank = Math.min(set.rank, more.rank ?? Number.POSITIVE_INFINITY);
    return number;
  };
  for (const { mark, count, shown, unasked, primary, present, groups = [], means = {} } of earlier) {
    const number = add(mark, { primary: primary ?? false, present: present ?? false });
    if (number === undefined) continue;
    const set = list[number]!;
    if (set.count !== count) throw new RangeError(`A mark adds up to ${set.count}, and its set has ${count}.`);
    if (!unasked) set.earlier = shown || set.earlier === "shown" ? "shown" : "hidden";
    for (const group of groups) set.groups.add(group);
    for (const [measure, isShown] of Object.entries(means)) {
      set.means.set(measure, isShown || (set.means.get(measure) ?? false));
    }
  }
  return { list, add };
}
