import { betaQuantile, betaUpperQuantile } from "./beta.ts";
import { outside } from "./level.ts";

export interface ShrunkRate {
  mean: number;
  lower: number;
  upper: number;
}

/**
 * What is believed of a unit's true share after k of n, when the units' shares spread as Beta(alpha, beta): a small unit is drawn
 * towards all units' mean, a large one stays. With n = 0 it is that spread itself.
 *
 * Undefined for negative counts, k > n and alpha or beta that is not above 0. Wrong when units are known to differ in kind; and
 * it hides a small unit that truly is far off, so show k of n beside it.
 *
 * Source: B. Efron and C. Morris (1975), JASA 70:311–319; beta-binomial form in A. Gelman et al., Bayesian Data Analysis, 5.3.
 */
export function shrunkRate(k: number, n: number, alpha: number, beta: number, level: number): ShrunkRate | undefined {
  if (!(k >= 0 && k <= n && alpha > 0 && beta > 0)) return undefined;
  const a = alpha + k;
  const b = beta + n - k;
  const tail = outside(level);
  return { mean: a / (a + b), lower: betaQuantile(tail, a, b), upper: betaUpperQuantile(tail, a, b) };
}
