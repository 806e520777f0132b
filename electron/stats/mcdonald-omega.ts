import { correlationsOf, diagonal, type Matrix } from "./covariance-matrix.ts";
import { sum } from "./lists.ts";
import { fitOneFactor } from "./one-factor.ts";
import { completeAnswers, covariances } from "./scale-items.ts";

export interface McdonaldOmega {
  /** Persons with an answer to every item. */
  n: number;
  /** Items. */
  k: number;
  omega: number;
}

/**
 * How consistently a scale's items measure one thing, when they may measure it differently well: the share of the total's variance
 * that comes from a single common factor. 0 to 1; equal to alpha when all items load alike, and above it otherwise.
 *
 * `answers` is one list per person; persons with a missing answer (NaN) or another number of items are left out. NaN below three
 * items, when an item does not vary, and when no proper one-factor solution exists (an item left with no variance of its own).
 * Maximum likelihood on the covariances. Wrong for a scale of several factors, and unsteady below a hundred persons or so.
 *
 * Source: R. P. McDonald (1999), Test Theory, 6.
 */
export function mcdonaldOmega(answers: readonly (readonly number[])[]): McdonaldOmega {
  const complete = completeAnswers(answers);
  const k = complete[0]?.length ?? Number.NaN;
  return { ...omegaFromCovariances(complete.length, covariances(complete)), k };
}

/**
 * The same from the covariances of the items (divisor n − 1) among n persons who answered them all, so that a database can add up
 * what there are too many persons for.
 */
export function omegaFromCovariances(n: number, matrix: Matrix): McdonaldOmega {
  const k = matrix.length;
  const model = n > 1 ? fitOneFactor(correlationsOf(matrix)) : undefined;
  if (model === undefined) return { n, k, omega: Number.NaN };
  // Maximum likelihood does not mind the items' scales, so the fit on correlations is turned back into covariances.
  const variances = diagonal(matrix);
  const common = sum(model.loadings.map((loading, item) => loading * Math.sqrt(variances[item] as number))) ** 2;
  const own = sum(model.uniquenesses.map((uniqueness, item) => uniqueness * (variances[item] as number)));
  return { n, k, omega: common / (common + own) };
}
