import type { Figure } from "../table.ts";

/** How many numbers of the figures are hidden, of all that they have. What a row is called is no number. */
export function countHidden(figures: readonly (Figure | undefined)[]): { hidden: number; cells: number } {
  let hidden = 0;
  let cells = 0;
  for (const figure of figures) {
    if (figure === undefined || figure.meta.fault !== undefined) continue;
    const numbers = new Set(figure.meta.columns.flatMap(({ name, role }) => (isNumber(role) ? [name] : [])));
    cells += numbers.size * figure.data.numRows;
    for (const columns of Object.values(figure.meta.suppressed ?? {})) {
      hidden += columns.filter((name) => numbers.has(name)).length;
    }
  }
  return { hidden, cells };
}

function isNumber(role: string | undefined): boolean {
  return role !== undefined && role !== "by" && role !== "time";
}
