import fc from "fast-check";
import { expect, test } from "vitest";
import { betaBinomial } from "../../electron/stats/beta-binomial.ts";
import { directStandardised } from "../../electron/stats/direct-standardised.ts";
import { funnelLower, funnelUpper } from "../../electron/stats/funnel.ts";
import { indirectStandardised } from "../../electron/stats/indirect-standardised.ts";
import { overdispersion } from "../../electron/stats/overdispersion.ts";
import { shrunkRate } from "../../electron/stats/shrunk-rate.ts";
import oracles from "../oracles/oracles.json";
import made from "../oracles/statistics.json";
import { expectClose, expectFields, expectPrinted } from "./agreement.ts";

const { NaN: missing } = Number;
const { r, n, theta } = oracles.surgical;

test("funnel limits agree with the definition, worked in R", () => {
  for (const row of made.funnel) {
    const [target, size, level, lower, upper] = row as [number, number, number, number, number];
    expectClose(funnelLower(target, size, level), lower, 1e-10, row, 1e-14);
    expectClose(funnelUpper(target, size, level), upper, 1e-10, row, 1e-14);
  }
});

test("funnel limits of the surgical data, as printed", () => {
  expectPrinted(funnelLower(theta, 215, 0.998), 0.02265, 5, "H");
  expectPrinted(funnelLower(theta, 215, 0.95), 0.03842, 5, "H");
  expectPrinted(funnelUpper(theta, 215, 0.95), 0.10851, 5, "H");
  expectPrinted(funnelUpper(theta, 215, 0.998), 0.13222, 5, "H");
  expect(funnelLower(theta, 47, 0.95)).toBe(0);
});

test("funnel limits lie within a count of R's binomial quantiles, and hold the target", () => {
  for (const [i, size] of n.entries()) {
    const lower = funnelLower(theta, size, 0.95);
    expect(lower).toBeLessThanOrEqual(oracles.surgical.q025[i] as number);
    expect(lower).toBeGreaterThanOrEqual((oracles.surgical.q025[i] as number) - 1 / size);
    expect(funnelUpper(theta, size, 0.998)).toBeLessThanOrEqual(oracles.surgical.q999[i] as number);
  }
  fc.assert(
    fc.property(fc.double({ min: 0.02, max: 0.98, noNaN: true }), fc.integer({ min: 1, max: 3000 }), (target, size) => {
      expect(funnelLower(target, size, 0.95)).toBeLessThanOrEqual(target + 1e-12);
      expect(funnelUpper(target, size, 0.998)).toBeGreaterThanOrEqual(funnelUpper(target, size, 0.95));
      expect(funnelLower(target, size, 0.998)).toBeLessThanOrEqual(funnelLower(target, size, 0.95));
      expect(funnelUpper(target, size, 0.998)).toBeLessThanOrEqual(1);
    }),
  );
});

test("no funnel without persons, target or level", () => {
  const cases = [
    [0.5, 0, 0.95],
    [0.5, -3, 0.95],
    [0.5, 2.5, 0.95],
    [-0.1, 10, 0.95],
    [1.1, 10, 0.95],
    [0.5, 10, 0],
    [0.5, 10, 1],
  ];
  for (const [target, size, level] of cases as [number, number, number][]) {
    expect(funnelLower(target, size, level)).toBeNaN();
    expect(funnelUpper(target, size, level)).toBeNaN();
  }
});

test("beta-binomial fits agree with R", () => {
  for (const { k, n: sizes, alpha, beta, mean } of Object.values(made.beta_binomial)) {
    const found = betaBinomial(k, sizes);
    expect(found).toMatchObject({ n: k.length, converged: true });
    expectFields(found as object, { alpha, beta, mean }, 1e-8);
  }
});

test("rat tumours and surgery, published, to the oracle's own digits", () => {
  const rats = betaBinomial(oracles.rat_tumour.y, oracles.rat_tumour.n);
  expectFields(rats as object, { alpha: oracles.rat_tumour.mle71[0], beta: oracles.rat_tumour.mle71[1] }, 2e-5);
  const surgery = betaBinomial(r, n);
  const [alpha, beta] = oracles.surgical.beta_binomial_mle;
  expectFields(surgery as object, { alpha, beta }, 2e-5);
  for (const [i, k] of r.entries()) {
    const shrunk = shrunkRate(k, n[i] as number, surgery?.alpha as number, surgery?.beta as number, 0.95);
    expectClose(shrunk?.mean as number, oracles.surgical.eb_posterior_mean[i] as number, 1e-5, i);
    expectPrinted(shrunk?.mean as number, oracles.surgical.winbugs_published_3dp[i] as number, 2, i);
  }
});

test("no variance between units is said", () => {
  const without = { alpha: missing, beta: missing, converged: false };
  expect(betaBinomial([5, 10, 15], [10, 20, 30])).toEqual({ ...without, n: 3, mean: 0.5 });
  expect(betaBinomial([0, 0], [10, 20])).toEqual({ ...without, n: 2, mean: 0 });
  expect(betaBinomial([10, 20], [10, 20])).toEqual({ ...without, n: 2, mean: 1 });
  expect(betaBinomial([3], [10])).toEqual({ ...without, n: 1, mean: 0.3 });
  // Every unit all or nothing: the likelihood rises for ever.
  expect(betaBinomial([10, 0, 10, 0], [10, 10, 10, 10])).toEqual({ ...without, n: 4, mean: 0.5 });
  expect(betaBinomial([], [])).toEqual({ n: 0, alpha: missing, beta: missing, mean: missing, converged: undefined });
  expect(betaBinomial([missing], [4])).toEqual(betaBinomial([], []));
  expect(betaBinomial([1, missing, 9], [10, 10, 10])).toEqual(betaBinomial([1, 9], [10, 10]));
  expect(betaBinomial([11], [10])).toBeUndefined();
  expect(betaBinomial([-1], [10])).toBeUndefined();
  expect(betaBinomial([1.5, 9], [10, 10])).toBeUndefined();
  expect(() => betaBinomial([1], [10, 10])).toThrow("1 and 2 members");
});

test("a beta-binomial fit is where no neighbour is likelier", () => {
  const units = fc.array(
    fc.integer({ min: 2, max: 40 }).chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size))),
    { minLength: 3, maxLength: 12 },
  );
  fc.assert(
    fc.property(units, (drawn) => {
      const found = betaBinomial(
        drawn.map(([k]) => k),
        drawn.map(([, size]) => size),
      );
      if (!found?.converged) return;
      const at = (alpha: number, beta: number) => {
        let total = 0;
        for (const [k, size] of drawn) {
          for (let j = 0; j < k; j++) total += Math.log((alpha + j) / (alpha + beta + j));
          for (let j = 0; j < size - k; j++) total += Math.log((beta + j) / (alpha + beta + k + j));
        }
        return total;
      };
      const best = at(found.alpha, found.beta);
      for (const [a, b] of [
        [1.01, 1],
        [0.99, 1],
        [1, 1.01],
        [1, 0.99],
        [1.05, 1.05],
        [0.95, 0.95],
      ] as const) {
        expect(at(found.alpha * a, found.beta * b)).toBeLessThanOrEqual(best + 1e-9);
      }
    }),
  );
});

test("shrunk rates agree with R", () => {
  for (const row of made.shrunk_rate) {
    const [k, size, alpha, beta, level, mean, lower, upper] = row as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    expectFields(shrunkRate(k, size, alpha, beta, level) as object, { mean, lower, upper }, 1e-8);
  }
  expect(shrunkRate(0, 0, 2, 6, 0.95)?.mean).toBe(0.25);
  for (const [k, size, alpha, beta] of [
    [5, 4, 1, 1],
    [-1, 4, 1, 1],
    [1, 4, 0, 1],
    [1, 4, 1, missing],
  ] as const) {
    expect(shrunkRate(k, size, alpha, beta, 0.95)).toBeUndefined();
  }
});

test("a shrunk rate lies between the unit's own and all units'", () => {
  const unit = fc
    .integer({ min: 1, max: 200 })
    .chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size)));
  fc.assert(
    fc.property(unit, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), ([k, size], alpha, beta) => {
      const { mean, lower, upper } = shrunkRate(k, size, alpha, beta, 0.95) as {
        mean: number;
        lower: number;
        upper: number;
      };
      const all = alpha / (alpha + beta);
      expect(mean).toBeGreaterThanOrEqual(Math.min(k / size, all) - 1e-12);
      expect(mean).toBeLessThanOrEqual(Math.max(k / size, all) + 1e-12);
      expect(lower).toBeLessThan(mean);
      expect(upper).toBeGreaterThan(mean);
    }),
  );
});

test("overdispersion of the surgical data and others", () => {
  expectFields(
    overdispersion(r, n) as object,
    { n: 12, phi: oracles.surgical.phi_winsor10, tau2: oracles.surgical.tau2 },
    1e-10,
  );
  for (const { k, n: sizes, phi, tau2 } of Object.values(made.overdispersion)) {
    expectFields(overdispersion(k, sizes) as object, { phi, tau2 }, 1e-10);
  }
});

test("overdispersion skips empty units, and needs units that can differ", () => {
  expect(overdispersion([...r, 0, missing], [...n, 0, 5])).toEqual(overdispersion(r, n));
  expect(overdispersion([0, 0], [10, 20])).toBeUndefined();
  expect(overdispersion([10, 20], [10, 20])).toBeUndefined();
  expect(overdispersion([11, 1], [10, 20])).toBeUndefined();
  expect(overdispersion([], [])).toEqual({ n: 0, phi: missing, tau2: missing });
  expect(overdispersion([0], [0])).toEqual({ n: 0, phi: missing, tau2: missing });
  expect(overdispersion([5, 10], [10, 20])).toEqual({ n: 2, phi: 0, tau2: 0 });
  expect(overdispersion([5], [10])).toEqual({ n: 1, phi: 0, tau2: missing });
});

test("Down syndrome by birth order, Fay and Feuer 1997, published", () => {
  const { standard, count, pop, per100k } = oracles.direct_std_fay_feuer;
  for (const [order, expected] of per100k.entries()) {
    const column = (matrix: number[][]) => matrix.map((row) => row[order] as number);
    const found = directStandardised(column(count), column(pop), standard, 0.95);
    expectPrinted((found?.rate as number) * 1e5, expected["adj.rate"], 4, order);
    expectPrinted((found?.lower as number) * 1e5, expected.lci, 4, order);
    expectPrinted((found?.upper as number) * 1e5, expected.uci, 4, order);
  }
});

test("mortality in 1940 and 1960, Selvin 2004, published", () => {
  const { d60, p60, d40, p40, direct_per100k, indirect_sir } = oracles.std_selvin;
  const direct = directStandardised(d40, p40, p60, 0.95);
  expectClose((direct?.rate as number) * 1e5, direct_per100k["adj.rate"], 1e-10, "rate");
  expectClose((direct?.lower as number) * 1e5, direct_per100k.lci, 1e-8, "lower");
  expectClose((direct?.upper as number) * 1e5, direct_per100k.uci, 1e-8, "upper");
  const rates = d60.map((deaths, i) => deaths / (p60[i] as number));
  const indirect = indirectStandardised(d40, p40, rates, 0.95);
  expectClose(indirect?.ratio as number, indirect_sir.sir, 1e-10, "ratio");
  // The oracle's limits are log-normal; with 71 058 deaths they agree to four digits.
  expectClose(indirect?.lower as number, indirect_sir.lci, 1e-4, "lower");
  expectClose(indirect?.upper as number, indirect_sir.uci, 1e-4, "upper");
});

test("standardisation agrees with R, also with no events at all", () => {
  for (const { k, n: sizes, weight, reference, ...expected } of made.standardised) {
    const direct = directStandardised(k, sizes, weight, 0.95);
    expectFields(direct as object, { n: k.length, rate: expected.rate }, 1e-10);
    expectFields(direct as object, { lower: expected.rate_lower, upper: expected.rate_upper }, 1e-8);
    const indirect = indirectStandardised(k, sizes, reference, 0.95);
    expectFields(indirect as object, { n: k.length, ratio: expected.ratio }, 1e-10);
    expectFields(indirect as object, { lower: expected.ratio_lower, upper: expected.ratio_upper }, 1e-8);
  }
});

test("a stratum that is not known is skipped, an empty one that weighs something is not", () => {
  const two = directStandardised([12, 9], [30, 41], [200, 350], 0.95);
  expect(directStandardised([12, missing, 9], [30, 5, 41], [200, 1000, 350], 0.95)).toEqual(two);
  expect(directStandardised([12, 9], [30, 41], [4, 7], 0.95)?.rate).toBeCloseTo(two?.rate as number, 14);
  expect(directStandardised([12, 0], [30, 0], [200, 350], 0.95)).toBeUndefined();
  expect(directStandardised([12, 0], [30, 0], [200, 0], 0.95)).toEqual({
    ...directStandardised([12], [30], [200], 0.95),
    n: 2,
  });
  expect(directStandardised([12], [30], [0], 0.95)).toBeUndefined();
  expect(directStandardised([12], [30], [-1], 0.95)).toBeUndefined();
  expect(directStandardised([31], [30], [1], 0.95)).toBeUndefined();
  expect(directStandardised([], [], [], 0.95)).toEqual({ n: 0, rate: missing, lower: missing, upper: missing });
  expect(directStandardised([missing], [1], [1], 0.95)).toEqual(directStandardised([], [], [], 0.95));
  expect(() => directStandardised([1], [2], [1, 2], 0.95)).toThrow("1 and 1 and 2 members");

  expect(indirectStandardised([12, missing], [30, 5], [0.3, 0.2], 0.95)).toEqual(
    indirectStandardised([12], [30], [0.3], 0.95),
  );
  expect(indirectStandardised([0], [30], [0], 0.95)).toBeUndefined();
  expect(indirectStandardised([1], [30], [-0.1], 0.95)).toBeUndefined();
  expect(indirectStandardised([], [], [], 0.95)).toEqual({ n: 0, ratio: missing, lower: missing, upper: missing });
  expect(indirectStandardised([0, 0], [30, 0], [0.1, 0.1], 0.95)?.lower).toBe(0);
  expect(indirectStandardised([3], [30], [0.1], 1)).toMatchObject({ ratio: 1, lower: missing, upper: missing });
});
