import { betaQuantile, betaUpperQuantile } from "./beta.ts";
import { outside } from "./level.ts";

/**
 * Lower limit of the exact (Clopper–Pearson) interval for a share: the share at which k or more of n have probability
 * (1 − level) / 2.
 *
 * Between 0 and k / n, and exactly 0 at k = 0. NaN for n = 0, k outside 0…n or a level outside (0, 1). Never covers less than
 * its level and mostly more, so it is wider than needed: Wilson's is the ordinary choice.
 *
 * Source: C. J. Clopper and E. S. Pearson (1934), Biometrika 26:404–413.
 */
export function clopperPearsonLower(k: number, n: number, level: number): number {
  const tail = tailOf(k, n, level);
  return k === 0 ? tail * 0 : betaQuantile(tail, k, n - k + 1);
}

/** Upper limit of the exact interval for a share. Between k / n and 1, and exactly 1 at k = n. NaN as the lower limit. */
export function clopperPearsonUpper(k: number, n: number, level: number): number {
  const tail = tailOf(k, n, level);
  return k === n ? 1 + tail * 0 : betaUpperQuantile(tail, k + 1, n - k);
}

/** The probability of each tail. NaN, which the limits then become, for a share or a level that is none. */
function tailOf(k: number, n: number, level: number): number {
  return k >= 0 && k <= n && n > 0 ? outside(level) : Number.NaN;
}
