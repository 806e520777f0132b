import { nodeOf } from "./lattice.ts";
import { type Move, measureMove } from "./move.ts";
import type { Step } from "./step.ts";
import type { System } from "./system.ts";

export interface CubeQuestion {
  cell: number;
  counts: Float64Array;
  /** What hiding each cell costs: 0 where it is hidden already. */
  costs: Float64Array;
  /** How many values the cell must be able to take besides its own, both directions together. */
  width: number;
  /** Of these, how many upwards and how many downwards at least. */
  up?: number;
  down?: number;
  /** Only a cube that costs less than this. */
  below: number;
}

/** Prefixes that are looked into before the best so far is taken; only tables with many foreign dimensions come here. */
const patience = 20_000;

/**
 * Finds the cheapest cube through a cell: one step in each dimension, multiplied. In four dimensions without groups that
 * is 16 cells in which counts go up and down by one in turn.
 */
export function createCubeSearch(system: System): (question: CubeQuestion) => Move | undefined {
  const { lattice, places } = system;
  const { trees, strides } = lattice;

  return ({ cell, counts, costs, width, up: leastUp = 0, down: leastDown = 0, below }) => {
    const place = places[cell]!;
    const nodes = trees.map((_, at) => nodeOf(lattice, place, at));
    const varied = trees.map((_, at) => isVaried(system, nodes, at));
    const order = orderDimensions(system, varied);
    const last = order.at(-1)!;
    const lastSteps = lattice.steps(last, nodes[last]!);
    const stride = strides[last]!;
    const lastNodes = trees[last]!.codes.length;
    const rowCost = new Float64Array(lastNodes);
    const rowPlus = new Float64Array(lastNodes);
    const rowMinus = new Float64Array(lastNodes);
    let bestCost = below;
    let bestWidth = -1;
    let best: Step[] | undefined;
    let looked = 0;

    const chosen: Step[] = [];
    let offsets: number[] = [0];
    let signs: number[] = [1];

    const row = (node: number): void => {
      let cost = 0;
      let plus = Number.POSITIVE_INFINITY;
      let minus = Number.POSITIVE_INFINITY;
      const base = node * stride;
      for (let at = 0; at < offsets.length; at++) {
        const found = system.cellAt(offsets[at]! + base);
        if (found < 0) continue;
        cost += costs[found]!;
        const count = counts[found]!;
        if (signs[at]! > 0) {
          if (count < plus) plus = count;
        } else if (count < minus) minus = count;
      }
      rowCost[node] = cost;
      rowPlus[node] = plus;
      rowMinus[node] = minus;
    };

    const finish = (): void => {
      looked++;
      const own = nodes[last]!;
      row(own);
      if (rowCost[own]! >= bestCost) return;
      const seen = new Uint8Array(lastNodes);
      seen[own] = 1;
      for (const step of lastSteps) {
        let cost = 0;
        let up = Number.POSITIVE_INFINITY;
        let down = Number.POSITIVE_INFINITY;
        for (let at = 0; at < step.nodes.length; at++) {
          const node = step.nodes[at]!;
          if (!seen[node]) {
            seen[node] = 1;
            row(node);
          }
          cost += rowCost[node]!;
          const positive = step.signs[at]! > 0;
          down = Math.min(down, positive ? rowPlus[node]! : rowMinus[node]!);
          up = Math.min(up, positive ? rowMinus[node]! : rowPlus[node]!);
        }
        if (cost > bestCost || up < leastUp || down < leastDown) continue;
        const reach = Math.min(up, width) + Math.min(down, width);
        if (reach < width || (cost === bestCost && (best === undefined || reach <= bestWidth))) continue;
        bestCost = cost;
        bestWidth = reach;
        best = [...chosen, step];
      }
    };

    const descend = (depth: number): void => {
      if (depth === order.length - 1) {
        finish();
        return;
      }
      const dimension = order[depth]!;
      const steps = lattice.steps(dimension, nodes[dimension]!);
      const free = varied[dimension]! || matters(system, order.slice(0, depth), chosen, dimension);
      const [outerOffsets, outerSigns] = [offsets, signs];
      for (const step of free ? steps : steps.slice(0, 1)) {
        if (looked > patience) return;
        offsets = step.nodes.flatMap((node) => outerOffsets.map((offset) => offset + node * strides[dimension]!));
        signs = step.signs.flatMap((sign) => outerSigns.map((outer) => outer * sign));
        chosen.push(step);
        descend(depth + 1);
        chosen.pop();
      }
      [offsets, signs] = [outerOffsets, outerSigns];
    };
    descend(0);
    return best && toMove(system, order, best, counts);
  };
}

function toMove(system: System, order: number[], steps: Step[], counts: Float64Array): Move {
  let corners = [{ place: 0, sign: 1 }];
  steps.forEach(({ nodes, signs }, depth) => {
    const stride = system.lattice.strides[order[depth]!]!;
    corners = nodes.flatMap((node, at) =>
      corners.map(({ place, sign }) => ({ place: place + node * stride, sign: sign * signs[at]! })),
    );
  });
  const known = corners.flatMap(({ place, sign }) => {
    const cell = system.cellAt(place);
    return cell < 0 ? [] : [{ cell, sign }];
  });
  return measureMove(
    known.map(({ cell }) => cell),
    known.map(({ sign }) => sign),
    counts,
  );
}

/** A table that has the cell goes through all nodes of the dimension. */
function isVaried({ shapes }: System, nodes: number[], dimension: number): boolean {
  return shapes.some(
    (shape) => shape[dimension] === -1 && shape.every((node, at) => node === -1 || node === nodes[at]),
  );
}

/** The dimensions of the cell's own tables, then those of others, and the longest of its own at the end. */
function orderDimensions({ lattice: { trees } }: System, varied: boolean[]): number[] {
  const own = trees.flatMap((_, at) => (varied[at] ? [at] : []));
  const foreign = trees.flatMap((_, at) => (varied[at] ? [] : [at]));
  own.sort((a, b) => trees[a]!.codes.length - trees[b]!.codes.length);
  const last = own.pop();
  return last === undefined ? foreign : [...own, ...foreign, last];
}

/** Whether some other table goes through the dimension and is still touched by the steps chosen so far. */
function matters({ shapes }: System, decided: number[], chosen: Step[], dimension: number): boolean {
  return shapes.some(
    (shape) =>
      shape[dimension] === -1 &&
      decided.every((at, depth) => shape[at] === -1 || chosen[depth]!.nodes.includes(shape[at]!)),
  );
}
