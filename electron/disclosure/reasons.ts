import type { Decision } from "./decision.ts";
import { hiddenColumns } from "./hidden-columns.ts";
import { keyOfMark } from "./marks.ts";
import type { State } from "./protect.ts";
import type { Reason, TracedFigure } from "./traced.ts";

/** Why a column of a row is hidden. */
export interface Why {
  reason: Reason;
  /** The set that is not told; undefined where a rule looks at the row alone. */
  set?: number;
  /** Where it is the set's mean that is not told: what it measures. */
  measure?: string;
}

/** Hidden columns by figure and row. `alone`: what would be decided had nothing been shown before. */
export function reasons(
  figures: readonly TracedFigure[],
  decision: Decision,
  alone: Decision | undefined,
): Readonly<Record<string, Why>>[][] {
  const numbers = new Map(alone?.sets.map(({ mark }, number) => [keyOfMark(mark), number]));
  const reason = (set: number, state: State, before: (set: number) => State | undefined): Reason | undefined => {
    if (state === "shown") return undefined;
    const same = numbers.get(keyOfMark(decision.sets[set]!.mark));
    return same !== undefined && before(same) === "shown" ? "earlier" : state;
  };
  return figures.map(({ columns }, figure) =>
    decision.rows[figure]!.map(({ sets, withoutShare, uniform, measure, meansOf }) => {
      const ofCount = (column: string): Why | undefined => {
        const set = sets[column];
        if (set === undefined) return uniform.has(column) ? { reason: "primary" } : undefined;
        const found = reason(set, decision.counts.states[set]!, (same) => alone?.counts.states[same]);
        return found && { reason: found, set };
      };
      const ofMean = (column: string): Why | undefined => {
        const set = sets[column];
        if (measure === undefined || set === undefined) return undefined;
        const state = decision.means.get(measure)!.asked.get(set)!;
        const found = reason(set, state, (same) => alone?.means.get(measure)?.asked.get(same));
        // A mean whose count is hidden goes with it.
        const follows = decision.counts.states[set] !== "shown";
        return found && { reason: found, set, ...(follows ? {} : { measure }) };
      };
      return hiddenColumns<Why>(columns, {
        count: ofCount,
        rest: (column) => (withoutShare.has(column) || uniform.has(column) ? { reason: "primary" } : undefined),
        mean: meansOf.map(ofMean).find((why) => why !== undefined),
      });
    }),
  );
}

export function reasonsOf(row: Readonly<Record<string, Why>>): Record<string, Reason> {
  return Object.fromEntries(Object.entries(row).map(([column, { reason }]) => [column, reason]));
}
