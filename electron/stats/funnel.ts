import { binomialTails, isBinomial, logBinomial } from "./binomial.ts";
import { firstWhere } from "./first-where.ts";
import { outside } from "./level.ts";

/**
 * Lower funnel limit: the share below which a unit of n persons would fall with probability (1 − level) / 2 if its true share
 * were the target. The usual levels are 0.95 and 0.998.
 *
 * Exact binomial, interpolated between counts so that the funnel is smooth in n, and never below 0. NaN for n that is not a whole
 * number above 0, a target outside [0, 1] and a level outside (0, 1). Assumes that persons are independent and that units differ
 * by chance only; look at `overdispersion` first when there are ten units or more.
 *
 * Source: D. J. Spiegelhalter (2005), Statistics in Medicine 24:1185–1202.
 */
export function funnelLower(target: number, n: number, level: number): number {
  const tail = tailOf(target, n, level);
  const count = firstWhere(0, n, (k) => binomialTails(k, n, target).lower >= tail);
  const beyond = binomialTails(count, n, target).lower - tail;
  return Math.max(0, (count - beyond / Math.exp(logBinomial(count, n, target))) / n);
}

/** Upper funnel limit: the share above which a unit would rise as rarely. Never above 1. NaN as the lower limit. */
export function funnelUpper(target: number, n: number, level: number): number {
  const tail = tailOf(target, n, level);
  const count = firstWhere(0, n, (k) => binomialTails(k, n, target).upper <= tail);
  const beyond = tail - binomialTails(count, n, target).upper;
  return Math.min(1, Math.max(0, (count - beyond / Math.exp(logBinomial(count, n, target))) / n));
}

function tailOf(target: number, n: number, level: number): number {
  return isBinomial(n, target) && n > 0 ? outside(level) : Number.NaN;
}
