import loadHighs, { type Highs } from "highs";

export type Solver = Highs;

/** HiGHS, for linear and whole-number programmes. Its calls block until they end, so it is given small ones only. */
export function loadSolver(): Promise<Solver> {
  return loadHighs();
}
