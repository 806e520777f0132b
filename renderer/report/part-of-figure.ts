import { type Figure, type Row, readRows } from "../table.ts";

/** The rows of a figure for which `keep` holds, as a figure of their own; hidden cells stay hidden. */
export function partOfFigure(figure: Figure, keep: (row: Row) => boolean): Figure {
  if (figure.meta.fault !== undefined) return figure;
  const kept = readRows(figure).flatMap((row, index) => (keep(row) ? [index] : []));
  const suppressed = kept.flatMap((index, place) => {
    const columns = figure.meta.suppressed?.[index];
    return columns === undefined ? [] : [[String(place), columns] as const];
  });
  const [head, ...rest] = kept.map((index) => figure.data.slice(index, index + 1));
  return {
    meta: { ...figure.meta, rows: kept.length, suppressed: Object.fromEntries(suppressed) },
    data: head === undefined ? figure.data.slice(0, 0) : head.concat(...rest),
  };
}
