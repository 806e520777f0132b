/**
 * How a scroll bar of limited length stands for any number of rows. Browsers cut an element at some 17 to 33 million
 * pixels, which a million rows exceed; beyond the limit one pixel of the bar stands for more than one of the rows.
 */
export interface GridScroll {
  /** Pixels of all rows under each other. */
  rowsHeight: number;
  /** Pixels that the scrolled element is given for them. */
  barHeight: number;
  /** Pixels of rows for one pixel of the bar; 1 below the limit. */
  scale: number;
}

const tallest = 12_000_000;

/** `view` is the height in which rows are seen. */
export function gridScroll(rows: number, rowHeight: number, view: number): GridScroll {
  const rowsHeight = rows * rowHeight;
  const barHeight = Math.min(rowsHeight, tallest);
  // Both ends must meet: the last pixel of the bar shows the last row whole.
  const scale = rowsHeight > barHeight ? (rowsHeight - view) / (barHeight - view) : 1;
  return { rowsHeight, barHeight, scale };
}

/** Where the bar must stand for a row to be wholly in sight; undefined where it is already. Pixels of the bar. */
export function scrollToRow(row: number, rowHeight: number, view: number, offset: number, scale: number) {
  const top = row * rowHeight;
  if (top < offset) return Math.floor(top / scale);
  if (top + rowHeight > offset + view) return Math.ceil((top + rowHeight - view) / scale);
  return undefined;
}
