import { type Figure, isHidden, readRows } from "../table.ts";
import type { Wording } from "../wording.ts";

/** How many the figure speaks of, where all its rows share one base: `38 personer`. */
export function basisWords(figure: Figure | undefined, wording: Wording): string | undefined {
  const column = figure?.meta.columns.find((candidate) => candidate.role === "base");
  if (figure === undefined || column === undefined) return undefined;
  const rows = readRows(figure);
  if (rows.some((row) => isHidden(row, column.name))) return undefined;
  const [base, ...others] = new Set(rows.map((row) => row[column.name]));
  if (typeof base !== "number" || others.length > 0) return undefined;
  return wording.t(column.unit === "rows" ? "rows" : "persons", { count: base, number: wording.format.count(base) });
}
