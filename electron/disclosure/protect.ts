import { unprovenCells } from "./check.ts";
import { loneContributors } from "./contributors.ts";
import { hideByCubes } from "./cubes.ts";
import { hideFewest } from "./fewest.ts";
import type { Move } from "./move.ts";
import type { Solver } from "./solver.ts";
import type { System } from "./system.ts";

/** Outside the evaluator's eyes the three last are one: hidden. `undecided` is hidden because no proof was found in time. */
export type State = "shown" | "primary" | "secondary" | "undecided";

export interface Protection {
  states: State[];
  /** Whole tables that agree with all that is published: the proof, gone through by a checker of its own. */
  witnesses: Move[];
}

/** Cells up to which the fewest are searched for, and how often a pattern may be proposed. */
const small = { cells: 150, rounds: 150 };

/**
 * Hides further cells until none of the primary ones can be told within less than `width`, nor any hidden cell exactly, by
 * someone who knows all that is published, or who in addition stands alone in a cell. In small tables no other choice of cells
 * would hide fewer; in large ones it is a good choice.
 */
export function protectSystem(solver: Solver, system: System, primary: Uint8Array, width: number): Protection {
  const start = hideByCubes(system, primary, width);
  const { hidden, evidence } =
    system.values.length > small.cells
      ? start
      : hideFewest(solver, system, primary, { width, rounds: small.rounds, start });
  const unproven = unprovenCells({
    values: system.values,
    sums: system.sums,
    hidden: hidden.map((each, cell) => (each || !system.published[cell] ? 1 : 0)),
    primary,
    secret: hidden,
    persons: loneContributors(system),
    width,
    moves: [...evidence.moves.values()],
  });
  const states = Array.from(hidden, (each, cell): State => (!each ? "shown" : primary[cell] ? "primary" : "secondary"));
  for (const cell of unproven) states[cell] = "undecided";
  return { states, witnesses: [...evidence.moves.values()] };
}
