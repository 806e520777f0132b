/** At least one of these cells must be hidden too, or cells whose weights make up 1. */
export interface Cut {
  cells: readonly number[];
  weights: readonly number[];
  /** Only as long as this cell is hidden itself. */
  held: number | undefined;
}
