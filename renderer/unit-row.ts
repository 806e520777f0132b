import type { Figure } from "./table.ts";
import { rowAt } from "./table.ts";

/** The rows of one unit as a Table of their own, with what is hidden in them. Nothing of the others can be read from it. */
export function unitRow(figure: Figure, column: string, code: string): Figure {
  if (figure.meta.fault !== undefined) return figure;
  const codes = figure.data.getChild(column);
  const places = Array.from({ length: figure.data.numRows }, (_, place) => rowAt(figure, place));
  const row = places.find((each) => codes?.get(each) === code);
  const { suppressed = {}, reasons = {}, earlier } = figure.meta;
  const moved = <T>(byRow: Record<string, T>): Record<string, T> => {
    const own = row === undefined ? undefined : byRow[row];
    return own === undefined ? {} : { 0: own };
  };
  const data = row === undefined ? figure.data.slice(0, 0) : figure.data.slice(row, row + 1);
  const meta = {
    ...figure.meta,
    suppressed: moved(suppressed),
    reasons: moved(reasons),
    ...(earlier && { earlier: { ...earlier, cells: moved(earlier.cells) } }),
    rows: data.numRows,
  };
  return { data, meta };
}
