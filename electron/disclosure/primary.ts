import type { System } from "./system.ts";

/** Cells that are counts of too few: 1 to `smallest` − 1. Zero tells nothing of anybody and is shown. */
export function smallCells({ values, published }: System, smallest: number): Uint8Array {
  return Uint8Array.from(values, (value, cell) => (published[cell] && value > 0 && value < smallest ? 1 : 0));
}
