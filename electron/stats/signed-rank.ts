import { sum } from "./lists.ts";
import { normalCdf, normalReach } from "./normal.ts";

/**
 * What the sum of the ranks of positive differences looks like when every sign is a coin toss.
 */
export interface SignedRank {
  /** Two-sided p of an observed sum. */
  p(v: number): number;
  /** The rank, among the averages of all pairs of differences, of the lower limit at this level. Below 1: cannot be reached. */
  limitRank(level: number): number;
}

/**
 * By counting all ways of choosing the signs. Ranks may be tied (mid-ranks). `lift` is what each rank gains because zeros were
 * ranked too (Pratt); the limits do not use it. Counts are exact up to 53 ranks.
 */
export function exactSignedRank(ranks: readonly number[], lift: number): SignedRank {
  const ways = signings(ranks);
  const all = 2 ** ranks.length;
  return {
    p(v) {
      let below = 0;
      let above = 0;
      for (const [positive, counts] of ways.entries()) {
        for (const [doubled, count] of counts.entries()) {
          const total = doubled / 2 + lift * positive;
          if (total <= v) below += count;
          if (total >= v) above += count;
        }
      }
      return Math.min(1, (2 * Math.min(below, above)) / all);
    },
    limitRank(level) {
      if (!(level > 0 && level < 1)) return Number.NaN;
      const wanted = ((1 - level) / 2) * all;
      let reached = 0;
      for (let doubled = 0; ; doubled++) {
        for (const counts of ways) reached += counts[doubled] as number;
        // Between two ranks the outer one: the interval then keeps its level.
        if (reached >= wanted) return Math.floor(doubled / 2);
      }
    },
  };
}

/** ways[positive][2 × sum]: how many choices of signs make so many ranks positive and give that sum. */
function signings(ranks: readonly number[]): Float64Array[] {
  const width = 2 * sum(ranks) + 1;
  const ways = Array.from({ length: ranks.length + 1 }, () => new Float64Array(width));
  (ways[0] as Float64Array)[0] = 1;
  for (const [taken, rank] of ranks.entries()) {
    for (let positive = taken; positive >= 0; positive--) {
      const from = ways[positive] as Float64Array;
      const to = ways[positive + 1] as Float64Array;
      for (let at = 0; at + 2 * rank < width; at++) {
        to[at + 2 * rank] = (to[at + 2 * rank] as number) + (from[at] as number);
      }
    }
  }
  return ways;
}

/**
 * By the normal curve with continuity correction; ties are corrected for because the variance is that of the given ranks.
 * `ranks` are of the non-zero differences, `lift` as in exactSignedRank.
 */
export function normalSignedRank(ranks: readonly number[], lift: number): SignedRank {
  const lifted = ranks.map((rank) => rank + lift);
  return {
    p(v) {
      const distance = Math.abs(v - sum(lifted) / 2);
      return distance === 0 ? 1 : 2 * normalCdf(-Math.abs(distance - 0.5) / spread(lifted));
    },
    limitRank: (level) => Math.ceil(sum(ranks) / 2 - normalReach(level) * spread(ranks) - 0.5),
  };
}

function spread(ranks: readonly number[]): number {
  return Math.sqrt(sum(ranks.map((rank) => rank * rank))) / 2;
}
