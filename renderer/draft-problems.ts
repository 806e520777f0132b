import type { Fault, Problem } from "../electron/contract.ts";

/** All that is wrong with a draft that was tried, each thing with its spot; another fault is one without. */
export function draftProblems({ message, problems }: Fault): Problem[] {
  return problems ?? [{ file: "", message }];
}
