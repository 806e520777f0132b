import type { Move } from "./move.ts";

/** Moves found so far, and what they prove of each cell. */
export interface Evidence {
  /** By number; a number is never given again. */
  moves: Map<number, Move>;
  /** Of each cell, the numbers of the moves that change it. */
  touching: number[][];
  /** Of each move, the lone contributors whose cells it changes. */
  contributors: Map<number, readonly number[]>;
  persons: Int32Array;
  next: number;
}

export interface Reach {
  up: number;
  down: number;
}

export function createEvidence(persons: Int32Array): Evidence {
  const touching = Array.from(persons, (): number[] => []);
  return { moves: new Map(), touching, contributors: new Map(), persons, next: 0 };
}

/** Gives the move's number. */
export function addMove(evidence: Evidence, move: Move): number {
  const number = evidence.next++;
  evidence.moves.set(number, move);
  for (const cell of move.cells) evidence.touching[cell]!.push(number);
  const persons = new Set(move.cells.map((cell) => evidence.persons[cell]!).filter((person) => person >= 0));
  evidence.contributors.set(number, [...persons]);
  return number;
}

export function removeMove(evidence: Evidence, number: number): Move {
  const move = evidence.moves.get(number)!;
  for (const cell of move.cells) {
    const numbers = evidence.touching[cell]!;
    numbers.splice(numbers.indexOf(number), 1);
  }
  evidence.moves.delete(number);
  evidence.contributors.delete(number);
  return move;
}

/** How far one move takes a cell in both directions. */
export function reachBy({ cells, steps, up, down }: Move, cell: number): Reach {
  const step = steps[cells.indexOf(cell)]!;
  return step > 0 ? { up: up * step, down: down * step } : { up: down * -step, down: up * -step };
}

/** How far a cell is known to go from its count, to someone who knows what `knower` contributed. */
export function reachOf({ moves, touching, contributors }: Evidence, cell: number, knower = -1): Reach {
  const reach = { up: 0, down: 0 };
  for (const number of touching[cell]!) {
    if (knower >= 0 && contributors.get(number)!.includes(knower)) continue;
    const { up, down } = reachBy(moves.get(number)!, cell);
    reach.up = Math.max(reach.up, up);
    reach.down = Math.max(reach.down, down);
  }
  return reach;
}

/** The lone contributors of other cells who could still tell the cell's count within less than `width`. */
export function tooKnowing(evidence: Evidence, cell: number, width: number): number[] {
  // Nobody is left when one move that suffices has no lone contributor, which settles most cells at once.
  for (const number of evidence.touching[cell]!) {
    const { up, down } = reachBy(evidence.moves.get(number)!, cell);
    if (up + down >= width && evidence.contributors.get(number)!.length === 0) return [];
  }
  const persons = new Set(evidence.touching[cell]!.flatMap((number) => evidence.contributors.get(number)!));
  persons.delete(evidence.persons[cell]!);
  return [...persons].filter((person) => {
    const { up, down } = reachOf(evidence, cell, person);
    return up + down < width;
  });
}
