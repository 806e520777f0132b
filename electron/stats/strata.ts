import { completeRows } from "./lists.ts";

export interface Stratum {
  k: number;
  n: number;
  /** Weight or reference rate. */
  by: number;
}

/**
 * Strata without those in which a member is missing (NaN); undefined when one cannot be: counts that are negative, k above n, or a
 * weight or rate below 0.
 */
export function strataOf(k: readonly number[], n: readonly number[], by: readonly number[]): Stratum[] | undefined {
  const strata = completeRows(k, n, by).map((row) => ({
    k: row[0] as number,
    n: row[1] as number,
    by: row[2] as number,
  }));
  return strata.every((each) => each.k >= 0 && each.k <= each.n && each.by >= 0) ? strata : undefined;
}
