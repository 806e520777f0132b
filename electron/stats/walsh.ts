/**
 * The rank-th smallest (from 1) of the averages of all pairs of values, each value paired with itself too: n(n + 1)/2 Walsh
 * averages, which are never written out. `sorted` is in rising order. NaN for a rank that does not exist.
 *
 * Halves an interval of numbers until it holds a single one, counting the averages below in one pass; about 60 to 1100 passes.
 *
 * Source: J. L. Hodges and E. L. Lehmann (1963), Ann. Math. Stat. 34:598–611.
 */
export function walshAverage(sorted: readonly number[], rank: number): number {
  const n = sorted.length;
  if (!(rank >= 1 && rank <= (n * (n + 1)) / 2)) return Number.NaN;
  let low = sorted[0] as number;
  let high = sorted[n - 1] as number;
  if (countUpTo(sorted, low) >= rank) return low;
  for (;;) {
    const middle = low / 2 + high / 2;
    if (!(middle > low && middle < high)) return high;
    if (countUpTo(sorted, middle) >= rank) high = middle;
    else low = middle;
  }
}

/** How many Walsh averages are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let count = 0;
  let partner = sorted.length - 1;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] as number;
    while (partner >= i && (value + (sorted[partner] as number)) / 2 > limit) partner--;
    if (partner < i) return count;
    count += partner - i + 1;
  }
  return count;
}
