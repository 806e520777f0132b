import { pathUp, type Tree } from "./dimension.ts";

/** A change along one dimension that keeps every sum: a person more in one leaf, and perhaps one fewer in another. */
export interface Step {
  nodes: number[];
  /** +1 or −1 for each node. */
  signs: number[];
}

/** All steps that move `node` up by one, those that touch fewest nodes first. */
export function stepsThrough(tree: Tree, node: number): Step[] {
  const inside = tree.leaves.filter((leaf) => pathUp(tree, leaf).includes(node));
  const outside = node === 0 ? [] : tree.leaves.filter((leaf) => !inside.includes(leaf));
  return inside
    .flatMap((leaf) => [...outside.map((other) => exchange(tree, leaf, other)), arrival(tree, leaf)])
    .sort((a, b) => a.nodes.length - b.nodes.length);
}

function arrival(tree: Tree, leaf: number): Step {
  const nodes = pathUp(tree, leaf);
  return { nodes, signs: nodes.map(() => 1) };
}

function exchange(tree: Tree, leaf: number, other: number): Step {
  const gaining = pathUp(tree, leaf);
  const losing = pathUp(tree, other);
  const up = gaining.filter((node) => !losing.includes(node));
  const down = losing.filter((node) => !gaining.includes(node));
  return { nodes: [...up, ...down], signs: [...up.map(() => 1), ...down.map(() => -1)] };
}
