import { countsOf } from "./counts.ts";
import { sum } from "./lists.ts";

export interface Overdispersion {
  /** Units compared. */
  n: number;
  /** Mean squared distance from the pooled share, in standard errors: about 1 when units differ by chance alone. */
  phi: number;
  /** Variance between units on the arcsine scale, 0 when phi asks for none. */
  tau2: number;
}

/**
 * Whether units' shares differ by more than chance, so that funnel limits would be too narrow.
 *
 * On the scale asin √share; the outermost 10 % on each side are moved in to the 10 % and 90 % quantiles first, so that the
 * outliers one looks for do not excuse themselves. Units with n = 0 are skipped. Undefined when the pooled share is 0 or 1 or a
 * unit is impossible; phi and tau2 are NaN without units, tau2 for a single one. With fewer than ten units tau2 is hardly known.
 *
 * Source: D. J. Spiegelhalter (2005), Qual. Saf. Health Care 14:347–351.
 */
export function overdispersion(k: readonly number[], n: readonly number[]): Overdispersion | undefined {
  const counted = countsOf(k, n);
  if (counted === undefined) return undefined;
  const units = counted.filter((unit) => unit.n > 0);
  const count = units.length;
  if (count === 0) return { n: 0, phi: Number.NaN, tau2: Number.NaN };
  const pooled = sum(units.map((unit) => unit.k)) / sum(units.map((unit) => unit.n));
  if (pooled === 0 || pooled === 1) return undefined;
  const centre = Math.asin(Math.sqrt(pooled));
  const distances = units.map((unit) => (Math.asin(Math.sqrt(unit.k / unit.n)) - centre) * 2 * Math.sqrt(unit.n));
  const low = quantile(distances, 0.1);
  const high = quantile(distances, 0.9);
  const phi = sum(distances.map((z) => Math.min(Math.max(z, low), high) ** 2)) / count;
  const weights = units.map((unit) => 4 * unit.n);
  const spread = sum(weights) - sum(weights.map((weight) => weight * weight)) / sum(weights);
  const tau2 = count > 1 ? Math.max(0, (count * phi - (count - 1)) / spread) : Number.NaN;
  return { n: count, phi, tau2 };
}

/** The quantile of values, between neighbours in proportion (R's type 7). */
function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)] as number;
  const above = sorted[Math.ceil(position)] as number;
  return below + (position - Math.floor(position)) * (above - below);
}
