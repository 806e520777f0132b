/** A cell of the grid. Row -1 is the header. */
export interface GridCell {
  row: number;
  column: number;
}

interface GridShape {
  rows: number;
  columns: number;
  /** Rows in sight. */
  page: number;
}

/** Where a key leads, as the WAI-ARIA grid pattern has it; undefined for a key that is not the grid's. */
export function movedCell(
  cell: GridCell,
  { key, ctrl }: { key: string; ctrl: boolean },
  { rows, columns, page }: GridShape,
): GridCell | undefined {
  const to = (row: number, column: number): GridCell => ({
    row: Math.max(-1, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  switch (key) {
    case "ArrowDown":
      return to(ctrl ? rows - 1 : cell.row + 1, cell.column);
    case "ArrowUp":
      return to(ctrl ? 0 : cell.row - 1, cell.column);
    case "ArrowRight":
      return to(cell.row, cell.column + 1);
    case "ArrowLeft":
      return to(cell.row, cell.column - 1);
    case "PageDown":
      return to(Math.max(cell.row, 0) + page, cell.column);
    case "PageUp":
      return to(Math.max(0, cell.row - page), cell.column);
    case "Home":
      return ctrl ? to(0, 0) : to(cell.row, 0);
    case "End":
      return ctrl ? to(rows - 1, columns - 1) : to(cell.row, columns - 1);
    default:
      return undefined;
  }
}
