import type { CubeQuestion } from "./cube-search.ts";
import { type Move, measureMove } from "./move.ts";

/**
 * Goes from table to table, each one cube away from the last, as long as a cell's count goes on upwards (or downwards): what
 * no single cube can reach, several together often can. Gives the whole way as one move. `counts` are the true ones; they are
 * walked on and put back.
 */
export function walk(
  search: (question: CubeQuestion) => Move | undefined,
  counts: Float64Array,
  costs: Float64Array,
  { cell, upwards, least }: { cell: number; upwards: boolean; least: number },
): Move | undefined {
  const before = new Map<number, number>();
  const start = counts[cell]!;
  for (let gained = 0; gained < least; gained = Math.abs(counts[cell]! - start)) {
    const direction = upwards ? { up: 1 } : { down: 1 };
    const move = search({ cell, counts, costs, width: 1, ...direction, below: 1 });
    if (!move) break;
    const times = Math.min(upwards ? move.up : move.down, least - gained);
    move.cells.forEach((each, at) => {
      if (!before.has(each)) before.set(each, counts[each]!);
      counts[each]! += (upwards ? times : -times) * move.steps[at]!;
    });
  }
  const steps = new Map<number, number>();
  for (const [each, count] of before) {
    if (counts[each] !== count) steps.set(each, counts[each]! - count);
    counts[each] = count;
  }
  return steps.size === 0 ? undefined : measureMove([...steps.keys()], [...steps.values()], counts);
}
