/**
 * The probability left outside on each side by a two-sided interval: 0.025 at level 0.95. NaN for a level outside (0, 1).
 */
export function outside(level: number): number {
  return level > 0 && level < 1 ? (1 - level) / 2 : Number.NaN;
}
