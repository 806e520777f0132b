/** For one count, which noise is added up to which key: the first whose `upTo` the key does not pass. */
export type NoiseRow = readonly { upTo: number; noise: number }[];

/** Rows for counts of 1, 2, … ; the last also serves all larger counts. Zero stays zero. */
export type NoiseTable = readonly NoiseRow[];

/**
 * The table that is used unless another is given. What is shown is 0 or at least 3, the noise is nought on average for every
 * count, and never more than 3.
 *
 * The method, records' keys that add up to a cell's and a table of noise, is that of the Australian Bureau of Statistics: B. Fraser
 * and J. Wooton (2005), UNECE/Eurostat work session on statistical data confidentiality; G. Thompson, S. Broadfoot and D. Elazar
 * (2013), the same session. Eurostat recommended it for the tables of the 2021 census. The table here is our own.
 *
 * | count | −3 | −2 | −1 | 0 | +1 | +2 |
 * | ----- | -- | -- | -- | - | -- | -- |
 * | 1     |     |     | 2/3 |     |     | 1/3 |
 * | 2     |     | 1/3 |     |     | 2/3 |     |
 * | 3     | 0.1 |     |     | 0.6 | 0.3 |     |
 * | 4     |     |     | 1/4 | 1/2 | 1/4 |     |
 * | 5 …   |     | 0.1 | 0.2 | 0.4 | 0.2 | 0.1 |
 */
const NOISE: NoiseTable = [
  [
    { upTo: 2 / 3, noise: -1 },
    { upTo: 1, noise: 2 },
  ],
  [
    { upTo: 1 / 3, noise: -2 },
    { upTo: 1, noise: 1 },
  ],
  [
    { upTo: 0.1, noise: -3 },
    { upTo: 0.7, noise: 0 },
    { upTo: 1, noise: 1 },
  ],
  [
    { upTo: 0.25, noise: -1 },
    { upTo: 0.75, noise: 0 },
    { upTo: 1, noise: 1 },
  ],
  [
    { upTo: 0.1, noise: -2 },
    { upTo: 0.3, noise: -1 },
    { upTo: 0.7, noise: 0 },
    { upTo: 0.9, noise: 1 },
    { upTo: 1, noise: 2 },
  ],
];

/** The most that is added to a count or taken from it. */
export const mostNoise = Math.max(...NOISE.flat().map(({ noise }) => Math.abs(noise)));

/** The key of a cell from those of its persons, each in [0, 1): the fraction of their sum. */
export function cellKey(personKeys: Iterable<number>): number {
  let sum = 0;
  for (const key of personKeys) sum = (sum + key) % 1;
  return sum;
}

/**
 * The cell key method: noise that hangs on who is in the cell, so the same cell gets the same noise in every table and
 * repeated questions cannot average it out. Tables need not add up. Undefined for a count below zero or a key outside [0, 1).
 */
export function perturb(count: number, key: number, table: NoiseTable = NOISE): number {
  if (!(count >= 0 && key >= 0 && key < 1)) return Number.NaN;
  if (count === 0) return 0;
  const row = table[Math.min(count, table.length) - 1]!;
  return count + row.find(({ upTo }) => key <= upTo)!.noise;
}
