import type { Tally } from "./tally.ts";

/** All changes of one size. */
export interface RankedSize {
  /** From 1; equal sizes share the mean of their ranks (mid-rank). */
  readonly rank: number;
  readonly persons: number;
  /** Those of them that are rises. */
  readonly risen: number;
}

/** Ranks changes by their size, whatever their sign. None is zero. In the order of the sizes. */
export function rankSizes(moved: readonly Tally[]): RankedSize[] {
  const sizes = new Map<number, { persons: number; risen: number }>();
  for (const { value, count } of moved.toSorted((a, b) => Math.abs(a.value) - Math.abs(b.value))) {
    const size = sizes.get(Math.abs(value)) ?? { persons: 0, risen: 0 };
    sizes.set(Math.abs(value), {
      persons: size.persons + count,
      risen: size.risen + (value > 0 ? count : 0),
    });
  }
  let smaller = 0;
  return [...sizes.values()].map(({ persons, risen }) => {
    const rank = smaller + (persons + 1) / 2;
    smaller += persons;
    return { rank, persons, risen };
  });
}
