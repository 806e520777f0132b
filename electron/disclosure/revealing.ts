import type { Decision } from "./decision.ts";
import type { Because, TogetherResult, TracedFigure } from "./traced.ts";

/** Figures in which a set stands that their rows tell; where it stands in none of them, all of them together tell it. */
export function revealingFigures({ rows, revealed }: Decision): number[] {
  if (revealed.length === 0) return [];
  const all = [...rows.keys()].filter((figure) => rows[figure]!.length > 0);
  const own = all.filter((figure) =>
    rows[figure]!.some(({ sets }) => Object.values(sets).some((set) => set !== undefined && revealed.includes(set))),
  );
  return own.length > 0 ? own : all;
}

interface Apart {
  /** Figures that are left out, by number. */
  revealing: readonly number[];
  /** The others. */
  rest: readonly number[];
}

/** What was decided of the rest of the figures, as a decision of all. */
export function withRevealing(
  figures: readonly TracedFigure[],
  { revealing, rest }: Apart,
  others: TogetherResult,
): TogetherResult {
  const all = [...revealing, ...others.revealing.map((figure) => rest[figure]!)];
  const inPlace = <T>(rows: readonly Readonly<Record<string, T>>[][]): Readonly<Record<string, T>>[][] =>
    figures.map(({ rows: own }, figure) => rows[rest.indexOf(figure)] ?? own.map(() => ({})));
  const numbered = (because: Because): Because =>
    because.kind === "unmasks" && because.told.kind === "cell"
      ? { ...because, told: { ...because.told, figure: rest[because.told.figure]! } }
      : because;
  const because = others.because?.map((rows) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, each]) => [column, numbered(each)]))),
  );
  return {
    hidden: inPlace(others.hidden),
    revealing: all.sort((a, b) => a - b),
    sets: others.sets.map((set) => (set.figure === undefined ? set : { ...set, figure: rest[set.figure]! })),
    ...(because && { because: inPlace(because) }),
  };
}
