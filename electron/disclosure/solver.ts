import loadHighs, { type Highs } from "highs";

export type Solver = Highs;

let loaded: Promise<Solver> | undefined;

/** HiGHS, for linear and whole-number programmes. Its calls block until they end, so it is given small ones only. */
export function loadSolver(): Promise<Solver> {
  // Compiling it takes longer than most of what it is asked.
  loaded ??= loadHighs();
  return loaded;
}
