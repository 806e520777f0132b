import { gammaQuantile, gammaUpperQuantile } from "./gamma.ts";
import { completeRows, sum } from "./lists.ts";

export interface StandardisedRate {
  /** Strata used. */
  n: number;
  rate: number;
  lower: number;
  upper: number;
}

export interface StandardisedRatio {
  /** Strata used. */
  n: number;
  /** Observed through expected. */
  ratio: number;
  lower: number;
  upper: number;
}

interface Stratum {
  k: number;
  n: number;
  /** Weight or reference rate. */
  by: number;
}

/**
 * The share a unit would have had with the reference's mix of strata (age and sex, say) and its own share in each: directly
 * standardised, with the limits of Fay and Feuer.
 *
 * Weights are rescaled to sum to 1. A stratum with a missing member (NaN) is skipped and the other weights are rescaled. Undefined
 * when a stratum that weighs something has n = 0, for impossible counts, negative weights, or none above 0; rate and limits are
 * NaN without strata. With few persons in a stratum one of them moves the rate a lot: prefer the indirect ratio then.
 *
 * Source: M. P. Fay and E. J. Feuer (1997), Statistics in Medicine 16:791–801.
 */
export function directStandardised(
  k: readonly number[],
  n: readonly number[],
  weight: readonly number[],
  level: number,
): StandardisedRate | undefined {
  const strata = strataOf(k, n, weight);
  if (strata === undefined) return undefined;
  if (strata.length === 0) return { n: 0, rate: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  const total = sum(strata.map((each) => each.by));
  const used = strata.filter((each) => each.by > 0);
  if (used.length === 0 || used.some((each) => each.n === 0)) return undefined;
  // What one person of a stratum counts for in the rate.
  const worth = used.map((each) => each.by / total / each.n);
  const rate = sum(used.map((each, i) => (worth[i] as number) * each.k));
  const variance = sum(used.map((each, i) => (worth[i] as number) ** 2 * each.k));
  const largest = worth.reduce((a, b) => Math.max(a, b), 0);
  const tail = tailOf(level);
  const upperScale = (variance + largest ** 2) / (rate + largest);
  return {
    n: strata.length,
    rate,
    lower: rate === 0 ? tail * 0 : (variance / rate) * gammaQuantile(tail, rate ** 2 / variance),
    upper: upperScale * gammaUpperQuantile(tail, (rate + largest) / upperScale),
  };
}

/**
 * How many times as many as expected: a unit's count through the count it would have with the reference's rate in each stratum,
 * with exact Poisson limits. Above 1 is more than the reference.
 *
 * A stratum with a missing member (NaN) is skipped. Undefined for impossible counts, negative rates and an expected count of 0;
 * ratio and limits are NaN without strata. Units' ratios cannot be compared with each other, only with the reference, as each
 * is weighted by its own mix. For shares far from 0 the limits are too wide, since a Poisson count has no ceiling.
 *
 * Source: N. E. Breslow and N. E. Day (1987), Statistical Methods in Cancer Research II, 2.3; F. Garwood (1936), Biometrika 28.
 */
export function indirectStandardised(
  k: readonly number[],
  n: readonly number[],
  referenceRate: readonly number[],
  level: number,
): StandardisedRatio | undefined {
  const strata = strataOf(k, n, referenceRate);
  if (strata === undefined) return undefined;
  if (strata.length === 0) return { n: 0, ratio: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  const observed = sum(strata.map((each) => each.k));
  const expected = sum(strata.map((each) => each.n * each.by));
  if (expected === 0) return undefined;
  const tail = tailOf(level);
  return {
    n: strata.length,
    ratio: observed / expected,
    lower: observed === 0 ? tail * 0 : gammaQuantile(tail, observed) / expected,
    upper: gammaUpperQuantile(tail, observed + 1) / expected,
  };
}

function strataOf(k: readonly number[], n: readonly number[], by: readonly number[]): Stratum[] | undefined {
  const strata = completeRows(k, n, by).map((row) => ({
    k: row[0] as number,
    n: row[1] as number,
    by: row[2] as number,
  }));
  return strata.every((each) => each.k >= 0 && each.k <= each.n && each.by >= 0) ? strata : undefined;
}

function tailOf(level: number): number {
  return level > 0 && level < 1 ? (1 - level) / 2 : Number.NaN;
}
