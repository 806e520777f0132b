/**
 * A change of whole counts that keeps every sum. `step` may be taken up to `up` times forwards and `down` times backwards
 * before a count would fall below zero, so each gives that many whole tables: the witnesses.
 */
export interface Move {
  cells: readonly number[];
  steps: readonly number[];
  up: number;
  down: number;
}

/** How often a step can be taken from `counts` in both directions. */
export function measureMove(cells: readonly number[], steps: readonly number[], counts: Float64Array): Move {
  let up = Number.POSITIVE_INFINITY;
  let down = Number.POSITIVE_INFINITY;
  cells.forEach((cell, at) => {
    const step = steps[at]!;
    const room = Math.floor(counts[cell]! / Math.abs(step));
    if (step < 0) up = Math.min(up, room);
    else down = Math.min(down, room);
  });
  return { cells, steps, up, down };
}
