import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustP } from "../../electron/stats/adjust-p.ts";
import { meanInterval } from "../../electron/stats/mean-interval.ts";
import { pairedChange } from "../../electron/stats/paired-change.ts";
import oracles from "../oracles/oracles.json";
import made from "../oracles/statistics.json";
import { expectClose, expectFields } from "./agreement.ts";

const { NaN: missing } = Number;

test("means agree with R", () => {
  for (const { values, level, ...expected } of made.mean_interval) {
    expectFields(meanInterval(values, level), expected, 1e-10);
  }
});

test("a mean of nothing, of one, of equal values", () => {
  const nothing = { n: 0, mean: missing, sd: missing, lower: missing, upper: missing };
  expect(meanInterval([], 0.95)).toEqual(nothing);
  expect(meanInterval([missing, missing], 0.95)).toEqual(nothing);
  expect(meanInterval([4], 0.95)).toEqual({ ...nothing, n: 1, mean: 4 });
  expect(meanInterval([0.1, 0.1, 0.1], 0.95)).toEqual({ n: 3, mean: 0.1, sd: 0, lower: 0.1, upper: 0.1 });
  expect(meanInterval([1, missing, 3], 0.95)).toEqual(meanInterval([1, 3], 0.95));
  expect(meanInterval([1, 3], 1)).toMatchObject({ n: 2, mean: 2, lower: missing, upper: missing });
});

test("a mean's interval holds it, moves and stretches with the values, and widens with the level", () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(values, fc.integer({ min: -50, max: 50 }), (drawn, shift) => {
      const found = meanInterval(drawn, 0.95);
      expect(found.lower).toBeLessThanOrEqual(found.mean);
      expect(found.upper).toBeGreaterThanOrEqual(found.mean);
      expect(meanInterval(drawn, 0.99).lower).toBeLessThanOrEqual(found.lower);
      const moved = meanInterval(
        drawn.map((value) => 2 * value + shift),
        0.95,
      );
      expectClose(moved.lower, 2 * found.lower + shift, 1e-12, drawn, 1e-9);
      expectClose(moved.sd, 2 * found.sd, 1e-12, drawn, 1e-9);
    }),
  );
});

test("Student's sleep data, published", () => {
  const { a, b, mean_diff, sd_diff, t, df, p, ci95, dz, g_z_exact, d_av, r } = oracles.paired_t_sleep;
  const expected = {
    n: 10,
    change: mean_diff,
    sd: sd_diff,
    t,
    df,
    p,
    lower: ci95[0],
    upper: ci95[1],
    dz,
    g: g_z_exact,
  };
  expectFields(pairedChange(a, b, 0.95), { ...expected, dav: d_av, r }, 1e-10);
});

test("paired changes agree with R", () => {
  for (const { pre, post, level, ...expected } of made.paired_change) {
    expectFields(pairedChange(pre, post, level), expected, 1e-10);
  }
});

test("pairs with a gap are left out, and lists of unequal length are refused", () => {
  expect(pairedChange([1, 2, missing, 4], [2, missing, 3, 7], 0.95)).toEqual(pairedChange([1, 4], [2, 7], 0.95));
  expect(() => pairedChange([1, 2], [1], 0.95)).toThrow("2 and 1 members");
});

test("no pairs, one pair, equal differences, equal waves", () => {
  const nothing = pairedChange([], [], 0.95);
  expect(nothing.n).toBe(0);
  for (const [field, value] of Object.entries(nothing)) if (field !== "n") expect(value, field).toBeNaN();
  expect(pairedChange([missing], [1], 0.95)).toEqual(nothing);
  expect(pairedChange([1], [3], 0.95)).toEqual({ ...nothing, n: 1, mean_pre: 1, mean_post: 3, change: 2, df: 0 });

  // 0.1 + 0.2 and their like: equal but for the rounding of binary fractions.
  const equal = pairedChange([0.1, 1.1, 2.7, 3.3], [0.3, 1.3, 2.9, 3.5], 0.95);
  expect(equal).toMatchObject({ n: 4, sd: 0, lower: equal.change, upper: equal.change, t: missing, p: missing });
  expect(equal).toMatchObject({ dz: missing, g: missing });
  expectClose(equal.change, 0.2, 1e-14, "change");
  expectClose(equal.dav, 0.2 / Math.sqrt(6.44 / 3), 1e-10, "dav");
  expectClose(equal.r, 1, 1e-12, "r");

  const still = pairedChange([2, 2, 2], [5, 5, 5], 0.95);
  expect(still).toMatchObject({ change: 3, sd: 0, lower: 3, upper: 3, dav: missing, r: missing, t: missing });
  expect(pairedChange([1, 2], [2, 5], 0.95).g).toBeNaN();
  expect(pairedChange([1, 2], [2, 5], 0.95).dz).not.toBeNaN();
  // One wave without variance: the correlation is unknown, the average sd is not.
  const oneWave = pairedChange([2, 2, 2], [4, 5, 9], 0.95);
  expect(oneWave.r).toBeNaN();
  expect(oneWave.dav).toBeGreaterThan(0);
});

test("a change read backwards turns its sign", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })), { minLength: 3 });
  fc.assert(
    fc.property(pairs, (drawn) => {
      const pre = drawn.map(([first]) => first);
      const post = drawn.map(([, second]) => second);
      const there = pairedChange(pre, post, 0.95);
      const back = pairedChange(post, pre, 0.95);
      for (const field of ["change", "t", "dz", "g", "dav"] as const) {
        if (Number.isNaN(there[field])) expect(back[field]).toBeNaN();
        else expectClose(back[field], -there[field], 1e-9, field, 1e-12);
      }
      expectClose(back.lower, -there.upper, 1e-9, "limits", 1e-9);
      if (there.sd > 0) expect(Math.abs(there.g)).toBeLessThanOrEqual(Math.abs(there.dz));
    }),
  );
});

test("p-values of Benjamini and Hochberg 1995, published", () => {
  const { p, BH, holm, bonferroni } = oracles.bh1995;
  for (const [method, expected] of Object.entries({ bh: BH, holm, bonferroni })) {
    expectFields(adjustP(p, method), expected, 1e-10);
  }
});

test("adjusted p-values agree with R, gaps kept in place", () => {
  for (const { p, holm, bh, bonferroni } of made.adjust_p) {
    const values = p.map((each) => each ?? missing);
    for (const [method, expected] of Object.entries({ bh, holm, bonferroni })) {
      expectFields(adjustP(values, method), expected, 1e-12);
    }
  }
  expect(adjustP([], "holm")).toEqual([]);
  expect(adjustP([0.01, 1.5, -1], "bonferroni")).toEqual([0.01, missing, missing]);
  expect(() => adjustP([0.1], "fdr")).toThrow("'holm', 'bh' or 'bonferroni', not 'fdr'");
});

test("adjusting keeps the order of p-values and lowers none; Holm is between", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (p) => {
      const [holm, bh, bonferroni] = ["holm", "bh", "bonferroni"].map((method) => adjustP(p, method)) as [
        number[],
        number[],
        number[],
      ];
      for (const [i, value] of p.entries()) {
        expect(bh[i]).toBeGreaterThanOrEqual(value * (1 - 1e-15));
        expect(holm[i]).toBeGreaterThanOrEqual((bh[i] as number) * (1 - 1e-12));
        expect(bonferroni[i]).toBeGreaterThanOrEqual(holm[i] as number);
        for (const [j, other] of p.entries()) {
          if (value < other) expect(holm[i]).toBeLessThanOrEqual(holm[j] as number);
        }
      }
    }),
  );
});
