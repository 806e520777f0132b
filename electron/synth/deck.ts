import type { Random } from "./random.ts";

/** Cards of several kinds in known numbers, dealt in random order until none is left. */
export interface Deck {
  /** The kind of the next card. */
  deal(random: Random): number;
}

/**
 * Drawing without putting back is what makes a margin exact: twenty-five women among sixty-four are twenty-five,
 * whatever the seed.
 */
export function createDeck(counts: number[]): Deck {
  const left = [...counts];
  let total = left.reduce((sum, count) => sum + count, 0);
  return {
    deal(random) {
      if (total <= 0) throw new RangeError("The deck is empty.");
      let place = Math.floor(random() * total);
      let kind = 0;
      while (place >= left[kind]!) {
        place -= left[kind]!;
        kind += 1;
      }
      left[kind]! -= 1;
      total -= 1;
      return kind;
    },
  };
}

/** Shares out `total` in whole numbers in proportion to `weights`, by the largest remainder. */
export function apportion(weights: number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight / sum) * total);
  const shares = exact.map(Math.floor);
  const rest = total - shares.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, rest)) shares[index]! += 1;
  return shares;
}
