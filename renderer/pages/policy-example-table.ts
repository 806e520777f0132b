/** A small table that shows why hiding one number is not enough, made up to the workspace's own smallest count. */
export interface ExampleTable {
  /** Rows and columns without their totals. */
  counts: readonly (readonly [number, number])[];
  rowTotals: readonly number[];
  columnTotals: readonly [number, number];
  total: number;
  /** The one cell that is too small, by row and column. */
  small: readonly [number, number];
  /** All that must be hidden so that it cannot be worked out. */
  hidden: readonly (readonly [number, number])[];
  /** What the small cell can be, for all that a reader can work out in the end. */
  interval: { low: number; high: number };
}

/** Three places and two groups; the first place's first group is too small. */
export function exampleTable(smallest: number): ExampleTable {
  const counts: [number, number][] = [
    [Math.max(1, smallest - 2), 2 * smallest + 2],
    [2 * smallest - 1, 2 * smallest + 4],
    [2 * smallest + 1, 3 * smallest + 1],
  ];
  const [a, b] = counts as [[number, number], [number, number]];
  const column = (at: 0 | 1) => counts.reduce((sum, row) => sum + row[at], 0);
  const columnTotals: [number, number] = [column(0), column(1)];
  return {
    counts,
    rowTotals: counts.map(([left, right]) => left + right),
    columnTotals,
    total: columnTotals[0] + columnTotals[1],
    small: [0, 0],
    hidden: [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ],
    // It shares its column with the second place's and its row with its own other group: neither can fall below nought.
    interval: { low: Math.max(0, a[0] - b[1]), high: Math.min(a[0] + b[0], a[0] + a[1]) },
  };
}
