import { sum } from "./lists.ts";

/** A square matrix as rows of numbers. */
export type Matrix = readonly (readonly number[])[];

/** Variances of the items. */
export function diagonal(matrix: Matrix): number[] {
  return matrix.map((row, item) => row[item] as number);
}

/** Variance of the items' sum. */
export function totalVariance(matrix: Matrix): number {
  return sum(matrix.map(sum));
}

/** Correlations from covariances: NaN beside an item that does not vary. */
export function correlationsOf(covariances: Matrix): number[][] {
  const sds = diagonal(covariances).map(Math.sqrt);
  return covariances.map((row, i) =>
    row.map((value, j) => (i === j ? value / value : value / ((sds[i] as number) * (sds[j] as number)))),
  );
}
