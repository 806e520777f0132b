import type { Catalog, ColumnMeta } from "../electron/contract.ts";
import { type Cell, type Figure, hidesAny, isTime, readRows } from "./table.ts";

/**
 * The figure with its rows in an order that tells nothing of what is hidden: a table that was sorted by its numbers would give
 * hidden ones away. Groups stand as their code list has them, totals where they were among them: last.
 */
export function safelyOrdered(figure: Figure, codes: Catalog["codes"]): Figure {
  if (!hidesAny(figure)) return figure;
  const groups = figure.meta.columns.filter((column) => column.role === "by" || column.role === "time");
  if (groups.length === 0) return figure;
  const places = new Map(groups.map((column) => [column.name, codePlaces(column, codes)]));
  const rows = readRows({ ...figure, order: undefined });
  const order = rows.map((_, index) => index);
  order.sort((a, b) => {
    for (const column of groups) {
      const difference = compare(rows[a]?.[column.name], rows[b]?.[column.name], column, places.get(column.name));
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  return { ...figure, order };
}

function codePlaces(column: ColumnMeta, codes: Catalog["codes"]): ReadonlyMap<string, number> {
  return new Map((codes[column.codes ?? ""] ?? []).map(({ code }, place) => [code, place]));
}

function compare(
  a: Cell | undefined,
  b: Cell | undefined,
  column: ColumnMeta,
  places: ReadonlyMap<string, number> | undefined,
): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  if (isTime(column) || typeof a === "number") return Number(a) - Number(b);
  const [left, right] = [places?.get(String(a)), places?.get(String(b))];
  if (left !== undefined && right !== undefined) return left - right;
  if (left !== undefined || right !== undefined) return left === undefined ? 1 : -1;
  return String(a).localeCompare(String(b), "sv");
}
