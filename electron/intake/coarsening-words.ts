import type { CoarsenedColumn, Text } from "../contract.ts";
import type { CoarseningStep } from "./coarsening.ts";

/** What was done to an extract, for everyone who reads a figure of it. */
export function toldCoarsening(steps: readonly CoarseningStep[]): CoarsenedColumn[] {
  return steps.map((step) => ({
    column: step.column,
    way: step.way,
    ...(step.way === "rare" && { fewer_than: step.fewer_than }),
    ...(step.way === "band" && { from: step.from }),
    message: sentence(step),
  }));
}

function sentence(step: CoarseningStep): Text {
  switch (step.way) {
    case "band": {
      const from = step.from.join(", ");
      return {
        sv: `Åldrar är ersatta med gruppens lägsta ålder (${from}) och födelseår är borttaget. Medelåldrar och andra åldersgränser kan inte räknas ut.`,
        en: `Ages stand for the lowest of their group (${from}) and the year of birth is gone. Average ages and other age limits cannot be computed.`,
      };
    }
    case "month":
      return {
        sv: "Datum är ersatta med månadens första dag. En brytdag inne i en månad räknar hela månaden, och tider kan vara fel med upp till en månad.",
        en: "Dates stand for the first of their month. A cut-off within a month counts the whole month, and durations may be wrong by up to a month.",
      };
    case "rare":
      return step.column === "inflow_route"
        ? {
            sv: `Vägar in som färre än ${step.fewer_than} personer har är sammanslagna till Annat.`,
            en: `Inflow routes of fewer than ${step.fewer_than} persons are merged into Other.`,
          }
        : {
            sv: `Utbildningsnivåer som färre än ${step.fewer_than} personer har räknas som Uppgift saknas.`,
            en: `Levels of education of fewer than ${step.fewer_than} persons count as unknown.`,
          };
    case "leave_out":
      return leftOut[step.column];
  }
}

const leftOut: Record<Extract<CoarseningStep, { way: "leave_out" }>["column"], Text> = {
  inflow_route: {
    sv: "Väg in är utelämnad och räknas som Uppgift saknas.",
    en: "The inflow route is left out and counts as unknown.",
  },
  education: {
    sv: "Utbildning är utelämnad och räknas som Uppgift saknas.",
    en: "Education is left out and counts as unknown.",
  },
  foreign_born: {
    sv: "Utrikes född och utländsk bakgrund är utelämnade och räknas som Uppgift saknas.",
    en: "Foreign-born and foreign background are left out and count as unknown.",
  },
  disability: {
    sv: "Funktionsnedsättning är utelämnad och räknas som Uppgift saknas.",
    en: "Disability is left out and counts as unknown.",
  },
};
