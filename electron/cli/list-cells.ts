import type { Tree } from "../disclosure/dimension.ts";
import { nodeOf } from "../disclosure/lattice.ts";
import type { System } from "../disclosure/system.ts";
import type { CellRow } from "./write-cells.ts";

/** Codes in the order of the file, each group after what it adds up, all last. */
export function listCells(
  { lattice, places }: System,
  counts: readonly (number | null)[],
  states: readonly CellRow["state"][],
): CellRow[] {
  const ranks = lattice.trees.map(rankNodes);
  const rank = (cell: number, at: number): number => ranks[at]![nodeOf(lattice, places[cell]!, at)]!;
  const before = (a: number, b: number): number => {
    const at = ranks.findIndex((_, each) => rank(a, each) !== rank(b, each));
    return at < 0 ? 0 : rank(a, at) - rank(b, at);
  };
  return Array.from(places.keys())
    .sort(before)
    .map((cell) => ({
      codes: lattice.trees.map((tree, at) => tree.codes[nodeOf(lattice, places[cell]!, at)]!),
      count: counts[cell]!,
      // Of altered counts, all have the same state.
      state: states[cell] ?? states[0]!,
    }));
}

function rankNodes({ codes, children }: Tree): number[] {
  const ranks = codes.map(() => 0);
  let next = 0;
  const visit = (node: number): void => {
    for (const child of children[node]!) visit(child);
    ranks[node] = next++;
  };
  visit(0);
  return ranks;
}
