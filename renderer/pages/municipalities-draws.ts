import { drawCompared } from "../charts/compared.ts";
import { type ComparedRow, readComparison, readWhole } from "../charts/comparison-rows.ts";
import { drawDifferences } from "../charts/difference.ts";
import { drawFunnel } from "../charts/funnel.ts";
import { readIntervals } from "../charts/interval-rows.ts";
import { drawShrinkage } from "../charts/shrinkage.ts";
import type { Draw } from "../figure.tsx";
import type { Figure } from "../table.ts";
import type { Wording } from "../wording.ts";
import type { Order } from "./municipalities-requests.ts";

/** The charts of a comparison, each from what is seen of the same Table. */
export interface ComparisonDraws {
  compared: Draw;
  funnel: Draw;
  shrinkage: Draw;
  differences: Draw;
}

export function comparisonDraws(units: Figure, whole: Figure | undefined, order: Order): ComparisonDraws {
  return {
    compared: (context, see) => {
      const all =
        whole === undefined || whole.meta.fault !== undefined ? [] : readIntervals(see(whole), context.wording);
      const row = all[0] && { ...all[0], label: context.wording.t("overview.row_whole") };
      return drawCompared(row, readUnits(see(units), context.wording, order), context);
    },
    funnel: (context, see) => {
      const seen = see(units);
      return drawFunnel(readWhole(seen, context.wording), readUnits(seen, context.wording, order), context);
    },
    shrinkage: (context, see) => {
      const seen = see(units);
      return drawShrinkage(readWhole(seen, context.wording), readUnits(seen, context.wording, order), context);
    },
    differences: (context, see) => drawDifferences(readUnits(see(units), context.wording, order), context),
  };
}

/**
 * The units in the order that was asked for. Views have their groups by code, and so has a Table that hides some, whose order would
 * give them away: names are put in order here, since they tell nothing.
 */
export function readUnits(figure: Figure, wording: Wording, order: Order): ComparedRow[] {
  const rows = readComparison(figure, wording);
  if (order !== "name" && figure.order === undefined) return rows;
  return rows.sort((a, b) => a.label.localeCompare(b.label, "sv"));
}
