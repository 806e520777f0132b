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

/** How a table's counts come about; `level` is as large in one table as chance has it. */
const counts = {
  spread: (random: () => number, level: number): number => Math.floor(-Math.log(1 - random()) * (1 + level ** 2 * 15)),
  few: (random: () => number, level: number): number => Math.floor(random() * (2 + level * 6)),
  lone: (random: () => number, level: number): number => (random() < 0.5 + level / 2 ? 0 : random() < 0.8 ? 1 : 2),
  many: (random: () => number, level: number): number => (random() < 0.2 ? 3 : 1000) * Math.floor(random() * 9 * level),
  heavyTailed: (random: () => number, level: number): number =>
    Math.min(50_000, Math.floor((1 - random()) ** -(0.8 + level))) - 1,
};

/**
 * A table of two to four dimensions, with groups and groups of groups, as sparse, as large and as uneven in its counts as chance has
 * it; the same seed, the same table.
 */
export function randomTable(seed: number, mostCells: number): RandomTable {
  const random = createRandom(seed);
  const pick = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  // Fewer of four dimensions: even the smallest has 81 cells.
  const number = [2, 2, 2, 3, 3, 3, 4][pick(0, 6)]!;
  const longest = Math.ceil(mostCells ** (1 / number)) + 1;
  const shapes = Array.from({ length: number }, () => ({
    length: pick(2, Math.max(2, longest)),
    levels: random() < 0.5 ? 0 : pick(1, 2),
  }));
  const grow = (): Dimension[] => shapes.map(({ length, levels }, at) => createDimension(`d${at}`, length, levels));
  const size = (): number => grow().reduce((product, each) => product * codesOf(each), 1);
  while (size() > mostCells && shapes.some(({ length }) => length > 2)) {
    const shape = shapes.reduce((a, b) => (b.length > a.length ? b : a));
    shape.length -= 1;
  }
  const dimensions = grow();
  const kinds = Object.values(counts);
  const draw = kinds[pick(0, kinds.length - 1)]!;
  const [empty, level] = [random() * 0.6, random()];
  const cells = dimensions
    .reduce<string[][]>((rows, { codes }) => rows.flatMap((row) => codes.map((code) => [...row, code])), [[]])
    .map((codes) => ({ codes, count: random() < empty ? 0 : draw(random, level) }));
  return { dimensions, table: { by: dimensions.map(({ name }) => name), cells } };
}

/**
 * Codes in groups, two groups or one, in which a code may be alone; with two levels the groups have one above them beside which
 * the last code stands by itself.
 */
function createDimension(name: string, length: number, levels: number): Dimension {
  const codes = Array.from({ length }, (_, each) => `${name}-${each + 1}`);
  if (levels === 0 || length < 3) return { name, codes };
  const grouped = levels === 2 ? codes.slice(0, -1) : codes;
  const parents = Object.fromEntries(
    grouped.map((code, each) => [code, each < Math.ceil(grouped.length / 3) ? "low" : "high"]),
  );
  return { name, codes, parents: levels === 2 ? { ...parents, low: "both", high: "both" } : parents };
}

/** All codes with the groups and the total. */
function codesOf({ codes, parents = {} }: Dimension): number {
  return codes.length + new Set(Object.values(parents)).size + 1;
}

/** A table in which codes differ in size as municipalities do: few are large, and most of their cells are small. */
export function unevenTable(lengths: readonly number[], persons: number): RandomTable {
  const random = createRandom(1);
  const weights = lengths.map((length) => Array.from({ length }, (_, at) => random() ** 2 + 1 / (at + 2)));
  const sums = weights.map((each) => each.reduce((total, weight) => total + weight, 0));
  const cells = lengths
    .reduce<number[][]>(
      (rows, length) => rows.flatMap((row) => Array.from({ length }, (_, code) => [...row, code])),
      [[]],
    )
    .map((codes) => {
      const expected = codes.reduce((share, code, at) => (share * weights[at]![code]!) / sums[at]!, persons);
      return { codes: codes.map(String), count: Math.floor(expected - Math.log(1 - random()) * Math.sqrt(expected)) };
    });
  const dimensions = lengths.map((length, at) => ({
    name: String(at),
    codes: Array.from({ length }, (_, code) => String(code)),
  }));
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
