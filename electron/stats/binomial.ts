import { betaTails } from "./beta.ts";
import { halfDeviance } from "./deviance.ts";
import { stirlingError } from "./stirling.ts";

/**
 * P(K ≤ k) for the number K of successes in n independent trials, each with probability p.
 *
 * 0 for k < 0 and 1 for k ≥ n, as R has it (so 1 for n = 0 and k ≥ 0); k between whole numbers counts as the one below. NaN
 * for n that is negative or not whole and for p outside [0, 1]. The lower tail is accurate to about 1e-13 of itself; for
 * P(K > k) ask for binomialCdf(n - k - 1, n, 1 - p). Wrong for draws without replacement from a small whole.
 */
export function binomialCdf(k: number, n: number, p: number): number {
  return binomialTails(k, n, p).lower;
}

/** P(K ≤ k) and P(K > k), each with its own relative accuracy. NaN as binomialCdf. */
export function binomialTails(k: number, n: number, p: number): { lower: number; upper: number } {
  if (!isBinomial(n, p) || Number.isNaN(k)) return { lower: Number.NaN, upper: Number.NaN };
  const whole = Math.floor(k + 1e-7);
  if (whole < 0) return { lower: 0, upper: 1 };
  if (whole >= n || p === 0) return { lower: 1, upper: 0 };
  if (p === 1) return { lower: 0, upper: 1 };
  return betaTails(1 - p, p, n - whole, whole + 1);
}

/** ln P(K = k) for whole 0 ≤ k ≤ n: −∞ where it cannot happen. Source: C. Loader (2000). */
export function logBinomial(k: number, n: number, p: number): number {
  if (k === 0) return n === 0 ? 0 : n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  if (p === 0 || p === 1) return Number.NEGATIVE_INFINITY;
  return (
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    halfDeviance(k, n * p) -
    halfDeviance(n - k, n * (1 - p)) -
    0.5 * Math.log(2 * Math.PI * k * (1 - k / n))
  );
}

/** Whether n trials with probability p make sense. */
export function isBinomial(n: number, p: number): boolean {
  return Number.isInteger(n) && n >= 0 && p >= 0 && p <= 1;
}
