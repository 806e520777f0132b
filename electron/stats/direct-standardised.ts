import { gammaQuantile, gammaUpperQuantile } from "./gamma.ts";
import { outside } from "./level.ts";
import { sum } from "./lists.ts";
import { strataOf } from "./strata.ts";

export interface StandardisedRate {
  /** Strata used. */
  n: number;
  rate: number;
  lower: number;
  upper: number;
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
  const tail = outside(level);
  const upperScale = (variance + largest ** 2) / (rate + largest);
  return {
    n: strata.length,
    rate,
    lower: rate === 0 ? tail * 0 : (variance / rate) * gammaQuantile(tail, rate ** 2 / variance),
    upper: upperScale * gammaUpperQuantile(tail, (rate + largest) / upperScale),
  };
}
