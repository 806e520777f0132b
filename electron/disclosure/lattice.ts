import { type Dimension, growTree, type Tree } from "./dimension.ts";
import { type Step, stepsThrough } from "./step.ts";

/**
 * All places where a cell can stand: one node of every dimension that any of the linked tables has. A cell of a table stands
 * at all in the dimensions that its table lacks, so the same figure in two tables has the same place.
 */
export interface Lattice {
  trees: Tree[];
  strides: number[];
  /** The steps through a node of a dimension. */
  steps(dimension: number, node: number): Step[];
}

export function createLattice(dimensions: readonly Dimension[]): Lattice {
  const trees = dimensions.map(growTree);
  const strides: number[] = [];
  let size = 1;
  for (const { codes } of trees) {
    strides.push(size);
    size *= codes.length;
  }
  if (!Number.isSafeInteger(size))
    throw new RangeError("The linked tables have more places for cells than can be counted.");
  const kept = trees.map(() => new Map<number, Step[]>());
  return {
    trees,
    strides,
    steps(dimension, node) {
      const known = kept[dimension]!.get(node) ?? stepsThrough(trees[dimension]!, node);
      kept[dimension]!.set(node, known);
      return known;
    },
  };
}

export function nodeOf({ trees, strides }: Lattice, place: number, dimension: number): number {
  return Math.floor(place / strides[dimension]!) % trees[dimension]!.codes.length;
}

/** The canonical name of a cell: dimension → code, totals left out. */
export function keyOf({ trees, strides }: Lattice, place: number): Record<string, string> {
  return Object.fromEntries(
    trees.flatMap(({ name, codes }, at) => {
      const node = Math.floor(place / strides[at]!) % codes.length;
      return node === 0 ? [] : [[name, codes[node]!]];
    }),
  );
}
