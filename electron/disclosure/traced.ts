import type { FigureColumn } from "./figure.ts";

/**
 * How many of a set's units (persons, responses, employers) fall in each part. Every unit is in exactly one part, the same in all
 * deliveries: its hash modulo the number of parts, which is a power of two. So a mark adds up to the set's count, marks of disjoint
 * sets add up, equal sets have equal marks, and a mark of 1024 parts folds to one of 256 by adding what is 256 apart. With a part to
 * each unit a mark is the set itself; where units share parts, a set can seem to lie in another by chance, which hides more or
 * blurs which add up.
 */
export interface Mark {
  /** Into how many parts everybody is divided. */
  parts: number;
  /** The parts that have somebody, ascending. */
  filled: readonly number[];
  /** How many each of them has. */
  counts: readonly number[];
}

export interface TracedColumn extends FigureColumn {
  /** A by column that does not split persons: subscale, wave, denominator, step. */
  measure?: boolean;
  /** A total such as hours: follows its base like a mean. */
  amount?: boolean;
}

/** A table of figures with the sets behind its counts. */
export interface TracedFigure {
  /** What the means measure, apart from the row's measure columns: view or indicator and its own parameters. */
  measure: string;
  /** Where means of other figures are of the same values: what these are called, and the columns that say the rest of it. */
  means?: { of: readonly (string | null)[]; columns: readonly string[] };
  columns: readonly TracedColumn[];
  /** By column. */
  rows: readonly Readonly<Record<string, unknown>>[];
  /** By column with role base or count: the mark of each row's set. */
  marks: Readonly<Record<string, readonly Mark[]>>;
}

/** A set that has been asked for before, as a `TogetherResult` gave it. */
export interface EarlierSet {
  mark: Mark;
  count: number;
  shown: boolean;
  /** No figure had it; it links those that figures had: a margin that nobody asked for, or what is left of a base. */
  unasked?: boolean;
  /** Hidden for its own sake, so it must stay open by the full width; else it must only not be told exactly. */
  primary?: boolean;
  /** A row was there because of it, so it has somebody. */
  present?: boolean;
  /** Names of the groups of rows in which it stood. */
  groups?: readonly string[];
  /** By measure: whether its mean was shown. */
  means?: Readonly<Record<string, boolean>>;
  /** Of a set just decided: the first of the figures asked for that has it, by number. */
  figure?: number;
  /** Numbers of the figures in which it stood, as whoever remembers them counts. */
  from?: readonly number[];
  /** By measure: numbers of the figures in which its mean stood. */
  meansFrom?: Readonly<Record<string, readonly number[]>>;
}

/** `earlier`: hidden only because of what was shown before. */
export type Reason = "primary" | "secondary" | "undecided" | "earlier";

/** What a cell that is hidden because of what was shown before has to do with it. */
export type Because =
  | {
      kind: "unmasks";
      /** Numbers of the earlier figures that would tell something together with the cell, and not without any of them. */
      together: number[];
      /** It takes other cells that are asked for too. */
      withOthers: boolean;
      /** It would be told to somebody who is alone in a cell, and to nobody else. */
      toOne: boolean;
      told: Told;
      /** Least and largest count that it could be; none where it is a mean. */
      bounds?: { low: number; high: number };
    }
  /** It was hidden in these figures, and stays so. */
  | { kind: "hidden_before"; from: number[] }
  /** Not found, or not in time. */
  | { kind: "undecided" };

/** Who would be told of. */
export type Told =
  /** A cell that is asked for; with `rest`, those of its base that it does not count. */
  | { kind: "cell"; figure: number; row: number; column: string; rest?: true }
  /** A cell of these earlier figures. */
  | { kind: "before"; from: number[] }
  /** Those who are left when figures are taken from each other. */
  | { kind: "left" };

export interface TogetherResult {
  /** By figure and row: hidden column → why. */
  hidden: Readonly<Record<string, Reason>>[][];
  /**
   * Figures that cannot be answered at all, by number: that their rows are there would tell a hidden count. They are left out of
   * what is decided and remembered.
   */
  revealing: number[];
  /** What to remember: every distinct set of these figures, and small sets that must not follow from them. */
  sets: EarlierSet[];
  /** By figure and row, of columns hidden because of what was shown before; only where that was asked for. */
  because?: Readonly<Record<string, Because>>[][];
}
