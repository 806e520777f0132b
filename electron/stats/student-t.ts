import { betaLogit, betaTails } from "./beta.ts";
import { normalCdf, normalQuantile } from "./normal.ts";

/**
 * P(T ≤ t) for Student's t with df degrees of freedom, df > 0 and not necessarily whole; df = ∞ is the normal.
 *
 * NaN for df ≤ 0. The lower tail keeps its relative accuracy (about 1e-12): for an upper tail ask for studentTCdf(-t, df).
 *
 * Source: T² / (df + T²) ~ Beta(½, df / 2).
 */
export function studentTCdf(t: number, df: number): number {
  if (Number.isNaN(t) || !(df > 0)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalCdf(t);
  if (t === 0) return 0.5;
  const tail = upperTail(Math.abs(t), df);
  return t < 0 ? tail : 1 - tail;
}

/**
 * The t with P(T ≤ t) = p, for 0 < p < 1: what a mean's standard error is multiplied with. NaN for p outside (0, 1) and
 * df ≤ 0. Infinite where the true value is beyond the largest number (df far below 1). Relative error about 1e-12.
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1 && df > 0)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  if (p === 0.5) return 0;
  const u = betaLogit(2 * Math.abs(p - 0.5), 2 * Math.min(p, 1 - p), 0.5, df / 2);
  const t = Math.exp((Math.log(df) + u) / 2);
  return p < 0.5 ? -t : t;
}

/** P(T > t) for t > 0. */
function upperTail(t: number, df: number): number {
  // So far out the tail is a pure power, and t² would overflow.
  if (t > 1e150) return upperTail(1e150, df) * (t / 1e150) ** -df;
  const odds = (t / df) * t;
  return betaTails(odds / (1 + odds), 1 / (1 + odds), 0.5, df / 2).upper / 2;
}
