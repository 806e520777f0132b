import { createFaces, type Face } from "./faces.ts";
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

/**
 * Finds the cheapest cube through a cell: one step in each dimension, multiplied. In four dimensions without groups that
 * is 16 cells in which counts go up and down by one in turn.
 */
export function createCubeSearch(system: System): (question: CubeQuestion) => Move | undefined {
  const { lattice, places } = system;
  const { trees, strides } = lattice;
  const longest = trees.reduce((length, { codes }) => Math.max(length, codes.length), 0);
  const rowCost = new Float64Array(longest);
  const rowPlus = new Float64Array(longest);
  const rowMinus = new Float64Array(longest);
  const rowOf = new Int32Array(longest);
  let row = 0;
  const facesThrough = createFaces(system);

  /** Measures a row as far as it costs no more than `most`: what costs more is not taken. */
  const look = (
    { offsets, signs }: Face,
    base: number,
    node: number,
    { costs, counts }: CubeQuestion,
    most: number,
  ): void => {
    let cost = 0;
    let plus = Number.POSITIVE_INFINITY;
    let minus = Number.POSITIVE_INFINITY;
    for (let at = 0; at < offsets.length && cost <= most; at++) {
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
    rowOf[node] = row;
  };

  /** Steps that the cell's own line does not rule out already. Whatever face they go through, the line is in the cube. */
  const possibleSteps = (question: CubeQuestion, place: number, own: number, last: number): Step[] => {
    const { costs, counts, below } = question;
    const stride = strides[last]!;
    const line = place - own * stride;
    const possible: Step[] = [];
    for (const step of lattice.steps(last, own)) {
      const { nodes, signs } = step;
      let cost = 0;
      let up = Number.POSITIVE_INFINITY;
      let down = Number.POSITIVE_INFINITY;
      // The cell itself comes first and costs nothing, so what rules a step out is found sooner from the end.
      for (let at = nodes.length - 1; at >= 0 && cost < below; at--) {
        const found = system.cellAt(line + nodes[at]! * stride);
        if (found < 0) continue;
        cost += costs[found]!;
        const count = counts[found]!;
        if (signs[at]! > 0) {
          if (count < down) down = count;
        } else if (count < up) up = count;
      }
      if (cost < below && isEnough(question, up, down)) possible.push(step);
    }
    return possible;
  };

  return (question) => {
    const { cell, counts, width, below } = question;
    const { faces, last } = facesThrough(places[cell]!);
    const own = nodeOf(lattice, places[cell]!, last);
    const stride = strides[last]!;
    const steps = possibleSteps(question, places[cell]!, own, last);
    if (steps.length === 0) return undefined;
    let bestCost = below;
    let bestReach = -1;
    let best: { face: Face; step: Step } | undefined;
    for (const face of faces) {
      row += 1;
      look(face, own * stride, own, question, bestCost);
      if (rowCost[own]! >= bestCost || !isEnough(question, rowMinus[own]!, rowPlus[own]!)) continue;
      for (const step of steps) {
        let cost = 0;
        let up = Number.POSITIVE_INFINITY;
        let down = Number.POSITIVE_INFINITY;
        for (let at = 0; at < step.nodes.length && cost <= bestCost; at++) {
          const node = step.nodes[at]!;
          if (rowOf[node] !== row) look(face, node * stride, node, question, bestCost);
          cost += rowCost[node]!;
          const positive = step.signs[at]! > 0;
          down = Math.min(down, positive ? rowPlus[node]! : rowMinus[node]!);
          up = Math.min(up, positive ? rowMinus[node]! : rowPlus[node]!);
        }
        if (cost > bestCost || !isEnough(question, up, down)) continue;
        const reach = Math.min(up, width) + Math.min(down, width);
        if (cost === bestCost && (best === undefined || reach <= bestReach)) continue;
        bestCost = cost;
        bestReach = reach;
        best = { face, step };
      }
      // Nothing costs less than nothing.
      if (best && bestCost === 0) break;
    }
    return best && toMove(system, best.face, best.step, stride, counts);
  };
}

function isEnough({ width, up: leastUp = 0, down: leastDown = 0 }: CubeQuestion, up: number, down: number): boolean {
  return up >= leastUp && down >= leastDown && Math.min(up, width) + Math.min(down, width) >= width;
}

function toMove({ cellAt }: System, { offsets, signs }: Face, step: Step, stride: number, counts: Float64Array): Move {
  const cells: number[] = [];
  const changes: number[] = [];
  step.nodes.forEach((node, which) => {
    offsets.forEach((offset, at) => {
      const cell = cellAt(offset + node * stride);
      if (cell < 0) return;
      cells.push(cell);
      changes.push(signs[at]! * step.signs[which]!);
    });
  });
  return measureMove(cells, changes, counts);
}
