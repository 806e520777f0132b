import { outside } from "./level.ts";
import { sum } from "./lists.ts";
import { normalCdf, normalReach } from "./normal.ts";

/** What the sum of the ranks of positive differences looks like when every sign is a coin toss. */
export interface SignedRank {
  /** Two-sided p of an observed choice of signs, one for each rank. */
  p(positive: readonly boolean[]): number;
  /** The rank, among the averages of all pairs of differences, of the lower limit at this level. Below 1: cannot be reached. */
  limitRank(level: number): number;
}

/**
 * By counting all ways of choosing the signs. Ranks may be tied (mid-ranks). `lift` is what each rank gains because zeros were
 * ranked too (Pratt); the limits do not use it. Counts are exact up to 53 ranks.
 */
export function exactSignedRank(ranks: readonly number[], lift: number): SignedRank {
  const all = 2 ** ranks.length;
  return {
    p(positive) {
      // Lifted by more than all ranks together, sums are in the order of their numbers of ranks, whatever the lift.
      const doubled = ranks.map((rank) => 2 * (rank + Math.min(lift, sum(ranks) + 1)));
      const observed = sum(doubled.filter((_, i) => positive[i]));
      const ways = signings(doubled);
      const below = sum(ways.slice(0, observed + 1));
      const above = sum(ways.slice(observed));
      return Math.min(1, (2 * Math.min(below, above)) / all);
    },
    limitRank(level) {
      const wanted = outside(level) * all;
      if (Number.isNaN(wanted)) return Number.NaN;
      let reached = 0;
      const at = signings(ranks.map((rank) => 2 * rank)).findIndex((count) => {
        reached += count;
        return reached >= wanted;
      });
      // Between two ranks the outer one: the interval then keeps its level.
      return Math.floor(at / 2);
    },
  };
}

/** How many choices of signs give each sum of the positive ones. Doubled mid-ranks are whole. */
function signings(doubled: readonly number[]): number[] {
  const ways = new Array<number>(sum(doubled) + 1).fill(0);
  ways[0] = 1;
  let reach = 0;
  for (const rank of doubled) {
    reach += rank;
    for (let total = reach; total >= rank; total--) {
      ways[total] = (ways[total] as number) + (ways[total - rank] as number);
    }
  }
  return ways;
}

/**
 * By the normal curve with continuity correction; ties are corrected for because the variance is that of the given ranks.
 * `ranks` are of the non-zero differences, `lift` as in exactSignedRank.
 */
export function normalSignedRank(ranks: readonly number[], lift: number): SignedRank {
  return {
    p(positive) {
      const lifted = ranks.map((rank) => rank + lift);
      const distance = Math.abs(sum(lifted.filter((_, i) => positive[i])) - sum(lifted) / 2);
      return distance === 0 ? 1 : 2 * normalCdf(-Math.abs(distance - 0.5) / spread(lifted));
    },
    limitRank: (level) => Math.ceil(sum(ranks) / 2 - normalReach(level) * spread(ranks) - 0.5),
  };
}

function spread(ranks: readonly number[]): number {
  return Math.sqrt(sum(ranks.map((rank) => rank * rank))) / 2;
}
