import type { Dimension } from "../../electron/disclosure/dimension.ts";
import { keyOf } from "../../electron/disclosure/lattice.ts";
import type { CountTable } from "../../electron/disclosure/margins.ts";
import type { State } from "../../electron/disclosure/protect.ts";
import type { System } from "../../electron/disclosure/system.ts";
import type { Published } from "./attacker.ts";

export interface RandomTable {
  dimensions: Dimension[];
  table: CountTable;
}

/** A table of two to four dimensions, as sparse and as large in its counts as chance has it; the same seed, the same table. */
export function randomTable(seed: number, mostCells = 60): RandomTable {
  const random = createRandom(seed);
  const pick = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const count = pick(2, 4);
  const lengths: number[] = [];
  for (let at = 0; at < count; at++) lengths.push(pick(2, count === 2 ? 6 : count === 3 ? 4 : 3));
  while (lengths.reduce((product, each) => product * (each + 1), 1) > mostCells) {
    lengths[lengths.indexOf(Math.max(...lengths))]! -= 1;
  }
  const dimensions = lengths.map((length, at): Dimension => {
    const codes = Array.from({ length }, (_, each) => `${"abcd"[at]}${each + 1}`);
    if (length < 4 || random() < 0.5) return { name: `d${at}`, codes };
    return {
      name: `d${at}`,
      codes,
      parents: Object.fromEntries(codes.map((code, each) => [code, each < 2 ? "low" : "high"])),
    };
  });
  const [empty, mean] = [random() * 0.6, 1 + random() ** 2 * 15];
  const cells = dimensions
    .reduce<string[][]>((rows, { codes }) => rows.flatMap((row) => codes.map((code) => [...row, code])), [[]])
    .map((codes) => ({ codes, count: random() < empty ? 0 : Math.floor(-Math.log(1 - random()) * mean) }));
  return { dimensions, table: { by: dimensions.map(({ name }) => name), cells } };
}

/** What leaves the house. Cells stand in the order of the system. */
export function publish({ dimensions }: RandomTable, system: System, states: readonly State[]): Published {
  return {
    dimensions: dimensions.map(({ codes, parents }) => ({ codes, groups: parents })),
    cells: states.map((state, cell) => {
      const key = keyOf(system.lattice, system.places[cell]!);
      return {
        codes: dimensions.map(({ name }) => key[name] ?? "*"),
        count: state === "shown" ? system.values[cell]! : null,
      };
    }),
  };
}

/** Marsaglia's xorshift: numbers in [0, 1). */
export function createRandom(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
