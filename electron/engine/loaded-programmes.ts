import type { ExtractMeta } from "../contract.ts";

/** The programmes that have an extract, in the extracts' order. The first is meant where none is named. */
export function loadedProgrammes(extracts: ExtractMeta[]): string[] {
  return [...new Set(extracts.map(({ programme }) => programme))];
}
