import { expect, test } from "vitest";
import { createPatience } from "../../electron/disclosure/patience.ts";
import { protectSets } from "../../electron/disclosure/protect-sets.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { markOf } from "./persons.ts";

test("where more sets are known than it can be told what follows from, nothing more is shown", async () => {
  const sets = Array.from({ length: 1500 }, (_, set) => ({
    mark: markOf([set, (set * 7 + 1) % 2048, (set * 13 + 5) % 2048], 2048),
    count: 3,
    asked: set > 1490,
    earlier: set > 1490 ? undefined : ("shown" as const),
    primary: set === 1499,
    least: 0,
    groups: [],
    rank: 0,
  }));
  const { states } = protectSets(await loadSolver(), sets, { width: 5, patience: createPatience() });
  expect(new Set(states.slice(0, 1491))).toEqual(new Set(["shown"]));
  expect(new Set(states.slice(1491, 1499))).toEqual(new Set(["undecided"]));
  expect(states[1499]).toBe("primary");
});
