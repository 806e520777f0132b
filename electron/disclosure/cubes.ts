import { giveBack } from "./give-back.ts";
import { findCheapest, findFree, startHiding, take, whoKnows } from "./hiding.ts";
import type { Plan } from "./plan.ts";
import type { System } from "./system.ts";

/**
 * Hides what lies on the cheapest cubes through the cells to protect: one cell after the other, with what is hidden already
 * for nothing. Then tries of each further cell whether it is still needed.
 */
export function hideByCubes(system: System, primary: Uint8Array, width: number): Plan {
  const hiding = startHiding(system, primary, width);
  // What the larger counts need serves the smaller ones too: some cells fewer than in any other order that was tried.
  const cells = Array.from(primary.keys())
    .filter((cell) => primary[cell])
    .sort((a, b) => system.values[b]! - system.values[a]!);
  for (const dear of [false, true]) {
    for (const cell of cells) {
      for (let known = whoKnows(hiding, cell); known; known = whoKnows(hiding, cell)) {
        const free = findFree(hiding, cell, known);
        const cube = free || !dear ? undefined : findCheapest(hiding, cell, known);
        const moves = free ?? (cube ? [cube] : []);
        if (moves.length === 0) break;
        for (const move of moves) take(hiding, move);
      }
    }
  }
  giveBack(hiding);
  const hidden = hiding.costs.map((cost, cell) => (cost === 0 && system.published[cell] ? 1 : 0));
  return { hidden: Uint8Array.from(hidden), evidence: hiding.evidence };
}
