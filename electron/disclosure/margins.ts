import { REST, type Tree } from "./dimension.ts";
import type { Lattice } from "./lattice.ts";

/** One table of counts. All its margins are formed from its inner cells; a combination that is absent is zero. */
export interface CountTable {
  /** What it is broken down by, as names of dimensions. */
  by: readonly string[];
  /** Dimensions of which it shows one code only, and that code. Not named and not in `by`: all. */
  fixed?: Readonly<Record<string, string>>;
  /** Dimensions whose totals it does not show. */
  untotalled?: readonly string[];
  /** Codes in the order of `by`, of the finest level. */
  cells: readonly { codes: readonly string[]; count: number }[];
}

/** A table with all its margins. */
interface Grid {
  values: Float64Array;
  place(at: number): number;
  shown(at: number): boolean;
  sums: number[][];
}

export function formMargins({ trees, strides }: Lattice, { by, fixed = {}, untotalled = [], cells }: CountTable): Grid {
  const own = by.map((name) => dimensionAt(trees, name));
  const widths = own.map((at) => trees[at]!.codes.length);
  const steps = widths.map((_, at) => widths.slice(0, at).reduce((product, width) => product * width, 1));
  const size = widths.reduce((product, width) => product * width, 1);
  const node = (at: number, which: number): number => Math.floor(at / steps[which]!) % widths[which]!;

  const values = new Float64Array(size);
  for (const { codes, count } of cells) {
    let at = 0;
    codes.forEach((code, which) => {
      const tree = trees[own[which]!]!;
      const leaf = tree.node.get(code);
      if (leaf === undefined || tree.children[leaf]!.length > 0) {
        throw new RangeError(`${code} is no code of the finest level of dimension ${tree.name}.`);
      }
      at += leaf * steps[which]!;
    });
    values[at]! += count;
  }

  const sums: number[][] = [];
  own.forEach((dimension, which) => {
    const tree = trees[dimension]!;
    const parentsLast = tree.children
      .flatMap((children, at) => (children.length > 0 ? [at] : []))
      .sort((a, b) => depth(tree, b) - depth(tree, a));
    for (const parent of parentsLast) {
      for (let at = parent * steps[which]!; at < size; at++) {
        if (node(at, which) !== parent) continue;
        const parts = tree.children[parent]!.map((child) => at + (child - parent) * steps[which]!);
        values[at] = parts.reduce((total, part) => total + values[part]!, 0);
        sums.push([at, ...parts]);
      }
    }
  });

  const base = Object.entries(fixed).reduce((place, [name, code]) => {
    const at = dimensionAt(trees, name);
    const found = trees[at]!.node.get(code);
    if (found === undefined) throw new RangeError(`${code} is no code of dimension ${name}.`);
    return place + found * strides[at]!;
  }, 0);
  const hiddenTotals = by.flatMap((name, which) => (untotalled.includes(name) ? [which] : []));
  const rest = own.map((dimension) => trees[dimension]!.node.get(REST) ?? -1);
  return {
    values,
    sums,
    place: (at) => own.reduce((place, dimension, which) => place + node(at, which) * strides[dimension]!, base),
    shown: (at) =>
      hiddenTotals.every((which) => trees[own[which]!]!.children[node(at, which)]!.length === 0) &&
      rest.every((leaf, which) => node(at, which) !== leaf),
  };
}

function depth(tree: Tree, node: number): number {
  const above = tree.parent[node]!;
  return above < 0 ? 0 : 1 + depth(tree, above);
}

function dimensionAt(trees: readonly Tree[], name: string): number {
  const at = trees.findIndex((tree) => tree.name === name);
  if (at < 0) throw new RangeError(`No dimension is named ${name}.`);
  return at;
}
