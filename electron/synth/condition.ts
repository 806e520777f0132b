import type { Where } from "./recipe-parts.ts";

/** Whether a row of drawn values has one of the codes in each of the fields. */
export function compileWhere(
  where: Where | undefined,
  fieldNumber: (name: string) => number,
): (values: string[]) => boolean {
  const conditions = Object.entries(where ?? {}).map(([name, codes]) => ({
    number: fieldNumber(name),
    codes: new Set(codes),
  }));
  return (values) => conditions.every(({ number, codes }) => codes.has(values[number]!));
}
