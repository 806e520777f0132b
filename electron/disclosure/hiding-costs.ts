import type { System } from "./system.ts";

/** Fewest cells first, then the smallest counts: every cell costs more than all counts together. */
export function hidingCosts({ values, published }: System): Float64Array {
  const each = 2 ** Math.ceil(Math.log2(values.reduce((total, value) => total + value, 2)));
  return values.map((value, cell) => (published[cell] ? each + value : 0));
}
