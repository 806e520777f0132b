import fc from "fast-check";
import { expect, test } from "vitest";
import { tallied } from "../../electron/stats/tally.ts";
import { walshAverage } from "../../electron/stats/walsh.ts";
import { wilcoxonFromCounts, wilcoxonSignedRank } from "../../electron/stats/wilcoxon.ts";
import oracles from "../oracles/oracles.json";
import made from "../oracles/statistics.json";
import { expectClose } from "./agreement.ts";

const { NaN: missing } = Number;
const minus = (first: number[], second: number[]) => first.map((value, i) => value - (second[i] as number));

test("serum antigen with ties and zeros, published by StatXact", () => {
  const sal = oracles.wilcoxon_sal;
  const found = wilcoxonSignedRank(minus(sal.pre, sal.post), "drop", 0.95);
  expect(found).toMatchObject({ n: 20, n_zero: 4, v: sal.V, exact: true, estimate: sal.hodges_lehmann });
  expect([found.lower, found.upper]).toEqual(sal.ci95);
  expectClose(found.p, sal.p_exact_zeros_dropped, 1e-10, "dropped");
  expectClose(wilcoxonSignedRank(minus(sal.pre, sal.post), "pratt", 0.95).p, sal.p_exact_pratt, 1e-10, "pratt");
});

test("depression scale factor of Hollander and Wolfe, published", () => {
  const hw = oracles.wilcoxon_hw;
  const differences = minus(hw.x, hw.y).map((each) => Number(each.toFixed(6)));
  const found = wilcoxonSignedRank(differences, "drop", 0.95);
  expect(found).toMatchObject({ n: 9, n_zero: 0, v: hw.V, exact: true });
  expectClose(found.p, hw.p_two, 1e-12, "p");
  expectClose(found.p / 2, hw.p_greater, 1e-12, "one tail");
  expectClose(found.estimate, hw.hl, 1e-12, "estimate");
  expectClose(found.lower, hw.ci95[0] as number, 1e-12, "lower");
  expectClose(found.upper, hw.ci95[1] as number, 1e-12, "upper");
});

test("ties and zeros on both sides, from coin's own tests", () => {
  const { y, x, p_greater_zeros_dropped, p_greater_pratt } = oracles.wilcoxon_ties;
  expectClose(wilcoxonSignedRank(minus(y, x), "drop", 0.95).p / 2, p_greater_zeros_dropped, 1e-10, "drop");
  expectClose(wilcoxonSignedRank(minus(y, x), "pratt", 0.95).p / 2, p_greater_pratt, 1e-10, "pratt");
});

test.each([
  ["exact", true, made.wilcoxon_exact],
  ["normal beyond 50", false, made.wilcoxon_normal],
] as const)("agrees with R and coin: %s", (_, exact, cases) => {
  for (const { differences, n, n_zero, v_drop, v_pratt, p_drop, p_pratt, estimate, limits } of cases) {
    const dropped = wilcoxonSignedRank(differences, "drop", 0.95);
    const pratt = wilcoxonSignedRank(differences, "pratt", 0.95);
    expect(dropped).toMatchObject({ n, n_zero, v: v_drop, exact });
    expect(pratt).toMatchObject({ n, n_zero, v: v_pratt, exact, estimate: dropped.estimate, lower: dropped.lower });
    expectClose(dropped.p, p_drop, 1e-10, differences);
    expectClose(pratt.p, p_pratt, 1e-10, differences);
    expectClose(dropped.estimate, estimate, 1e-12, differences, 1e-15);
    const [lower, upper] = (limits ?? []) as number[];
    if (lower === undefined || upper === undefined) continue;
    expectClose(dropped.lower, lower, 1e-12, differences, 1e-15);
    expectClose(dropped.upper, upper, 1e-12, differences, 1e-15);
  }
});

test("nothing, zeros only, too few for the level", () => {
  const rest = { p: missing, estimate: missing, lower: missing, upper: missing };
  const nothing = { ...rest, n: 0, n_zero: missing, v: missing, exact: undefined };
  expect(wilcoxonSignedRank([], "drop", 0.95)).toEqual(nothing);
  expect(wilcoxonSignedRank([missing], "pratt", 0.95)).toEqual(nothing);
  expect(wilcoxonSignedRank([0, 0, missing], "drop", 0.95)).toEqual({ ...rest, n: 2, n_zero: 2, v: 0, exact: true });
  // With five differences even the outermost averages cover 93.75 %.
  expect(wilcoxonSignedRank([1, 2, 3, 4, 5], "drop", 0.95)).toMatchObject({
    p: 0.0625,
    lower: missing,
    upper: missing,
  });
  expect(wilcoxonSignedRank([1, 2, 3, 4, 5], "drop", 0.9)).toMatchObject({ lower: 1, upper: 5 });
  expect(wilcoxonSignedRank([1, 2, 3, 4, 5, 6], "drop", 1)).toMatchObject({
    p: 0.03125,
    lower: missing,
    upper: missing,
  });
  expect(() => wilcoxonSignedRank([1], "keep", 0.95)).toThrow("'drop' or 'pratt', not 'keep'");
});

test("exact to 50 non-zero differences, normal from 51, however many zeros", () => {
  const rising = (n: number) => Array.from({ length: n }, (_, i) => (i % 3 === 0 ? -1 : 1) * (i + 1));
  expect(wilcoxonSignedRank([...rising(50), ...new Array(100_000).fill(0)], "pratt", 0.95).exact).toBe(true);
  expect(wilcoxonSignedRank(rising(51), "drop", 0.95).exact).toBe(false);
});

test("against trying every choice of signs", () => {
  const differences = fc.array(fc.integer({ min: -4, max: 5 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(differences, fc.constantFrom("drop", "pratt"), (drawn, zeros) => {
      const found = wilcoxonSignedRank(drawn, zeros, 0.95);
      if (drawn.every((each) => each === 0)) return;
      const ranked = zeros === "drop" ? drawn.filter((each) => each !== 0) : drawn;
      const ranks = ranked.map((each) => {
        const smaller = ranked.filter((other) => Math.abs(other) < Math.abs(each)).length;
        const equal = ranked.filter((other) => Math.abs(other) === Math.abs(each)).length;
        return { rank: smaller + (equal + 1) / 2, each };
      });
      const moved = ranks.filter(({ each }) => each !== 0);
      const v = moved.reduce((total, { rank, each }) => total + (each > 0 ? rank : 0), 0);
      expect(found.v).toBe(v);
      let below = 0;
      let above = 0;
      for (let signs = 0; signs < 2 ** moved.length; signs++) {
        const total = moved.reduce((sum, { rank }, i) => sum + ((signs >> i) & 1) * rank, 0);
        if (total <= v) below++;
        if (total >= v) above++;
      }
      expectClose(found.p, Math.min(1, (2 * Math.min(below, above)) / 2 ** moved.length), 1e-12, drawn);
    }),
  );
});

test("turned round: same p, limits mirrored, estimate between them", () => {
  const differences = fc.array(fc.integer({ min: -30, max: 40 }), { minLength: 6, maxLength: 70 });
  fc.assert(
    fc.property(differences, (drawn) => {
      const there = wilcoxonSignedRank(drawn, "drop", 0.95);
      const back = wilcoxonSignedRank(
        drawn.map((each) => 0 - each),
        "drop",
        0.95,
      );
      expect(back.p).toEqual(there.p);
      if (Number.isNaN(there.lower)) return;
      expect(0 - back.upper).toBe(0 + there.lower);
      expect(there.lower).toBeLessThanOrEqual(there.estimate);
      expect(there.upper).toBeGreaterThanOrEqual(there.estimate);
    }),
  );
});

test("any Walsh average, as if they were written out and sorted", () => {
  const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: -3, max: 3 }));
  const values = fc.array(value, { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(values, (drawn) => {
      const sorted = drawn.toSorted((a, b) => a - b);
      const tally = tallied(drawn);
      const averages = sorted.flatMap((a, i) => sorted.slice(i).map((b) => (a + b) / 2)).toSorted((a, b) => a - b);
      for (const [i, average] of averages.entries()) expect(walshAverage(tally, i + 1) + 0).toBe(average + 0);
      expect(walshAverage(tally, 0)).toBeNaN();
      expect(walshAverage(tally, averages.length + 1)).toBeNaN();
    }),
  );
});

test("from counts: as if each person stood there", () => {
  const counts = fc.array(fc.tuple(fc.integer({ min: -9, max: 12 }), fc.integer({ min: 1, max: 9 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(counts, fc.constantFrom("drop", "pratt"), (drawn, zeros) => {
      const everybody = drawn.flatMap(([difference, persons]) => new Array<number>(persons).fill(difference));
      const [differences, persons] = [drawn.map(([difference]) => difference), drawn.map(([, count]) => count)];
      expect(wilcoxonFromCounts(differences, persons, zeros, 0.95)).toEqual(wilcoxonSignedRank(everybody, zeros, 0.95));
    }),
  );
  expect(wilcoxonFromCounts([1, missing, 2], [3, 4, missing], "drop", 0.95)).toMatchObject({ n: 3, n_zero: 0, v: 6 });
  expect(() => wilcoxonFromCounts([1, 2], [3], "drop", 0.95)).toThrow("2 and 1 members");
});
