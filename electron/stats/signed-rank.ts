import { outside } from "./level.ts";
import { sum } from "./lists.ts";
import { normalCdf, normalReach } from "./normal.ts";
import type { RankedSize } from "./ranks.ts";

/** What the sum of the ranks of positive differences looks like when every sign is a coin toss. */
export interface SignedRank {
  /** Two-sided, of the signs that there are. */
  p: number;
  /** The rank, among the averages of all pairs of differences, of the lower limit at this level. Below 1: cannot be reached. */
  limitRank(level: number): number;
}

/**
 * By counting all ways of choosing the signs. Ranks may be tied (mid-ranks). `lift` is what each rank gains because zeros were
 * ranked too (Pratt); the limits do not use it. Counts are exact up to 53 differences.
 */
export function exactSignedRank(sizes: readonly RankedSize[], lift: number): SignedRank {
  const all = 2 ** sum(sizes.map(({ persons }) => persons));
  // Lifted by more than all ranks together, sums are in the order of their numbers of ranks, whatever the lift.
  const lifted = liftedBy(sizes, Math.min(lift, sumOfRanks(sizes) + 1));
  const observed = 2 * sumOfRises(lifted);
  const ways = signings(lifted);
  const below = sum(ways.slice(0, observed + 1));
  const above = sum(ways.slice(observed));
  return {
    p: Math.min(1, (2 * Math.min(below, above)) / all),
    limitRank(level) {
      const wanted = outside(level) * all;
      if (Number.isNaN(wanted)) return Number.NaN;
      let reached = 0;
      const at = signings(sizes).findIndex((count) => {
        reached += count;
        return reached >= wanted;
      });
      // Between two ranks the outer one: the interval then keeps its level.
      return Math.floor(at / 2);
    },
  };
}

/** How many choices of signs give each sum of the positive ones, doubled because doubled mid-ranks are whole. */
function signings(sizes: readonly RankedSize[]): number[] {
  const doubled = sizes.flatMap(({ rank, persons }) => new Array<number>(persons).fill(2 * rank));
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
 * `sizes` are of the non-zero differences, `lift` as in exactSignedRank.
 */
export function normalSignedRank(sizes: readonly RankedSize[], lift: number): SignedRank {
  const lifted = liftedBy(sizes, lift);
  const distance = Math.abs(sumOfRises(lifted) - sumOfRanks(lifted) / 2);
  return {
    p: distance === 0 ? 1 : 2 * normalCdf(-Math.abs(distance - 0.5) / spread(lifted)),
    limitRank: (level) => Math.ceil(sumOfRanks(sizes) / 2 - normalReach(level) * spread(sizes) - 0.5),
  };
}

export function liftedBy(sizes: readonly RankedSize[], lift: number): RankedSize[] {
  return sizes.map((size) => ({ ...size, rank: size.rank + lift }));
}

/** The test's statistic, V. */
export function sumOfRises(sizes: readonly RankedSize[]): number {
  return sum(sizes.map(({ rank, risen }) => rank * risen));
}

function sumOfRanks(sizes: readonly RankedSize[]): number {
  return sum(sizes.map(({ rank, persons }) => rank * persons));
}

function spread(sizes: readonly RankedSize[]): number {
  return Math.sqrt(sum(sizes.map(({ rank, persons }) => rank * rank * persons))) / 2;
}
