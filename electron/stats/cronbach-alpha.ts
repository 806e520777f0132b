import { betaLogit } from "./beta.ts";
import { correlationsOf, diagonal, type Matrix, totalVariance } from "./covariance-matrix.ts";
import { outside } from "./level.ts";
import { sum } from "./lists.ts";
import { completeAnswers, covariances } from "./scale-items.ts";

export interface CronbachAlpha {
  /** Persons with an answer to every item. */
  n: number;
  /** Items. */
  k: number;
  alpha: number;
  /** As if every item had the same variance. */
  standardised: number;
  lower: number;
  upper: number;
  /** Mean correlation between two items. */
  average_r: number;
}

/**
 * How consistently the items of a scale measure: the share of the total's variance that the items have in common, if they all
 * measure one thing equally well. At most 1, and below 0 when items work against each other (reverse-scored items not turned).
 *
 * `answers` is one list per person; persons with a missing answer (NaN) or another number of items are left out. Everything but
 * n and k is NaN when the totals do not vary, for one item and for fewer than two persons; standardised and average_r are NaN
 * when an item does not vary, and standardised when the items, made equally wide, cancel out. The interval is Feldt's, which assumes normal scores. Rises with the number of items alone, and
 * says nothing about whether they measure one thing: compare mcdonald_omega.
 *
 * Source: L. J. Cronbach (1951), Psychometrika 16:297–334; L. S. Feldt (1965), Psychometrika 30:357–370.
 */
export function cronbachAlpha(answers: readonly (readonly number[])[], level: number): CronbachAlpha {
  const complete = completeAnswers(answers);
  const k = complete[0]?.length ?? Number.NaN;
  return { ...alphaFromCovariances(complete.length, covariances(complete), level), k };
}

/**
 * The same from the covariances of the items (divisor n − 1) among n persons who answered them all, so that a database can add up
 * what there are too many persons for. For `n` below 2 everything but n and k is NaN.
 */
export function alphaFromCovariances(n: number, matrix: Matrix, level: number): CronbachAlpha {
  const k = matrix.length;
  const total = totalVariance(matrix);
  const ofItems = sum(diagonal(matrix));
  const varies = total > ROUNDING * k * ofItems;
  const alpha = n > 1 && k > 1 && varies ? (k / (k - 1)) * (1 - ofItems / total) : Number.NaN;
  const average = Number.isNaN(alpha) ? Number.NaN : meanCorrelation(matrix);
  const tail = outside(level);
  return {
    n,
    k,
    alpha,
    standardised: standardisedAlpha(k, average),
    lower: 1 - (1 - alpha) * varianceRatio(1 - tail, tail, n - 1, (n - 1) * (k - 1)),
    upper: 1 - (1 - alpha) * varianceRatio(tail, 1 - tail, n - 1, (n - 1) * (k - 1)),
    average_r: average,
  };
}

/** Of items that cancel out (two persons, half the items up and half down) the total does not vary, but for rounding. */
function standardisedAlpha(k: number, average: number): number {
  const totalPerItem = 1 + (k - 1) * average;
  return totalPerItem > k * ROUNDING ? (k * average) / totalPerItem : Number.NaN;
}

const ROUNDING = 1e-12;

function meanCorrelation(matrix: Matrix): number {
  const k = matrix.length;
  return (totalVariance(correlationsOf(matrix)) - k) / (k * (k - 1));
}

/** The quantile of F with df1 and df2 degrees of freedom, from its lower and its upper probability. */
function varianceRatio(lower: number, upper: number, df1: number, df2: number): number {
  return df1 > 0 && df2 > 0 && lower > 0
    ? (df2 / df1) * Math.exp(betaLogit(lower, upper, df1 / 2, df2 / 2))
    : Number.NaN;
}
