import { countOfMark, keyOfMark } from "./marks.ts";

/** A set of persons by its mark, and the groups of rows it stands in: those of a group have nobody in common. */
export interface GroupedSet {
  mark: Int32Array;
  groups: readonly string[];
}

/** The parts of a mark that have somebody. */
interface Filled {
  parts: Int32Array;
  counts: Int32Array;
}

export interface FoundSums {
  /** Each a total followed by its parts, by number. */
  sums: Int32Array[];
  /** Marks of sets that only the sums know of; their numbers follow those of the sets. */
  rests: Int32Array[];
}

/**
 * Which sets add up to which, as their marks tell: a set, and those of a group's rows or the one other set that lie in it, with
 * what they leave. That is a known set, or one of fewer than `limit`; what is left beyond that limits nobody.
 */
export function findSums(sets: readonly GroupedSet[], limit: number): FoundSums {
  const filled = sets.map(({ mark }) => fill(mark));
  const numbers = new Map(sets.map(({ mark }, at) => [keyOfMark(mark), at]));
  const groups = membersOf(sets);
  const found = new Map<string, Int32Array>();
  const rests: Int32Array[] = [];
  const keep = (total: number, parts: readonly number[]): void => {
    const sorted = [...parts].sort((a, b) => a - b);
    found.set(`${total}=${sorted}`, Int32Array.from([total, ...sorted]));
  };
  sets.forEach(({ mark }, total) => {
    const own = filled[total]!;
    const isPart = (at: number): boolean => at !== total && lies(filled[at]!, mark);
    const inner = new Set(
      Array.from(sets.keys()).filter((at) => filled[at]!.parts.length <= own.parts.length && isPart(at)),
    );
    const keepWithRest = (parts: readonly number[]): void => {
      const rest = without(
        mark,
        parts.map((at) => filled[at]!),
      );
      if (!rest) return;
      const key = keyOfMark(rest);
      if (key === "") {
        keep(total, parts);
        return;
      }
      let left = numbers.get(key);
      if (left === undefined && countOfMark(rest) < limit) {
        left = sets.length + rests.push(rest) - 1;
        numbers.set(key, left);
      }
      if (left !== undefined && !parts.includes(left)) keep(total, [...parts, left]);
    };
    for (const members of groups) {
      const parts = members.filter((at) => inner.has(at));
      if (parts.length > 1) keepWithRest(coverOf(mark, parts, filled));
    }
    for (const at of inner) keepWithRest([at]);
  });
  return { sums: [...found.values()], rests };
}

/**
 * Of a group's rows that could lie in a set, those that do. Where parts hold several persons a row may seem to lie in it by chance;
 * then the rows that nothing else could stand for are taken first, and what no longer fits beside them is left.
 */
function coverOf(total: Int32Array, candidates: readonly number[], filled: readonly Filled[]): number[] {
  let open = [...candidates];
  const taken: number[] = [];
  const left = Int32Array.from(total);
  const covered = new Int32Array(total.length);
  const count = (at: number, sign: 1 | -1, into: Int32Array): void => {
    const { parts, counts } = filled[at]!;
    for (let which = 0; which < parts.length; which++) into[parts[which]!]! += sign * counts[which]!;
  };
  for (const at of open) count(at, 1, covered);
  while (open.length > 0 && covered.some((sum, part) => sum > left[part]!)) {
    const sure = open.find((at) =>
      filled[at]!.parts.some((part, which) => covered[part]! - filled[at]!.counts[which]! < left[part]!),
    );
    if (sure === undefined) break;
    taken.push(sure);
    count(sure, -1, left);
    count(sure, -1, covered);
    open = open.filter((at) => {
      if (at === sure) return false;
      if (lies(filled[at]!, left)) return true;
      count(at, -1, covered);
      return false;
    });
  }
  return [...taken, ...open];
}

function membersOf(sets: readonly GroupedSet[]): number[][] {
  const members = new Map<string, number[]>();
  sets.forEach(({ groups }, at) => {
    for (const name of groups) members.set(name, [...(members.get(name) ?? []), at]);
  });
  return [...members.values()].filter((group) => group.length > 1);
}

function fill(mark: Int32Array): Filled {
  const parts = Int32Array.from(mark.keys()).filter((part) => mark[part] !== 0);
  return { parts, counts: parts.map((part) => mark[part]!) };
}

function lies({ parts, counts }: Filled, outer: Int32Array): boolean {
  for (let which = 0; which < parts.length; which++) if (counts[which]! > outer[parts[which]!]!) return false;
  return true;
}

/** Undefined where the parts have more than the total. */
function without(total: Int32Array, parts: readonly Filled[]): Int32Array | undefined {
  const rest = Int32Array.from(total);
  for (const { parts: at, counts } of parts) {
    for (let which = 0; which < at.length; which++) {
      rest[at[which]!]! -= counts[which]!;
      if (rest[at[which]!]! < 0) return undefined;
    }
  }
  return rest;
}
