import { outside } from "./level.ts";

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * P(Z ≤ z) for a standard normal Z: 0 to 1, and 0 and 1 at −∞ and ∞. NaN for NaN.
 *
 * The lower tail keeps its relative accuracy (about 1e-13) down to the smallest numbers there are, at z = −38. For an upper
 * tail ask for `normalCdf(-z)`, never for `1 - normalCdf(z)`.
 *
 * Source: DLMF 7.6.2 (a series without cancellation) near 0 and 7.9.3 (continued fraction) in the tails.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const size = Math.abs(z);
  if (size > 2) {
    const tail = upperTail(size);
    return z < 0 ? tail : 1 - tail;
  }
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / SQRT_TWO_PI;
}

/** P(Z > z) for z > 2, by the continued fraction 1/(z + 1/(z + 2/(z + 3/(z + …)))) worked from its far end. */
function upperTail(z: number): number {
  if (z > 40) return 0;
  let fraction = z;
  for (let k = Math.ceil(20 + 600 / (z * z)); k >= 1; k--) fraction = z + k / fraction;
  return Math.exp((-z * z) / 2) / SQRT_TWO_PI / fraction;
}

/**
 * The z with P(Z ≤ z) = p, for 0 < p < 1. NaN outside, 0 and 1 included.
 *
 * Relative error about 1e-16. For the far upper tail give the small probability and turn the sign: −normalQuantile(1e-20).
 *
 * Source: M. J. Wichura (1988), Algorithm AS 241, PPND16.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, CENTRE);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? ratio(r - 1.6, MIDDLE) : ratio(r - 5, TAIL);
  return q < 0 ? -z : z;
}

/**
 * Half the width, in standard errors, of a two-sided normal interval: 1.96 at 0.95. NaN for a level outside (0, 1).
 */
export function normalReach(level: number): number {
  return -normalQuantile(outside(level));
}

type Coefficients = readonly (readonly [above: number, below: number])[];

function ratio(x: number, coefficients: Coefficients): number {
  let above = 0;
  let below = 0;
  for (const [a, b] of coefficients) {
    above = above * x + a;
    below = below * x + b;
  }
  return above / below;
}

// Wichura's coefficients, as the nearest doubles, highest power first; the denominator's constant is 1.
const CENTRE: Coefficients = [
  [2509.0809287301227, 5226.495278852854],
  [33430.57558358813, 28729.085735721943],
  [67265.7709270087, 39307.89580009271],
  [45921.95393154987, 21213.794301586597],
  [13731.69376550946, 5394.196021424751],
  [1971.5909503065513, 687.1870074920579],
  [133.14166789178438, 42.31333070160091],
  [3.3871328727963665, 1],
];
const MIDDLE: Coefficients = [
  [0.0007745450142783414, 1.0507500716444169e-9],
  [0.022723844989269184, 0.0005475938084995345],
  [0.2417807251774506, 0.015198666563616457],
  [1.2704582524523684, 0.14810397642748008],
  [3.6478483247632045, 0.6897673349851],
  [5.769497221460691, 1.6763848301838038],
  [4.630337846156546, 2.053191626637759],
  [1.4234371107496835, 1],
];
const TAIL: Coefficients = [
  [2.0103343992922881e-7, 2.0442631033899397e-15],
  [0.000027115555687434876, 1.421511758316446e-7],
  [0.0012426609473880784, 0.000018463183175100548],
  [0.026532189526576124, 0.0007868691311456133],
  [0.29656057182850487, 0.014875361290850615],
  [1.7848265399172913, 0.1369298809227358],
  [5.463784911164114, 0.599832206555888],
  [6.657904643501103, 1],
];
