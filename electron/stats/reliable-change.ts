/**
 * A person's change in units of what the instrument's own unreliability produces (Jacobson–Truax RC): beyond ±1.96 it is larger
 * than nearly all changes by measurement error alone.
 *
 * `sd` is of the scale before, in a comparable group, `reliability` of the scale there (retest or alpha). NaN unless sd is above
 * 0 and reliability at least 0 and below 1. Says that a change is real, not that it matters, nor what caused it.
 *
 * Source: N. S. Jacobson and P. Truax (1991), J. Consult. Clin. Psychol. 59:12–19.
 */
export function reliableChange(change: number, sd: number, reliability: number): number {
  if (!(sd > 0 && reliability >= 0 && reliability < 1)) return Number.NaN;
  return change / (sd * Math.sqrt(2 * (1 - reliability)));
}
