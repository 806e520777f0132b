import { expect } from "vitest";
import { expectClose } from "../stats/agreement.ts";

/** Fails unless each column of the rows is as expected, in the order of the rows. A null is a null. */
export function agrees(
  rows: Record<string, unknown>[],
  columns: Record<string, (number | null)[]>,
  relative: (column: string) => number,
): void {
  for (const [column, expected] of Object.entries(columns)) {
    expect(rows, column).toHaveLength(expected.length);
    for (const [at, value] of expected.entries()) {
      const got = rows[at]![column];
      if (value === null) expect(got, `${column} of row ${at}`).toBeNull();
      else expectClose(got as number, value, relative(column), { column, at }, 1e-12);
    }
  }
}
