import { createHmac } from "node:crypto";
import { cellKey } from "../disclosure/cell-key.ts";
import type { Mark } from "../disclosure/traced.ts";

/** A number in [0, 1) that a text has with this secret, and nobody can tell without it. */
export function keyedFraction(secret: string, text: string): number {
  return createHmac("sha256", secret).update(text).digest().readUIntBE(0, 6) / 2 ** 48;
}

/**
 * The key of a cell from the set that it counts, by the cell key method (Fraser and Wooton 2005; Thompson, Broadfoot and Elazar
 * 2013): the fraction of the sum of its units' keys. A unit's key is that of its part, the same for good; so equal sets have equal
 * keys wherever they stand, and nothing has to be asked of the database.
 */
export function keysOfMarks(secret: string): (mark: Mark) => number {
  const ofPart = new Map<number, number>();
  const keyOf = (part: number): number => {
    const key = ofPart.get(part) ?? keyedFraction(secret, `part ${part}`);
    ofPart.set(part, key);
    return key;
  };
  return ({ filled, counts }) =>
    cellKey(filled.flatMap((part, at) => new Array<number>(counts[at]!).fill(keyOf(part))));
}
