import type { Move } from "./move.ts";

/** Moves found so far, and what they prove of each cell. */
export interface Evidence {
  moves: Move[];
  /** Of each cell, the moves that change it. */
  touching: number[][];
  /** Of each move, the lone contributors whose cells it changes. */
  contributors: number[][];
}

export interface Reach {
  up: number;
  down: number;
}

export function createEvidence(cells: number): Evidence {
  return { moves: [], touching: Array.from({ length: cells }, () => []), contributors: [] };
}

export function addMove(evidence: Evidence, move: Move, persons: Int32Array): void {
  const at = evidence.moves.push(move) - 1;
  for (const cell of move.cells) evidence.touching[cell]!.push(at);
  evidence.contributors.push([...new Set(move.cells.map((cell) => persons[cell]!).filter((person) => person >= 0))]);
}

/** How far a cell is known to go from its count, to someone who knows what `knower` contributed. */
export function reachOf({ moves, touching, contributors }: Evidence, cell: number, knower = -1): Reach {
  const reach = { up: 0, down: 0 };
  for (const at of touching[cell]!) {
    if (knower >= 0 && contributors[at]!.includes(knower)) continue;
    const move = moves[at]!;
    const step = move.steps[move.cells.indexOf(cell)]!;
    reach.up = Math.max(reach.up, step > 0 ? move.up * step : move.down * -step);
    reach.down = Math.max(reach.down, step > 0 ? move.down * step : move.up * -step);
  }
  return reach;
}

/** The lone contributors who could still tell the cell's count within less than `width`. */
export function tooKnowing(evidence: Evidence, cell: number, width: number, own: number): number[] {
  const lists = evidence.touching[cell]!.map((at) => evidence.contributors[at]!);
  // Whoever is not in every move that matters is met below; a move without any lone contributor settles most cells at once.
  const persons = new Set(lists.flat());
  persons.delete(own);
  return [...persons].filter((person) => {
    const { up, down } = reachOf(evidence, cell, person);
    return up + down < width;
  });
}
