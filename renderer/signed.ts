import type { Format } from "./format.ts";

/** A change as it is read, with its sign: `+3,8`, `−0,4`. What is written as nought has none. */
export function signed(value: number, { decimal }: Format, digits = 1): string {
  const rounded = Number(value.toFixed(digits));
  return rounded === 0 ? decimal(0, digits) : `${rounded > 0 ? "+" : ""}${decimal(value, digits)}`;
}
