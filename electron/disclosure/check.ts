import type { Move } from "./move.ts";

/** A pattern of hidden cells and the moves that are said to prove it safe. */
export interface Claim {
  values: Float64Array;
  sums: readonly Int32Array[];
  /** The smallest count of each cell; 0 unless given. */
  least?: Float64Array;
  /** 1 for what is hidden, or was never published. */
  hidden: Uint8Array;
  /** 1 for the cells whose count must stay open by `width`. */
  primary: Uint8Array;
  /** 1 for hidden cells that must not be told exactly: all but what was never published. */
  secret: Uint8Array;
  /** Of each cell of one person, a number for that person; −1 else. */
  persons: Int32Array;
  width: number;
  moves: readonly Move[];
}

/**
 * Goes through a proof without a part of what made it: each move is tried as whole tables against every sum, and what the
 * tables leave open is counted again. Returns the cells that are not proven; a false witness is a mistake of ours and thrown.
 */
export function unprovenCells(claim: Claim): number[] {
  const { values, hidden, primary, secret, width, persons } = claim;
  const spans = values.map(() => 0) as Float64Array;
  const highest = new Float64Array(values.length);
  const lowest = new Float64Array(values.length);
  const seenBy: number[][] = Array.from(values, () => []);
  const sumsOf = indexSums(claim);

  claim.moves.forEach((move, number) => {
    verify(move, claim, sumsOf);
    move.cells.forEach((cell, at) => {
      const ends = [move.up * move.steps[at]!, -move.down * move.steps[at]!];
      highest[cell] = Math.max(highest[cell]!, ...ends);
      lowest[cell] = Math.min(lowest[cell]!, ...ends);
      if (primary[cell]) seenBy[cell]!.push(number);
    });
  });
  values.forEach((_, cell) => {
    spans[cell] = highest[cell]! - lowest[cell]!;
  });
  const knownTo = claim.moves.map(
    ({ cells }) => new Set(cells.map((cell) => persons[cell]!).filter((one) => one >= 0)),
  );

  const provenToAll = (cell: number): boolean => {
    const numbers = seenBy[cell]!;
    const others = new Set(numbers.flatMap((number) => [...knownTo[number]!]));
    others.delete(persons[cell]!);
    for (const one of others) {
      let high = 0;
      let low = 0;
      for (const number of numbers) {
        const move = claim.moves[number]!;
        if (knownTo[number]!.has(one)) continue;
        const step = move.steps[move.cells.indexOf(cell)]!;
        high = Math.max(high, move.up * step, -move.down * step);
        low = Math.min(low, move.up * step, -move.down * step);
      }
      if (high - low < width) return false;
    }
    return true;
  };
  return Array.from(values.keys()).filter((cell) => {
    if (!hidden[cell] || !secret[cell]) return false;
    if (!primary[cell]) return spans[cell]! < 1;
    return spans[cell]! < width || !provenToAll(cell);
  });
}

function indexSums({ values, sums }: Claim): number[][] {
  const sumsOf: number[][] = Array.from(values, () => []);
  sums.forEach((sum, at) => {
    for (const cell of sum) sumsOf[cell]!.push(at);
  });
  return sumsOf;
}

function verify({ cells, steps, up, down }: Move, { values, sums, hidden, least }: Claim, sumsOf: number[][]): void {
  const step = new Map<number, number>();
  cells.forEach((cell, at) => {
    const change = steps[at]!;
    if (step.has(cell) || !Number.isInteger(change)) throw new Error("A witness names a cell twice or by a fraction.");
    if (!hidden[cell]) throw new Error("A witness changes a published cell.");
    const lowest = Math.min(values[cell]! + up * change, values[cell]! - down * change);
    if (lowest < (least?.[cell] ?? 0)) throw new Error("A witness falls below what is known.");
    step.set(cell, change);
  });
  if (!(Number.isInteger(up) && Number.isInteger(down) && up >= 0 && down >= 0))
    throw new Error("A witness has no length.");
  for (const at of new Set(cells.flatMap((cell) => sumsOf[cell]!))) {
    const [total, ...parts] = sums[at]!;
    const change = parts.reduce((all, part) => all + (step.get(part) ?? 0), 0);
    if (change !== (step.get(total!) ?? 0)) throw new Error("A witness breaks a sum.");
  }
}
