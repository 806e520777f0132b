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

/**
 * Who could still tell the cell's count within less than `width`: undefined when nobody, an empty list when everybody, else the
 * lone contributors of other cells who could.
 */
export function whoCanTell(evidence: Evidence, cell: number, width: number): number[] | undefined {
  const { contributors, persons } = evidence;
  const { up, down, highest, lowest } = reachOf(evidence, cell, width);
  if (up + down < width) return [];
  // Only who is in the moves that go furthest can take anything from them.
  const others = new Set([highest, lowest].flatMap((number) => contributors.get(number) ?? []));
  others.delete(persons[cell]!);
  const telling = [...others].filter((person) => {
    const left = reachOf(evidence, cell, width, person);
    return left.up + left.down < width;
  });
  return telling.length > 0 ? telling : undefined;
}

/**
 * How far a cell is known to go from its count, and by which moves; to someone who knows what `knower` contributed. Not searched
 * further when moves without lone contributors reach as far as `enough`.
 */
function reachOf({ moves, touching, contributors }: Evidence, cell: number, enough: number, knower = -1) {
  const reach = { up: 0, down: 0, highest: -1, lowest: -1 };
  let free = { up: 0, down: 0 };
  for (const number of touching[cell]!) {
    const persons = contributors.get(number)!;
    if (knower >= 0 && persons.includes(knower)) continue;
    const { up, down } = reachBy(moves.get(number)!, cell);
    if (persons.length === 0) {
      free = { up: Math.max(free.up, up), down: Math.max(free.down, down) };
      if (free.up + free.down >= enough) return { ...free, highest: number, lowest: number };
    }
    if (up > reach.up) {
      reach.up = up;
      reach.highest = number;
    }
    if (down > reach.down) {
      reach.down = down;
      reach.lowest = number;
    }
  }
  return reach;
}
