import { completeRows, sum } from "./lists.ts";
import { rankSizes } from "./ranks.ts";
import { exactSignedRank, liftedBy, normalSignedRank, sumOfRises } from "./signed-rank.ts";
import { type Tally, tallied } from "./tally.ts";
import { walshAverage } from "./walsh.ts";

export interface Wilcoxon {
  /** Differences that are not missing, zeros included. */
  n: number;
  n_zero: number;
  /** Sum of the ranks of the positive differences. */
  v: number;
  /** Two-sided. */
  p: number;
  exact: boolean | undefined;
  /** Hodges–Lehmann: the median of the averages of all pairs of differences. */
  estimate: number;
  lower: number;
  upper: number;
}

const LARGEST_EXACT = 50;

/**
 * Whether differences (post − pre) lean to one side, judged by ranks: for scores whose distances mean little, or with outliers.
 *
 * `zeros` says what happens to persons without change: "drop" leaves them out before ranking, "pratt" ranks them and then leaves
 * them out (less willing to find a change); a RangeError for anything else. Missing differences (NaN) are left out. Exact up to
 * 50 non-zero differences, by permuting the signs of the mid-ranks whatever the ties; beyond that normal with continuity and tie
 * correction. p and estimate are NaN when all differences are zero; the limits when the level cannot be reached with so few.
 * Differences are compared as they are: round away the noise of 0.3 − 0.1 first. Assumes that differences spread evenly around
 * their centre; wrong for a variable with two or three values (use a sign test).
 *
 * Source: F. Wilcoxon (1945), Biometrics 1:80–83; J. W. Pratt (1959), JASA 54:655–667; limits as in M. Hollander and D. A.
 * Wolfe, Nonparametric Statistical Methods, 3.3, at the quantiles of the same permutation distribution, rounded outwards.
 */
export function wilcoxonSignedRank(differences: readonly number[], zeros: string, level: number): Wilcoxon {
  return wilcoxonOf(tallied(differences), zeros, level);
}

/**
 * The same from how many persons have changed by how much: `persons` stands beside `differences`, of which there are few however
 * many persons. A RangeError for lists of different lengths.
 */
export function wilcoxonFromCounts(
  differences: readonly number[],
  persons: readonly number[],
  zeros: string,
  level: number,
): Wilcoxon {
  const rows = completeRows(differences, persons);
  return wilcoxonOf(
    tallied(
      rows.map(([difference]) => difference as number),
      rows.map(([, count]) => count as number),
    ),
    zeros,
    level,
  );
}

function wilcoxonOf(changes: readonly Tally[], zeros: string, level: number): Wilcoxon {
  if (zeros !== "drop" && zeros !== "pratt") throw new RangeError(`zeros is 'drop' or 'pratt', not '${zeros}'`);
  const known = changes.filter(({ value }) => !Number.isNaN(value));
  const moved = known.filter(({ value }) => value !== 0);
  const n = sum(known.map(({ count }) => count));
  const n_moved = sum(moved.map(({ count }) => count));
  const counts = { n, n_zero: n - n_moved };
  if (n === 0) return { ...NOTHING, n: 0 };
  if (n_moved === 0) return { ...NOTHING, ...counts, v: 0, exact: true };
  const exact = n_moved <= LARGEST_EXACT;
  const sizes = rankSizes(moved);
  // Zeros are the smallest in size, so ranking them as well lifts every other rank by their number.
  const lift = zeros === "pratt" ? counts.n_zero : 0;
  const distribution = exact ? exactSignedRank(sizes, lift) : normalSignedRank(sizes, lift);
  const averages = (n_moved * (n_moved + 1)) / 2;
  const rank = distribution.limitRank(level);
  return {
    ...counts,
    v: sumOfRises(liftedBy(sizes, lift)),
    p: distribution.p,
    exact,
    estimate:
      (walshAverage(moved, Math.floor((averages + 1) / 2)) + walshAverage(moved, Math.ceil((averages + 1) / 2))) / 2,
    lower: walshAverage(moved, rank),
    upper: walshAverage(moved, averages + 1 - rank),
  };
}

const NOTHING: Wilcoxon = {
  n: Number.NaN,
  n_zero: Number.NaN,
  v: Number.NaN,
  p: Number.NaN,
  exact: undefined,
  estimate: Number.NaN,
  lower: Number.NaN,
  upper: Number.NaN,
};
