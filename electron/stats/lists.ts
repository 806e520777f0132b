/** Stops with a sentence when lists that belong together member by member have different lengths. */
function requireEqualLengths(...lists: readonly (readonly number[])[]): void {
  const lengths = lists.map((list) => list.length);
  if (lengths.some((length) => length !== lengths[0])) {
    throw new RangeError(`the lists belong together member by member, but have ${lengths.join(" and ")} members`);
  }
}

/** The rows of columns that belong together, without those in which a member is missing (NaN). Order is kept. */
export function completeRows(...columns: readonly (readonly number[])[]): number[][] {
  requireEqualLengths(...columns);
  const rows = (columns[0] ?? []).map((_, row) => columns.map((column) => column[row] as number));
  return rows.filter((row) => !row.some(Number.isNaN));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
