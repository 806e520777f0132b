import type { ChangedCounts } from "../contract.ts";
import { mostNoise } from "../disclosure/cell-key.ts";
import { ROUNDING_BASE } from "../disclosure/rounding.ts";

/** What a Table says of its changed counts. */
export const CHANGED: Record<ChangedCounts["form"], ChangedCounts> = {
  round: {
    form: "round",
    base: ROUNDING_BASE,
    message: {
      sv: `Alla antal är avrundade till närmaste multipel av ${ROUNDING_BASE}, summor för sig, så delarna behöver inte stämma med summan. Andelar och intervall är räknade på de avrundade antalen; medelvärden och annat som inte följer av dem är utelämnat.`,
      en: `All counts are rounded to the nearest multiple of ${ROUNDING_BASE}, totals by themselves, so the parts need not add up to the total. Shares and intervals are computed from the rounded counts; means and whatever else does not follow from them are left out.`,
    },
  },
  cell_key: {
    form: "cell_key",
    most: mostNoise,
    message: {
      sv: `Alla antal har fått brus på högst ${mostNoise} (cellnyckel), summor för sig, så delarna behöver inte stämma med summan. Samma personer har samma brus överallt. Andelar och intervall är räknade på antalen med brus; medelvärden och annat som inte följer av dem är utelämnat.`,
      en: `All counts have noise of at most ${mostNoise} (cell key), totals by themselves, so the parts need not add up to the total. The same persons have the same noise everywhere. Shares and intervals are computed from the counts with noise; means and whatever else does not follow from them are left out.`,
    },
  },
};

/** What a Table says where nobody is counted. */
export function unchanged(form: ChangedCounts["form"]): ChangedCounts {
  return {
    form,
    message: {
      sv: "Siffrorna räknar inga personer och är som de är.",
      en: "The figures count no persons and are as they are.",
    },
  };
}
