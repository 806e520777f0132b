export interface Moments {
  n: number;
  mean: number;
  /** With divisor n − 1. */
  variance: number;
}

/**
 * Count, mean and variance. The mean is NaN for no values and the variance for fewer than two.
 *
 * Worked as deviations from the first value, so that equal values give exactly that mean and a variance of exactly 0, and a
 * large common level costs no digits.
 */
export function moments(values: readonly number[]): Moments {
  const n = values.length;
  const origin = values[0] ?? Number.NaN;
  let shift = 0;
  for (const value of values) shift += value - origin;
  const mean = origin + shift / n;
  let squares = 0;
  let rest = 0;
  for (const value of values) {
    const deviation = value - origin - shift / n;
    squares += deviation * deviation;
    rest += deviation;
  }
  return { n, mean, variance: n > 1 ? (squares - (rest * rest) / n) / (n - 1) : Number.NaN };
}
