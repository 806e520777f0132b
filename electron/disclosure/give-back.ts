import { removeMove } from "./evidence.ts";
import { findFree, type Hiding, take, whoKnows } from "./hiding.ts";
import { hidingCosts } from "./hiding-costs.ts";
import type { Move } from "./move.ts";

/** A cell on which more moves rest is surely needed. */
const mostResting = 40;

/** Shows cells again that are hidden and not needed, dearest first: what rested on them is proven by other moves. */
export function giveBack(hiding: Hiding): void {
  const { system, primary, costs } = hiding;
  const prices = hidingCosts(system);
  const secondary = Array.from(costs.keys())
    .filter((cell) => costs[cell] === 0 && system.published[cell] && !primary[cell])
    .sort((a, b) => prices[b]! - prices[a]!);
  for (const cell of secondary) {
    if (costs[cell] === 0 && hiding.evidence.touching[cell]!.length <= mostResting) tryWithout(hiding, cell, prices);
  }
}

function tryWithout(hiding: Hiding, cell: number, prices: Float64Array): boolean {
  const { costs, evidence, primary, system } = hiding;
  costs[cell] = prices[cell]!;
  const removed: Move[] = evidence.touching[cell]!.slice().map((number) => removeMove(evidence, number));
  const added: number[] = [];
  const shown: number[] = [cell];
  const undo = (): void => {
    for (const number of added) removeMove(evidence, number);
    for (const each of shown) costs[each] = 0;
    for (const move of removed) take(hiding, move);
  };
  const affected = new Set(removed.flatMap(({ cells }) => cells));
  affected.delete(cell);
  for (const each of affected) {
    if (!primary[each]) continue;
    for (let known = whoKnows(hiding, each); known; known = whoKnows(hiding, each)) {
      const moves = findFree(hiding, each, known);
      if (!moves) {
        undo();
        return false;
      }
      for (const move of moves) added.push(take(hiding, move));
    }
  }
  // A further cell on which nothing rests any more can be shown too.
  for (const each of affected) {
    if (primary[each] || !system.published[each] || evidence.touching[each]!.length > 0) continue;
    costs[each] = prices[each]!;
    shown.push(each);
  }
  return true;
}
