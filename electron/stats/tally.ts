/** How many there are of a value. */
export interface Tally {
  readonly value: number;
  readonly count: number;
}

/** The distinct values in rising order, each with how many there are: all that ranks and medians need to know. */
export function tallied(values: readonly number[], counts?: readonly number[]): Tally[] {
  const found = new Map<number, number>();
  for (const [index, value] of values.entries()) {
    found.set(value, (found.get(value) ?? 0) + (counts === undefined ? 1 : (counts[index] as number)));
  }
  return [...found].map(([value, count]) => ({ value, count })).toSorted((a, b) => a.value - b.value);
}
