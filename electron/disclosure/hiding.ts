import { cellsOfContributors, loneContributors } from "./contributors.ts";
import { createCubeSearch } from "./cube-search.ts";
import { addMove, createEvidence, type Evidence, whoCanTell } from "./evidence.ts";
import { hidingCosts } from "./hiding-costs.ts";
import type { Move } from "./move.ts";
import type { System } from "./system.ts";
import { walk } from "./walk.ts";

/** A pattern in the making, with what is proven of it. */
export interface Hiding {
  system: System;
  primary: Uint8Array;
  width: number;
  /** 0 where a cell is hidden or was never published, else what hiding it costs. */
  costs: Float64Array;
  evidence: Evidence;
  /** The cells of each lone contributor. */
  cellsOf: ReadonlyMap<number, readonly number[]>;
  search: ReturnType<typeof createCubeSearch>;
}

export function startHiding(system: System, primary: Uint8Array, width: number): Hiding {
  const persons = loneContributors(system);
  return {
    system,
    primary,
    width,
    costs: hidingCosts(system).map((cost, cell) => (primary[cell] ? 0 : cost)),
    evidence: createEvidence(persons),
    cellsOf: cellsOfContributors(persons),
    search: createCubeSearch(system),
  };
}

/** Who still knows too much of a hidden cell: undefined when nobody, no one named when everybody. */
export function whoKnows({ evidence, primary, width }: Hiding, cell: number): number[] | undefined {
  if (primary[cell]) return whoCanTell(evidence, cell, width);
  return evidence.touching[cell]!.length > 0 ? undefined : [];
}

/** Moves that leave a cell open to everybody, within what is hidden already; undefined when none are found. */
export function findFree(hiding: Hiding, cell: number, known: readonly number[]): Move[] | undefined {
  const { system, costs, search } = hiding;
  const width = hiding.primary[cell] ? hiding.width : 1;
  return withoutCellsOf(hiding, known, () => {
    const cube = search({ cell, counts: system.values, costs, width, below: 1 });
    if (cube) return [cube];
    const ways: Move[] = [];
    let reach = 0;
    for (const upwards of [true, false]) {
      const way = walk(search, system.values, costs, { cell, upwards, least: width - reach });
      if (way) {
        ways.push(way);
        reach += Math.abs(way.steps[way.cells.indexOf(cell)]!);
      }
      if (reach >= width) return ways;
    }
    return undefined;
  });
}

/** The cheapest cube that leaves a cell open to everybody. */
export function findCheapest(hiding: Hiding, cell: number, known: readonly number[]): Move | undefined {
  const { system, costs, search, width } = hiding;
  return withoutCellsOf(hiding, known, () =>
    search({ cell, counts: system.values, costs, width, below: Number.POSITIVE_INFINITY }),
  );
}

/** Hides what a move needs, and keeps it as proof. */
export function take({ costs, evidence, width }: Hiding, move: Move): number {
  for (const cell of move.cells) costs[cell] = 0;
  // No more tables than are asked for.
  return addMove(evidence, { ...move, up: Math.min(move.up, width), down: Math.min(move.down, width) });
}

function withoutCellsOf<T>({ costs, cellsOf }: Hiding, known: readonly number[], work: () => T): T {
  if (known.length === 0) return work();
  const changed = known.flatMap((person) => cellsOf.get(person)!.map((cell) => [cell, costs[cell]!] as const));
  for (const [cell] of changed) costs[cell] = Number.POSITIVE_INFINITY;
  const found = work();
  for (const [cell, cost] of changed) costs[cell] = cost;
  return found;
}
