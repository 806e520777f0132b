import type { LinkedSets } from "./linked-sets.ts";
import type { Solver } from "./solver.ts";
import { type Answer, createSumsModel, type SumsModel } from "./sums-model.ts";

/** How much smaller and larger a set's count can be than it is, for all that somebody can tell. */
export interface Reach {
  down: number;
  up: number;
  /** By set, which change in the counts that go so far; every set where that is not known. */
  changed: (set: number) => boolean;
}

/** What somebody is told of sets: 1 for those that are shown, and the smallest count that cannot be ruled out of each. */
interface Told {
  shown: Uint8Array;
  least: readonly number[];
}

/** `known`: sets whose count they know besides. */
export type FindReach = (told: Told, set: number, known: readonly number[]) => Reach;

/** Finds out how open counts are, looked at no further than `width`. */
export function createReach(
  solver: Solver,
  { sets, sums }: LinkedSets,
  width: number,
): { reach: FindReach; dispose(): void } {
  const values = Float64Array.from(sets, ({ count }) => count);
  const nothing = new Float64Array(values.length);
  const models = new Map<string, SumsModel>();
  const modelOf = (least: readonly number[]): SumsModel => {
    const key = least.join("");
    const model =
      models.get(key) ??
      createSumsModel(solver, { values, least: Float64Array.from(least), sums }, new Uint8Array(sets.length));
    models.set(key, model);
    return model;
  };
  return {
    reach({ shown, least }, set, known) {
      const model = modelOf(least);
      model.show(shown);
      const one = (sense: 1 | -1): Answer | undefined =>
        sense < 0 && values[set]! - least[set]! < 1
          ? { reach: 0, changes: nothing, move: undefined }
          : model.ask({ set, sense, amount: width, known, whole: false });
      const [down, up] = [one(-1), one(1)];
      // Where the solver found nothing, nothing is taken to be told.
      return {
        down: down?.reach ?? width,
        up: up?.reach ?? width,
        changed: (at) => !down || !up || down.changes[at] !== 0 || up.changes[at] !== 0,
      };
    },
    dispose() {
      for (const model of models.values()) model.dispose();
    },
  };
}
