import type { Tally } from "./tally.ts";

/**
 * The rank-th smallest (from 1) of the averages of all pairs of values, each value paired with itself too: n(n + 1)/2 Walsh
 * averages, which are never written out. `sorted` has distinct values in rising order. NaN for a rank that does not exist.
 *
 * Halves an interval between two averages until it holds a single one. Each pass counts the averages up to the middle and moves
 * the interval's end to the nearest one, so that a hundred distinct values take some ten passes over them, however many persons.
 *
 * Source: J. L. Hodges and E. L. Lehmann (1963), Ann. Math. Stat. 34:598–611.
 */
export function walshAverage(sorted: readonly Tally[], rank: number): number {
  const upTo = runningCounts(sorted);
  const n = upTo.at(-1) ?? 0;
  if (!(rank >= 1 && rank <= (n * (n + 1)) / 2)) return Number.NaN;
  let low = averageOf(sorted, 0, 0);
  let high = averageOf(sorted, sorted.length - 1, sorted.length - 1);
  while (low < high) {
    const middle = low / 2 + high / 2;
    // Halves of the smallest numbers there are may round to an end, or past it.
    const parted = partAt(sorted, upTo, middle >= low && middle < high ? middle : low);
    if (parted.count >= rank) high = parted.below;
    else low = parted.above;
  }
  return low;
}

interface Parted {
  /** Averages that are at most the limit. */
  count: number;
  /** The largest of them. */
  below: number;
  /** The smallest of the others. */
  above: number;
}

function partAt(sorted: readonly Tally[], upTo: readonly number[], limit: number): Parted {
  const parted = { count: 0, below: Number.NEGATIVE_INFINITY, above: Number.POSITIVE_INFINITY };
  let partner = sorted.length - 1;
  for (let i = 0; i < sorted.length; i++) {
    while (partner >= i && averageOf(sorted, i, partner) > limit) partner--;
    const next = Math.max(partner + 1, i);
    if (next < sorted.length) parted.above = Math.min(parted.above, averageOf(sorted, i, next));
    if (partner < i) return parted;
    const own = (sorted[i] as Tally).count;
    parted.count += (own * (own + 1)) / 2 + own * ((upTo[partner] as number) - (upTo[i] as number));
    parted.below = Math.max(parted.below, averageOf(sorted, i, partner));
  }
  return parted;
}

function averageOf(sorted: readonly Tally[], one: number, other: number): number {
  return ((sorted[one] as Tally).value + (sorted[other] as Tally).value) / 2;
}

/** How many values there are up to each distinct one. */
function runningCounts(sorted: readonly Tally[]): number[] {
  let total = 0;
  return sorted.map(({ count }) => (total += count));
}
