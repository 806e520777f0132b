import type { CubeQuestion } from "./cube-search.ts";
import { type Move, measureMove } from "./move.ts";

/**
 * Goes from table to table, each one cube away from the last, as long as a cell's count goes on upwards (or downwards): what
 * no single cube can reach, several together often can. Gives the whole way as one move.
 */
export function walk(
  search: (question: CubeQuestion) => Move | undefined,
  values: Float64Array,
  costs: Float64Array,
  { cell, upwards, least }: { cell: number; upwards: boolean; least: number },
): Move | undefined {
  const counts = Float64Array.from(values);
  const gained = (): number => Math.abs(counts[cell]! - values[cell]!);
  const touched = new Set<number>();
  while (gained() < least) {
    const direction = upwards ? { up: 1 } : { down: 1 };
    const move = search({ cell, counts, costs, width: 1, ...direction, below: 1 });
    if (!move) break;
    const times = Math.min(upwards ? move.up : move.down, least - gained());
    move.cells.forEach((each, at) => {
      counts[each]! += (upwards ? times : -times) * move.steps[at]!;
      touched.add(each);
    });
  }
  const cells = [...touched].filter((each) => counts[each] !== values[each]);
  if (cells.length === 0) return undefined;
  return measureMove(
    cells,
    cells.map((each) => counts[each]! - values[each]!),
    values,
  );
}
