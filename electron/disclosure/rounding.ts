/** The base that counts are rounded to unless another is given. */
export const ROUNDING_BASE = 5;

/**
 * The nearest multiple of `base`; half way goes up. Totals are rounded on their own, so a rounded table need not add up. It
 * hides how small a count is but is no protection by itself: two overlapping tables can undo it.
 */
export function roundToBase(count: number, base = ROUNDING_BASE): number {
  return Math.round(count / base) * base;
}
