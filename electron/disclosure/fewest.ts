import { createBreaches } from "./breaches.ts";
import { type Choice, createCover } from "./cover.ts";
import { hidingCosts } from "./hiding-costs.ts";
import type { Plan } from "./plan.ts";
import type { Solver } from "./solver.ts";
import type { System } from "./system.ts";

/**
 * Finds the fewest further cells to hide, and of those the smallest counts. A pattern is proposed and attacked; where the
 * attack succeeds, its dual prices say which cells could have prevented it, and of those the next proposal must have some. When
 * no attack succeeds on the cheapest proposal, no cheaper pattern can be safe. `start` is a safe pattern; what comes back is the
 * best safe one that was met within `rounds`, and whether it is the best there is.
 */
export function hideFewest(
  solver: Solver,
  system: System,
  primary: Uint8Array,
  { width, rounds, start }: { width: number; rounds: number; start: Plan },
): Plan & { optimal: boolean } {
  const costs = hidingCosts(system).map((cost, cell) => (primary[cell] ? 0 : cost));
  const breaches = createBreaches(solver, system, primary, width, [...start.evidence.moves.values()]);
  const cover = createCover(solver, costs);
  let best: Choice = {
    chosen: start.hidden,
    cost: costs.reduce((total, cost, cell) => total + (start.hidden[cell] ? cost : 0), 0),
  };
  const search = (): boolean => {
    let thorough = false;
    for (let round = 0; round < rounds; round++) {
      // What is chosen at a glance finds most of the cuts; the cheapest is searched for when the glance withstands.
      const proposal = thorough ? cover.cheapest() : cover.quick();
      if (!proposal) return false;
      if (thorough && proposal.cost >= best.cost) return true;
      const cuts = breaches.find(proposal.chosen);
      for (const cut of cuts) cover.require(cut);
      if (cuts.length === 0 && proposal.cost < best.cost) best = proposal;
      if (cuts.length === 0 && thorough) return true;
      thorough = cuts.length === 0;
    }
    return false;
  };
  try {
    const optimal = search();
    const hidden = best.chosen.map((each, cell) => (each && system.published[cell] ? 1 : 0));
    return { hidden, evidence: breaches.evidenceFor(hidden), optimal };
  } finally {
    breaches.dispose();
    cover.dispose();
  }
}
