import { drawCompared } from "../charts/compared.ts";
import { readComparison, readWhole } from "../charts/comparison-rows.ts";
import { drawDifferences } from "../charts/difference.ts";
import { drawFunnel } from "../charts/funnel.ts";
import { readIntervals } from "../charts/interval-rows.ts";
import { drawShrinkage } from "../charts/shrinkage.ts";
import type { Draw } from "../figure.tsx";
import type { Figure } from "../table.ts";

/** The charts of a comparison, each from what is seen of the same Table. */
export interface ComparisonDraws {
  compared: Draw;
  funnel: Draw;
  shrinkage: Draw;
  differences: Draw;
}

export function comparisonDraws(units: Figure, whole: Figure | undefined): ComparisonDraws {
  return {
    compared: (context, see) => {
      const all =
        whole === undefined || whole.meta.fault !== undefined ? [] : readIntervals(see(whole), context.wording);
      const row = all[0] && { ...all[0], label: context.wording.t("overview.row_whole") };
      return drawCompared(row, readComparison(see(units), context.wording), context);
    },
    funnel: (context, see) => {
      const seen = see(units);
      return drawFunnel(readWhole(seen, context.wording), readComparison(seen, context.wording), context);
    },
    shrinkage: (context, see) => {
      const seen = see(units);
      return drawShrinkage(readWhole(seen, context.wording), readComparison(seen, context.wording), context);
    },
    differences: (context, see) => drawDifferences(readComparison(see(units), context.wording), context),
  };
}
