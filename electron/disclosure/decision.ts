import type { RowSets } from "./figure-sets.ts";
import type { Known } from "./known-sets.ts";
import type { LinkedSets } from "./linked-sets.ts";
import type { State } from "./protect.ts";

export interface DecidedSets extends LinkedSets {
  states: State[];
}

/** What is decided of all sets: of their counts, and by measure of their means. */
export interface Decision {
  sets: Known[];
  rows: RowSets[][];
  /** Its sets are the known ones by number, and behind them those that only sums know of. */
  counts: DecidedSets;
  /** Sets that are told whatever is hidden. */
  revealed: number[];
  means: Map<string, MeansDecision>;
}

export interface MeansDecision extends DecidedSets {
  /** The known sets that its first sets are, by number. */
  numbers: number[];
  /** By number of the known sets that are asked for. */
  asked: Map<number, State>;
}
