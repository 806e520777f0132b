import { wilsonLower, wilsonUpper } from "./wilson.ts";

/**
 * Lower limit of Newcombe's interval (hybrid score, method 10) for the difference of two shares, k1/n1 − k2/n2.
 *
 * Between −1 and the difference. NaN when either group is empty or a count is outside 0…n. The groups must be different
 * people: wrong when one is part of the other, and for the same persons before and after.
 *
 * Source: R. G. Newcombe (1998), Statistics in Medicine 17:873–890.
 */
export function newcombeLower(k1: number, n1: number, k2: number, n2: number, level: number): number {
  const first = k1 / n1;
  const second = k2 / n2;
  const reach = Math.hypot(first - wilsonLower(k1, n1, level), wilsonUpper(k2, n2, level) - second);
  return Math.max(-1, first - second - reach);
}

/** Upper limit of Newcombe's interval for the difference of two shares. Between the difference and 1. NaN as the lower. */
export function newcombeUpper(k1: number, n1: number, k2: number, n2: number, level: number): number {
  const first = k1 / n1;
  const second = k2 / n2;
  const reach = Math.hypot(wilsonUpper(k1, n1, level) - first, second - wilsonLower(k2, n2, level));
  return Math.min(1, first - second + reach);
}
