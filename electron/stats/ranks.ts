/** Ranks from 1, equal values sharing the mean of their ranks (mid-ranks). In the order of the values. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).toSorted((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    for (let at = from; at < to; at++) ranks[order[at] as number] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
