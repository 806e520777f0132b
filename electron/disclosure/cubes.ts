import { loneContributors } from "./contributors.ts";
import { createCubeSearch } from "./cube-search.ts";
import { addMove, createEvidence, type Evidence, reachOf, tooKnowing } from "./evidence.ts";
import type { Move } from "./move.ts";
import type { System } from "./system.ts";

/** What is hidden, and the moves that prove that hiding it is enough. */
export interface Plan {
  /** 1 for a hidden cell. */
  hidden: Uint8Array;
  evidence: Evidence;
}

/**
 * Hides what lies on the cheapest cubes through the cells to protect: one cell after the other, with what is hidden already
 * for nothing.
 */
export function hideByCubes(system: System, primary: Uint8Array, width: number): Plan {
  const { values, published } = system;
  const persons = loneContributors(system);
  const search = createCubeSearch(system);
  const evidence = createEvidence(values.length);
  // Fewest cells first, then the smallest counts.
  const each = 2 ** Math.ceil(Math.log2(values.reduce((total, value) => total + value, 2)));
  const hidden = Uint8Array.from(primary);
  const costs = values.map((value, cell) => (primary[cell] || !published[cell] ? 0 : each + value));

  const avoiding = (barred: readonly number[], work: () => Move | undefined): Move | undefined => {
    if (barred.length === 0) return work();
    const changed: [number, number][] = [];
    persons.forEach((person, cell) => {
      if (person < 0 || !barred.includes(person)) return;
      changed.push([cell, costs[cell]!]);
      costs[cell] = Number.POSITIVE_INFINITY;
    });
    const found = work();
    for (const [cell, cost] of changed) costs[cell] = cost;
    return found;
  };
  const take = (move: Move): void => {
    for (const cell of move.cells) {
      if (costs[cell] === 0) continue;
      costs[cell] = 0;
      hidden[cell] = 1;
    }
    addMove(evidence, capped(move, width), persons);
  };
  /** Who may not be on the next move; undefined when the cell is safe. */
  const lacking = (cell: number): number[] | undefined => {
    const { up, down } = reachOf(evidence, cell);
    if (up + down < width) return [];
    const knowing = tooKnowing(evidence, cell, width, persons[cell]!);
    return knowing.length > 0 ? knowing : undefined;
  };

  const cells = Array.from(primary.keys()).filter((cell) => primary[cell]);
  for (const below of [1, Number.POSITIVE_INFINITY]) {
    for (const cell of cells) {
      for (let barred = lacking(cell); barred; barred = lacking(cell)) {
        const move = avoiding(barred, () => search({ cell, counts: values, costs, width, below }));
        if (!move) break;
        take(move);
      }
    }
  }
  return { hidden, evidence };
}

/** No more tables than are asked for. */
function capped(move: Move, width: number): Move {
  return { ...move, up: Math.min(move.up, width), down: Math.min(move.down, width) };
}
