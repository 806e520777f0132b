import { completeRows } from "./lists.ts";
import { tReach } from "./mean-interval.ts";
import { moments } from "./moments.ts";
import { stirlingError } from "./stirling.ts";
import { studentTCdf } from "./student-t.ts";

export interface PairedChange {
  /** Persons with both measurements. */
  n: number;
  mean_pre: number;
  mean_post: number;
  /** Mean of post − pre, with its sd and t interval. */
  change: number;
  sd: number;
  lower: number;
  upper: number;
  t: number;
  df: number;
  /** Two-sided. */
  p: number;
  /** Change in sd of the differences. */
  dz: number;
  /** dz without its small-sample bias (exact J). */
  g: number;
  /** Change in the average sd of the two waves: comparable with studies of separate groups. */
  dav: number;
  /** Correlation between the waves. */
  r: number;
}

/**
 * How much the same persons have changed between two measurements.
 *
 * Pairs with a missing member (NaN) are left out; n counts the rest. For n = 0 all else is NaN, for n = 1 all but the means and
 * the change. Equal differences: limits at the change, and t, p, dz and g NaN. dav is NaN when no wave varies, r when one does
 * not, g below n = 3. Says nothing about what caused the change: without a comparison group regression to the mean and time
 * itself are in it.
 *
 * Source: D. Lakens (2013), Frontiers in Psychology 4:863; J from L. V. Hedges (1981), J. Educ. Stat. 6:107–128.
 */
export function pairedChange(pre: readonly number[], post: readonly number[], level: number): PairedChange {
  const pairs = completeRows(pre, post) as [number, number][];
  const before = moments(pairs.map(([first]) => first));
  const after = moments(pairs.map(([, second]) => second));
  const { n, mean: change, variance } = moments(pairs.map(([first, second]) => second - first));
  const sd = varies(pairs) ? Math.sqrt(variance) : n > 1 ? 0 : Number.NaN;
  const df = n > 0 ? n - 1 : Number.NaN;
  const error = sd / Math.sqrt(n);
  const reach = tReach(level, df) * error;
  const t = sd > 0 ? change / error : Number.NaN;
  const dz = sd > 0 ? change / sd : Number.NaN;
  const averageSd = Math.sqrt((before.variance + after.variance) / 2);
  return {
    n,
    mean_pre: before.mean,
    mean_post: after.mean,
    change,
    sd,
    lower: change - reach,
    upper: change + reach,
    t,
    df,
    p: 2 * studentTCdf(-Math.abs(t), df),
    dz,
    g: smallSampleFactor(df) * dz,
    dav: averageSd > 0 ? change / averageSd : Number.NaN,
    r: correlation(pairs, before.mean, after.mean),
  };
}

/** Whether the differences differ by more than the rounding of the subtraction (4.4 − 3.4 is not 1.9 − 0.9 in binary). */
function varies(pairs: readonly [number, number][]): boolean {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const [first, second] of pairs) {
    smallest = Math.min(smallest, second - first);
    largest = Math.max(largest, second - first);
    size = Math.max(size, Math.abs(first), Math.abs(second));
  }
  return largest - smallest > 4 * Number.EPSILON * size;
}

/** Hedges' J = Γ(df/2) / (√(df/2) Γ((df − 1)/2)), from 0.56 at df = 2 towards 1. NaN below df = 2. */
function smallSampleFactor(df: number): number {
  if (!(df >= 2)) return Number.NaN;
  const x = (df - 1) / 2;
  return Math.exp((x - 0.5) * Math.log1p(0.5 / x) - 0.5 + stirlingError(x + 0.5) - stirlingError(x));
}

function correlation(pairs: readonly [number, number][], meanFirst: number, meanSecond: number): number {
  let product = 0;
  let first = 0;
  let second = 0;
  for (const [x, y] of pairs) {
    product += (x - meanFirst) * (y - meanSecond);
    first += (x - meanFirst) ** 2;
    second += (y - meanSecond) ** 2;
  }
  return first > 0 && second > 0 ? Math.max(-1, Math.min(1, product / Math.sqrt(first * second))) : Number.NaN;
}
