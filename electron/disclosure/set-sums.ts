import { countOfMark, fingerprint, isWithin, keyOfMark, withoutMarks } from "./marks.ts";
import type { Mark } from "./traced.ts";

/** A set of persons by its mark, and the groups of rows it stands in: those of a group have nobody in common. */
export interface GroupedSet {
  mark: Mark;
  groups: readonly string[];
}

export interface FoundSums {
  /** Each a total followed by its parts, by number. */
  sums: Int32Array[];
  /** Marks of sets that only the sums know of; their numbers follow those of the sets. */
  rests: Mark[];
}

/**
 * Which sets add up to which, as their marks tell: a set, and those of a group's rows or the one other set that lie in it, with
 * what they leave. That is a known set, or one of fewer than `limit`; what is left beyond that limits nobody.
 */
export function findSums(sets: readonly GroupedSet[], limit: number): FoundSums {
  const counts = sets.map(({ mark }) => countOfMark(mark));
  const prints = sets.map(({ mark }) => fingerprint(mark));
  const numbers = new Map(prints.map((print, at) => [print, at]));
  const groups = membersOf(sets);
  const found = new Map<string, Int32Array>();
  const rests: Mark[] = [];
  const keep = (total: number, parts: readonly number[]): void => {
    const sorted = [...parts].sort((a, b) => a - b);
    found.set(`${total}=${sorted}`, Int32Array.from([total, ...sorted]));
  };
  sets.forEach(({ mark }, total) => {
    const isPart = (at: number): boolean => at !== total && isWithin(sets[at]!.mark, mark);
    const inner = new Set(Array.from(sets.keys()).filter(isPart));
    const keepWithRest = (parts: readonly number[]): void => {
      const count = parts.reduce((left, at) => left - counts[at]!, counts[total]!);
      const print = parts.reduce((left, at) => left - prints[at]!, prints[total]!);
      // What is left is worked out only where it matters: most sets that lie in another leave many, whom nothing else tells of.
      const known = numbers.get(print);
      if (known === undefined && count >= limit) return;
      const rest = withoutMarks(
        mark,
        parts.map((at) => sets[at]!.mark),
      );
      if (!rest) return;
      if (count === 0) {
        keep(total, parts);
        return;
      }
      const isKnown =
        known !== undefined &&
        keyOfMark(rest) === keyOfMark(known < sets.length ? sets[known]!.mark : rests[known - sets.length]!);
      if (!isKnown && count >= limit) return;
      const left = isKnown ? known : sets.length + rests.push(rest) - 1;
      numbers.set(print, left);
      if (!parts.includes(left)) keep(total, [...parts, left]);
    };
    for (const members of groups) {
      const parts = members.filter((at) => inner.has(at));
      if (parts.length > 1) keepWithRest(coverOf(mark, parts, sets));
    }
    for (const at of inner) keepWithRest([at]);
  });
  return { sums: [...found.values()], rests };
}

/**
 * Of a group's rows that could lie in a set, those that do. Where parts hold several persons a row may seem to lie in it by chance;
 * then the rows that nothing else could stand for are taken first, and what no longer fits beside them is left.
 */
function coverOf(total: Mark, candidates: readonly number[], sets: readonly GroupedSet[]): number[] {
  let open = [...candidates];
  const taken: number[] = [];
  const left = new Map(total.filled.map((part, at) => [part, total.counts[at]!]));
  const covered = new Map<number, number>();
  const count = (at: number, sign: 1 | -1, into: Map<number, number>): void => {
    const { filled, counts } = sets[at]!.mark;
    for (const [which, part] of filled.entries()) into.set(part, (into.get(part) ?? 0) + sign * counts[which]!);
  };
  const fits = ({ filled, counts }: Mark): boolean => filled.every((part, which) => counts[which]! <= left.get(part)!);
  for (const at of open) count(at, 1, covered);
  while (open.length > 0 && [...covered].some(([part, sum]) => sum > left.get(part)!)) {
    const sure = open.find((at) => {
      const { filled, counts } = sets[at]!.mark;
      return filled.some((part, which) => covered.get(part)! - counts[which]! < left.get(part)!);
    });
    if (sure === undefined) break;
    taken.push(sure);
    count(sure, -1, left);
    count(sure, -1, covered);
    open = open.filter((at) => {
      if (at === sure) return false;
      if (fits(sets[at]!.mark)) return true;
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
