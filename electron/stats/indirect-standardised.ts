import { gammaQuantile, gammaUpperQuantile } from "./gamma.ts";
import { outside } from "./level.ts";
import { sum } from "./lists.ts";
import { strataOf } from "./strata.ts";

export interface StandardisedRatio {
  /** Strata used. */
  n: number;
  ratio: number;
  lower: number;
  upper: number;
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
  const tail = outside(level);
  return {
    n: strata.length,
    ratio: observed / expected,
    lower: observed === 0 ? tail * 0 : gammaQuantile(tail, observed) / expected,
    upper: gammaUpperQuantile(tail, observed + 1) / expected,
  };
}
