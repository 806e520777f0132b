import type { ScaleEntry } from "../../electron/contract.ts";
import { type Figure, isHiddenCell, rowsOf } from "../table.ts";
import type { KasamFigures } from "./kasam-headline.ts";

/** The scales that somebody has answered, also where how many is hidden. */
export function answeredScales(figures: KasamFigures, scored: readonly ScaleEntry[]): ScaleEntry[] {
  return scored.filter(({ name }) => {
    const figure = figures[`answered.${name}`];
    return rowsOf(figure).some(({ received, anonymous, unexpected }) =>
      [received, anonymous, unexpected].some((cell) => isHiddenCell(cell) || (typeof cell === "number" && cell > 0)),
    );
  });
}

export function hasRows(figure: Figure | undefined): boolean {
  return figure !== undefined && (figure.meta.fault !== undefined || figure.data.numRows > 0);
}
