import { halfDeviance } from "./deviance.ts";
import { invertTail, type LogTail } from "./newton.ts";
import { stirlingError } from "./stirling.ts";

/**
 * P(X ≤ x) for X ~ Beta(a, b), the regularised incomplete beta function: 0 below x = 0, 1 above x = 1.
 *
 * a and b are positive and finite; NaN otherwise. Relative error about 1e-13 (1e-11 with a or b near 10⁶, far out in a tail),
 * also where the answer is as small as 1e-300. For an upper tail ask for betaCdf(1 - x, b, a).
 *
 * Source: DLMF 8.17.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!isShape(a, b) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return betaTails(x, 1 - x, a, b).lower;
}

/**
 * The x with P(X ≤ x) = p for X ~ Beta(a, b), 0 < p < 1: the limit of an exact interval for a share.
 *
 * NaN for p outside (0, 1) and for a or b that is not positive and finite. 0 where the true value is below the smallest
 * number, which happens when a is far below 1. Relative error about 1e-12.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p > 0 && p < 1 && isShape(a, b))) return Number.NaN;
  return fromLogit(betaLogit(p, 1 - p, a, b))[0];
}

/** The x with P(X > x) = q. As betaQuantile, for a small q that subtraction from 1 would round. */
export function betaUpperQuantile(q: number, a: number, b: number): number {
  if (!(q > 0 && q < 1 && isShape(a, b))) return Number.NaN;
  return fromLogit(betaLogit(1 - q, q, a, b))[0];
}

/** Whether Beta(a, b) exists. */
function isShape(a: number, b: number): boolean {
  return a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY;
}

/**
 * Both tails of Beta(a, b) at x, for 0 < x < 1 and y = 1 − x from a caller that knows it better than subtraction does.
 * Each has its own relative accuracy as long as the other is not nearly 0.
 */
export function betaTails(x: number, y: number, a: number, b: number): { lower: number; upper: number } {
  if (isBelowMean(x, a, b)) {
    const { logDensity, hazard } = lowerTail(x, y, a, b);
    const lower = Math.min(1, Math.exp(logDensity) / hazard);
    return { lower, upper: 1 - lower };
  }
  const { lower, upper } = betaTails(y, x, b, a);
  return { lower: upper, upper: lower };
}

/**
 * The quantile of Beta(a, b) as u = ln(x / (1 − x)), from its lower and its upper probability (they sum to 1, and the smaller
 * one is used). On this scale both ends are as fine as they can be; t and F are simple functions of it.
 */
export function betaLogit(lower: number, upper: number, a: number, b: number): number {
  const start = Math.log(a) - Math.log(b);
  return lower <= upper
    ? invertTail((u) => logTails(u, a, b).lower, lower, start)
    : invertTail((u) => logTails(u, a, b).upper, upper, start);
}

/** Both tails of Beta(a, b) at u = ln(x / (1 − x)), as logarithms, so that nothing underflows. */
function logTails(u: number, a: number, b: number): { lower: LogTail; upper: LogTail } {
  // Beyond −700 the lower tail is a pure power, and x itself would underflow.
  const at = Math.max(u, -700);
  const [x, y] = fromLogit(at);
  if (!isBelowMean(x, a, b)) {
    const { lower, upper } = logTails(-u, b, a);
    return { lower: { log: upper.log, slope: -upper.slope }, upper: { log: lower.log, slope: -lower.slope } };
  }
  const { logDensity, hazard } = lowerTail(x, y, a, b);
  const log = Math.min(0, logDensity + a * (u - at) - Math.log(hazard));
  const rest = -Math.expm1(log);
  return { lower: { log, slope: hazard }, upper: { log: Math.log(rest), slope: (-hazard * Math.exp(log)) / rest } };
}

function isBelowMean(x: number, a: number, b: number): boolean {
  return x <= (a + 1) / (a + b + 2);
}

/**
 * For x below the mean: the logarithm of xᵃ yᵇ / B(a, b), which is the density of u = ln(x / y), and that density's ratio to
 * the lower tail: a continued fraction in which nothing cancels, worked by the modified Lentz method in about √(a + b) steps.
 *
 * Source: A. R. DiDonato and A. H. Morris (1992), Algorithm 708, ACM TOMS 18:360–373, equation 9.
 */
function lowerTail(x: number, y: number, a: number, b: number): { logDensity: number; hazard: number } {
  const n = a + b;
  const logDensity =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    halfDeviance(a, n * x) -
    halfDeviance(b, n * y) +
    0.5 * Math.log((a / n) * (b / (2 * Math.PI)));
  let hazard = (a * (a * y - b * x + 1)) / (a + 1);
  let c = hazard;
  let d = 0;
  for (let m = 1; m < 1e6; m++) {
    const odd = a + 2 * m - 1;
    const above = (((a + m - 1) * (n + m - 1) * x) / odd) * ((m * (b - m) * x) / odd);
    const below = m + (m * (b - m) * x) / odd + ((a + m) * (a * y - b * x + 1 + m * (1 + y))) / (odd + 2);
    d = 1 / (below + above * d);
    c = below + above / c;
    hazard *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return { logDensity, hazard };
}

/** x and 1 − x from ln(x / (1 − x)), each with full relative accuracy. */
function fromLogit(u: number): [x: number, y: number] {
  if (u > 0) {
    const [y, x] = fromLogit(-u);
    return [x, y];
  }
  const odds = Math.exp(u);
  return [odds / (1 + odds), 1 / (1 + odds)];
}
