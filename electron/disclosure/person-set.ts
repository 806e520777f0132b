import { countOfMark } from "./marks.ts";
import type { Mark } from "./traced.ts";

/** A set of persons that a figure counts, or that follows from some. */
export interface PersonSet {
  /** Its mark, in as many parts as the marks of all sets beside it. */
  mark: Mark;
  count: number;
  /** Stands in a figure that is asked for. */
  asked: boolean;
  /** What was answered before, and stays so. */
  earlier: "shown" | "hidden" | undefined;
  /** Its count must stay open by the full width. */
  primary: boolean;
  /** It follows from what was shown before. */
  told?: boolean;
  /** The smallest count that nobody can rule out: 1 for the base of a row that is there. */
  least: number;
  /** Names of the groups of rows in which it stands. */
  groups: readonly string[];
  /** The first of the figures asked for that has it: what is asked for first is hidden last. */
  rank: number;
}

/** A set that no figure has, and that only sums know of. */
export function unaskedSet(mark: Mark, primary: boolean): PersonSet {
  return {
    mark,
    count: countOfMark(mark),
    asked: false,
    earlier: undefined,
    primary,
    least: 0,
    groups: [],
    rank: Number.POSITIVE_INFINITY,
  };
}
