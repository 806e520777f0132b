/** The first whole number in [from, to) where a condition holds that stays true once it is; `to` if it never does. */
export function firstWhere(from: number, to: number, holds: (i: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
