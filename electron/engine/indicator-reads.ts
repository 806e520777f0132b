import type { Numerator } from "./indicator-definition.ts";

/** The simple numerators that a numerator is made of: itself, or the parts of its `any` and `all`. */
export function leavesOf(numerator: Numerator | null): Numerator[] {
  if (!numerator) return [];
  if ("any" in numerator) return numerator.any.flatMap(leavesOf);
  if ("all" in numerator) return numerator.all.flatMap(leavesOf);
  return [numerator];
}

/** Whether the numerator reads questionnaires at all. */
export function readsAnswers(numerator: Numerator | null): boolean {
  return leavesOf(numerator).some((leaf) => "answer" in leaf || "score" in leaf);
}
