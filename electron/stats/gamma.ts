import { halfDeviance } from "./deviance.ts";
import { invertTail, type LogTail } from "./newton.ts";
import { stirlingError } from "./stirling.ts";

/**
 * The x with P(X ≤ x) = p for X ~ Gamma(shape, scale 1), 0 < p < 1: the limit of an exact interval for a count or a rate.
 *
 * NaN for p outside (0, 1) and a shape that is not positive and finite. 0 where the true value is below the smallest number.
 * Relative error about 1e-12.
 */
export function gammaQuantile(p: number, shape: number): number {
  return isCase(p, shape) ? Math.exp(invertTail((u) => logTails(u, shape).lower, p, Math.log(shape))) : Number.NaN;
}

/** The x with P(X > x) = q. As gammaQuantile, for a small q that subtraction from 1 would round. */
export function gammaUpperQuantile(q: number, shape: number): number {
  return isCase(q, shape) ? Math.exp(invertTail((u) => logTails(u, shape).upper, q, Math.log(shape))) : Number.NaN;
}

function isCase(p: number, shape: number): boolean {
  return p > 0 && p < 1 && shape > 0 && shape < Number.POSITIVE_INFINITY;
}

/**
 * Both tails of Gamma(shape, 1) at u = ln x, as logarithms. In u the density is log-concave, with its mode at ln(shape).
 *
 * Source: DLMF 8.11.4 (series, below the mean) and 8.9.2 (continued fraction, above it).
 */
function logTails(u: number, shape: number): { lower: LogTail; upper: LogTail } {
  const x = Math.exp(u);
  // Where x underflows the density is the power that u itself gives.
  const logDensity =
    u < -700
      ? 0.5 * Math.log(shape / (2 * Math.PI)) - stirlingError(shape) + shape * (u - Math.log(shape) + 1)
      : 0.5 * Math.log(shape / (2 * Math.PI)) - stirlingError(shape) - halfDeviance(shape, x);
  if (x <= shape) {
    const hazard = shape / series(x, shape);
    const log = Math.min(0, logDensity - Math.log(hazard));
    return { lower: { log, slope: hazard }, upper: other(log, -hazard) };
  }
  const hazard = continuedFraction(x, shape);
  const log = Math.min(0, logDensity - Math.log(hazard));
  return { lower: other(log, hazard), upper: { log, slope: -hazard } };
}

/** The tail that is 1 minus the given one; `slope` is the given one's hazard with the sign of this tail. */
function other(log: number, slope: number): LogTail {
  const rest = -Math.expm1(log);
  return { log: Math.log(rest), slope: (slope * Math.exp(log)) / rest };
}

function series(x: number, shape: number): number {
  let sum = 1;
  let term = 1;
  for (let j = 1; term > 1e-17 * sum; j++) {
    term *= x / (shape + j);
    sum += term;
  }
  return sum;
}

function continuedFraction(x: number, shape: number): number {
  let below = x + 1 - shape;
  let value = below;
  let c = below;
  let d = 0;
  for (let j = 1; j < 1e6; j++) {
    below += 2;
    const above = j * (shape - j);
    d = 1 / (below + above * d);
    c = below + above / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}
