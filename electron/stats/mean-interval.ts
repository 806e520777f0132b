import { outside } from "./level.ts";
import { moments } from "./moments.ts";
import { studentTQuantile } from "./student-t.ts";

export interface MeanInterval {
  n: number;
  mean: number;
  sd: number;
  lower: number;
  upper: number;
}

/**
 * A mean with its t interval: where the mean of all whom these stand for may lie.
 *
 * Missing values (NaN) are left out; n counts the rest. The mean is NaN for n = 0, sd and limits for n = 1. Equal values give sd
 * 0 and limits at the mean. Wrong for values that are dependent (several answers from one person), and for a handful of very
 * skewed ones: show the values or a median then.
 *
 * Source: Student (1908), Biometrika 6:1–25.
 */
export function meanInterval(values: readonly number[], level: number): MeanInterval {
  const { n, mean, variance } = moments(values.filter((value) => !Number.isNaN(value)));
  const sd = Math.sqrt(variance);
  const reach = tReach(level, n - 1) * (sd / Math.sqrt(n));
  return { n, mean, sd, lower: mean - reach, upper: mean + reach };
}

/** Half the width, in standard errors, of a two-sided t interval. NaN for a level outside (0, 1) and df ≤ 0. */
export function tReach(level: number, df: number): number {
  return -studentTQuantile(outside(level), df);
}
