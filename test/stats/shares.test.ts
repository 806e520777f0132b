import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialTestP } from "../../electron/stats/binomial-test.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "../../electron/stats/clopper-pearson.ts";
import { newcombeLower, newcombeUpper } from "../../electron/stats/newcombe.ts";
import { wilsonLower, wilsonUpper } from "../../electron/stats/wilson.ts";
import oracles from "../oracles/oracles.json";
import { expectClose, expectPrinted } from "./agreement.ts";

test("single shares of Newcombe 1998 and of the programmes", () => {
  for (const { x, n, wilson95, clopper_pearson95 } of oracles.wilson) {
    expectPrinted(wilsonLower(x, n, 0.95), wilson95[0] as number, 6, [x, n]);
    expectPrinted(wilsonUpper(x, n, 0.95), wilson95[1] as number, 6, [x, n]);
    expectPrinted(clopperPearsonLower(x, n, 0.95), clopper_pearson95[0] as number, 6, [x, n]);
    expectPrinted(clopperPearsonUpper(x, n, 0.95), clopper_pearson95[1] as number, 6, [x, n]);
  }
});

test("differences of shares of Newcombe 1998", () => {
  for (const { in_, diff_lo_hi } of oracles.newcombe10) {
    const [k1, n1, k2, n2] = in_ as [number, number, number, number];
    expectPrinted(newcombeLower(k1, n1, k2, n2, 0.95), diff_lo_hi[1] as number, 6, in_);
    expectPrinted(newcombeUpper(k1, n1, k2, n2, 0.95), diff_lo_hi[2] as number, 6, in_);
  }
});

test("a share against its target", () => {
  expectPrinted(binomialTestP(24, 38, 0.5, "greater"), 0.0717, 4, "24 of 38 against 50 %");
  expectPrinted(binomialTestP(24, 38, 0.6, "greater"), 0.4127, 4, "24 of 38 against 60 %");
  expectPrinted(binomialTestP(25, 64, 0.6, "less"), 0.0006, 4, "25 of 64 against 60 %");
});

test("no share: no limits, no test", () => {
  const cases = [
    [0, 0],
    [1, 0],
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
    [1, Number.NaN],
  ] as [number, number][];
  for (const [k, n] of cases) {
    expect(wilsonLower(k, n, 0.95)).toBeNaN();
    expect(wilsonUpper(k, n, 0.95)).toBeNaN();
    expect(clopperPearsonLower(k, n, 0.95)).toBeNaN();
    expect(clopperPearsonUpper(k, n, 0.95)).toBeNaN();
    expect(newcombeLower(k, n, 1, 2, 0.95)).toBeNaN();
    expect(newcombeUpper(1, 2, k, n, 0.95)).toBeNaN();
    for (const tail of ["two", "greater", "less"]) expect(binomialTestP(k, n, 0.5, tail)).toBeNaN();
  }
  for (const level of [0, 1, -0.5, 1.5, Number.NaN]) {
    expect(wilsonLower(3, 10, level)).toBeNaN();
    expect(clopperPearsonUpper(3, 10, level)).toBeNaN();
    expect(newcombeUpper(3, 10, 4, 11, level)).toBeNaN();
  }
  expect(binomialTestP(1, 5, -0.1, "two")).toBeNaN();
  expect(binomialTestP(1, 5, 1.1, "two")).toBeNaN();
  expect(binomialTestP(1.5, 5, 0.5, "two")).toBeNaN();
});

test("a target of none or all", () => {
  expect(binomialTestP(0, 5, 0, "two")).toBe(1);
  expect(binomialTestP(1, 5, 0, "two")).toBe(0);
  expect(binomialTestP(5, 5, 1, "two")).toBe(1);
  expect(binomialTestP(1, 5, 0, "greater")).toBe(0);
  expect(binomialTestP(4, 5, 1, "less")).toBe(0);
});

test("an unknown tail is said, not guessed", () => {
  expect(() => binomialTestP(1, 5, 0.5, "both")).toThrow("'two', 'greater' or 'less', not 'both'");
});

const share = fc.integer({ min: 1, max: 2000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const level = fc.double({ min: 0.01, max: 0.9999, noNaN: true });

test("limits of a share hold it, in order, mirrored, and wider at a higher level", () => {
  fc.assert(
    fc.property(share, level, ([k, n], wanted) => {
      for (const [lower, upper] of [
        [wilsonLower, wilsonUpper],
        [clopperPearsonLower, clopperPearsonUpper],
      ] as const) {
        const low = lower(k, n, wanted);
        const high = upper(k, n, wanted);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(k / n + 1e-15);
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-15);
        expect(high).toBeLessThanOrEqual(1);
        expectClose(1 - upper(n - k, n, wanted), low, 0, [k, n, wanted], 1e-12);
        expect(lower(k, n, (1 + wanted) / 2)).toBeLessThanOrEqual(low);
        expect(upper(k, n, (1 + wanted) / 2)).toBeGreaterThanOrEqual(high);
      }
      if (k === 0) expect([wilsonLower(k, n, wanted), clopperPearsonLower(k, n, wanted)]).toEqual([0, 0]);
      if (k === n) expect([wilsonUpper(k, n, wanted), clopperPearsonUpper(k, n, wanted)]).toEqual([1, 1]);
    }),
  );
});

test("an exact limit is where the exact test is as improbable as the level says", () => {
  fc.assert(
    fc.property(share, level, ([k, n], wanted) => {
      const low = clopperPearsonLower(k, n, wanted);
      if (k > 0) expectClose(binomialTestP(k, n, low, "greater"), (1 - wanted) / 2, 1e-9, [k, n, wanted]);
    }),
  );
});

test("a difference turned round has its limits turned round", () => {
  fc.assert(
    fc.property(share, share, level, ([k1, n1], [k2, n2], wanted) => {
      const low = newcombeLower(k1, n1, k2, n2, wanted);
      const difference = k1 / n1 - k2 / n2;
      expect(low).toBeLessThanOrEqual(difference + 1e-15);
      expect(low).toBeGreaterThanOrEqual(-1);
      expectClose(-newcombeUpper(k2, n2, k1, n1, wanted), low, 0, [k1, n1, k2, n2], 1e-14);
    }),
  );
});

test("a two-sided p is what the outcomes no likelier add up to", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
      fc.integer({ min: 1, max: 99 }),
      ([k, n], percent) => {
        const p = percent / 100;
        const probabilities = Array.from({ length: n + 1 }, (_, i) => probability(i, n, p));
        const limit = (probabilities[k] as number) * (1 + 1e-7);
        const sum = probabilities.filter((each) => each <= limit).reduce((a, b) => a + b, 0);
        expectClose(binomialTestP(k, n, p, "two"), Math.min(1, sum), 1e-10, [k, n, p]);
      },
    ),
  );
});

/** P(K = k) by the definition, one factor at a time. */
function probability(k: number, n: number, p: number): number {
  let value = (1 - p) ** (n - k);
  for (let i = 1; i <= k; i++) value *= (p * (n - k + i)) / i;
  return value;
}
