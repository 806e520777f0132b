import { sum } from "./lists.ts";
import { fitOneFactor } from "./one-factor.ts";
import { completeAnswers, correlations, covariances } from "./scale-items.ts";

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
  const n = complete.length;
  const k = complete[0]?.length ?? Number.NaN;
  const model = n > 1 ? fitOneFactor(correlations(complete)) : undefined;
  if (model === undefined) return { n, k, omega: Number.NaN };
  // Maximum likelihood does not mind the items' scales, so the fit on correlations is turned back into covariances.
  const variances = covariances(complete).map((row, item) => row[item] as number);
  const common = sum(model.loadings.map((loading, item) => loading * Math.sqrt(variances[item] as number))) ** 2;
  const own = sum(model.uniquenesses.map((uniqueness, item) => uniqueness * (variances[item] as number)));
  return { n, k, omega: common / (common + own) };
}
