import { expect } from "vitest";

/** Fails unless `got` is within `relative` of `expected`; near zero `absolute` decides. */
export function expectClose(got: number, expected: number, relative: number, about: unknown, absolute = 0): void {
  const allowed = Math.max(Math.abs(expected) * relative, absolute, Number.MIN_VALUE);
  if (!(got === expected || Math.abs(got - expected) <= allowed)) {
    expect.fail(`${JSON.stringify(about)}: got ${got}, expected ${expected} to ${relative}`);
  }
}

/** Fails unless `got` shows the digits that were printed in `expected`. */
export function expectPrinted(got: number, expected: number, decimals: number, about: unknown): void {
  expectClose(got, expected, 0, about, 0.5000001 * 10 ** -decimals);
}

/** As expectClose, for each number of a record or list. What is null in `expected` must be NaN in `got`. */
export function expectFields(got: object, expected: object, relative: number, absolute = 0): void {
  const found = new Map<string, unknown>(Object.entries(got));
  for (const [field, value] of Object.entries(expected)) {
    if (value === null) expect(found.get(field), field).toBeNaN();
    else expectClose(found.get(field) as number, value as number, relative, { field, of: got }, absolute);
  }
}
