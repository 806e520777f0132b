import { completeRows } from "./lists.ts";

export interface Count {
  k: number;
  n: number;
}

/**
 * Units with k of n persons, without those where either is missing (NaN); undefined when a unit cannot be: counts that are
 * negative, or k above n.
 */
export function countsOf(k: readonly number[], n: readonly number[]): Count[] | undefined {
  const units = completeRows(k, n).map(([some, all]) => ({ k: some as number, n: all as number }));
  return units.every((unit) => unit.k >= 0 && unit.k <= unit.n) ? units : undefined;
}
