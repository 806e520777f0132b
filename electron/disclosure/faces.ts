import { nodeOf } from "./lattice.ts";
import type { Step } from "./step.ts";
import type { System } from "./system.ts";

/** A cube without its last dimension: offsets into the lattice, and how the cells there change. */
export interface Face {
  offsets: Float64Array;
  signs: Int8Array;
}

interface Faces {
  faces: Face[];
  /** The dimension that is left for the search to go through. */
  last: number;
}

/** More faces than this are not looked at; only cells of tables with many foreign dimensions have them. */
const mostFaces = 20_000;

/** Faces through a place. Those of places that differ in the last dimension alone are the same and made once. */
export function createFaces(system: System): (place: number) => Faces {
  const { lattice } = system;
  const { trees, strides } = lattice;
  const kept = new Map<string, Faces>();
  return (place) => {
    const nodes = trees.map((_, at) => nodeOf(lattice, place, at));
    const varied = trees.map((_, at) => isVaried(system, nodes, at));
    const order = orderDimensions(system, varied);
    const last = order.at(-1)!;
    const key = `${place - nodes[last]! * strides[last]!} ${varied.map(Number).join("")}`;
    const known = kept.get(key);
    if (known) return known;
    const made = { faces: makeFaces(system, nodes, varied, order), last };
    kept.set(key, made);
    return made;
  };
}

function makeFaces(system: System, nodes: number[], varied: boolean[], order: number[]): Face[] {
  const { lattice } = system;
  const faces: Face[] = [];
  const chosen: Step[] = [];
  const descend = (depth: number, offsets: number[], signs: number[]): void => {
    if (depth === order.length - 1) {
      faces.push({ offsets: Float64Array.from(offsets), signs: Int8Array.from(signs) });
      return;
    }
    const dimension = order[depth]!;
    const stride = lattice.strides[dimension]!;
    const steps = lattice.steps(dimension, nodes[dimension]!);
    const free = varied[dimension]! || matters(system, order.slice(0, depth), chosen, dimension);
    for (const step of free ? steps : steps.slice(0, 1)) {
      if (faces.length >= mostFaces) return;
      chosen.push(step);
      descend(
        depth + 1,
        step.nodes.flatMap((node) => offsets.map((offset) => offset + node * stride)),
        step.signs.flatMap((sign) => signs.map((outer) => outer * sign)),
      );
      chosen.pop();
    }
  };
  descend(0, [0], [1]);
  return faces;
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
