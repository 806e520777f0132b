import type { Text } from "../contract.ts";
import { perturb } from "../disclosure/cell-key.ts";
import { ALL } from "../disclosure/dimension.ts";
import { nodeOf } from "../disclosure/lattice.ts";
import { roundToBase } from "../disclosure/rounding.ts";
import type { System } from "../disclosure/system.ts";
import { keyedFraction } from "../engine/cell-keys.ts";

/** What is done to a table in place of hiding cells. */
export type Alteration = "round" | "cell-key";

/** What the reader must know of it. */
export const ALTERED: Record<Alteration, Text> = {
  round: {
    sv: "Alla antal är avrundade till närmaste femtal, summor för sig. Avrundning skyddar inte ensam: två tabeller som överlappar kan avslöja ett antal.",
    en: "All counts are rounded to the nearest 5, totals by themselves. Rounding alone is no protection: two overlapping tables can give a count away.",
  },
  "cell-key": {
    sv: "Alla antal har fått brus på högst 3, summor för sig. Bruset kommer av cellens koder och nyckeln, eftersom filen inte har några personer.",
    en: "All counts have noise of at most 3, totals by themselves. The noise comes from the cell's codes and the key, because the file has no persons.",
  },
};

/** The counts as they may leave: each cell and each total by itself, so the table need not add up. */
export function alterCounts({ lattice, places, values }: System, method: Alteration, secret: string): number[] {
  return Array.from(places, (place, cell) => {
    const count = values[cell]!;
    if (method === "round") return roundToBase(count);
    const codes = lattice.trees.map((tree, at) => [tree.name, tree.codes[nodeOf(lattice, place, at)]!] as const);
    return perturb(count, keyOfCell(codes, secret));
  });
}

/**
 * The key of a cell of which only the codes are known, in [0, 1). Totals are no part of it and the order of columns is none,
 * so that a cell has the same noise in each table that it stands in. Two cells that happen to hold the same persons do not.
 */
export function keyOfCell(codes: readonly (readonly [string, string])[], secret: string): number {
  const named = codes.filter(([, code]) => code !== ALL).sort(([a], [b]) => (a < b ? -1 : 1));
  return keyedFraction(secret, JSON.stringify(named));
}
