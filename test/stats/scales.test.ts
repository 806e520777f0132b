import fc from "fast-check";
import { expect, test } from "vitest";
import { cronbachAlpha } from "../../electron/stats/cronbach-alpha.ts";
import { mcdonaldOmega } from "../../electron/stats/mcdonald-omega.ts";
import { reliableChange } from "../../electron/stats/reliable-change.ts";
import oracles from "../oracles/oracles.json";
import made from "../oracles/statistics.json";
import { expectClose, expectFields, expectPrinted } from "./agreement.ts";

const { NaN: missing } = Number;
const none = { alpha: missing, standardised: missing, lower: missing, upper: missing, average_r: missing };

test("R's attitude data, published", () => {
  const { n, k, raw_alpha, std_alpha, avg_r } = oracles.alpha_attitude;
  const found = cronbachAlpha(made.scales.attitude.answers, 0.95);
  expectFields(found, { n, k, alpha: raw_alpha, standardised: std_alpha, average_r: avg_r }, 1e-10);
});

test("the law school admission test, published", () => {
  const { patterns, n, alpha } = oracles.alpha_LSAT;
  const answers = Object.entries(patterns).flatMap(([pattern, count]) =>
    Array.from({ length: count }, () => [...pattern].map(Number)),
  );
  const found = cronbachAlpha(answers, 0.95);
  expectFields(found, { n, k: 5, alpha }, 1e-10);
  expectPrinted(found.alpha, 0.295, 3, "as printed");
});

test.each(Object.entries(made.scales))("alpha and omega agree with R: %s", (_, scale) => {
  const { answers, n, k, alpha, standardised, average_r, lower, upper, omega } = scale;
  const found = cronbachAlpha(answers, 0.95);
  expectFields(found, { n, k, alpha, standardised, average_r }, 1e-10);
  expectFields(found, { lower, upper }, 1e-8);
  expectFields(mcdonaldOmega(answers), { n, k, omega }, 1e-8);
});

test("persons who did not answer everything are left out", () => {
  const whole = [
    [1, 2, 3],
    [2, 4, 3],
    [5, 4, 6],
    [3, 3, 2],
    [4, 6, 6],
  ];
  const holes = [[1, missing, 2], ...whole, [], [1, 2], [1, 2, 3, 4]];
  expect(cronbachAlpha(holes, 0.95)).toEqual(cronbachAlpha(whole, 0.95));
  expect(mcdonaldOmega(holes)).toEqual(mcdonaldOmega(whole));
});

test("nobody, one person, one item, no variance", () => {
  expect(cronbachAlpha([], 0.95)).toEqual({ ...none, n: 0, k: missing });
  expect(cronbachAlpha([[missing, missing], []], 0.95)).toEqual({ ...none, n: 0, k: missing });
  expect(cronbachAlpha([[1, 2]], 0.95)).toEqual({ ...none, n: 1, k: 2 });
  expect(cronbachAlpha([[1], [2], [4]], 0.95)).toEqual({ ...none, n: 3, k: 1 });
  const sameTotals = [
    [1, 3],
    [2, 2],
    [3, 1],
  ];
  expect(cronbachAlpha(sameTotals, 0.95)).toEqual({ ...none, n: 3, k: 2 });
  expect(mcdonaldOmega([])).toEqual({ n: 0, k: missing, omega: missing });
  expect(mcdonaldOmega([[1, 2, 3]])).toEqual({ n: 1, k: 3, omega: missing });
  expect(mcdonaldOmega(sameTotals)).toEqual({ n: 3, k: 2, omega: missing });
});

test("two persons whose items cancel out: alpha by its formula, and no standardised one", () => {
  // By hand: item variances 2, 4.5, 0.5 and 0.5, of the total 4.5; the correlations are 1, 1 and four times −1.
  const found = cronbachAlpha(
    [
      [1, 1, 5, 5],
      [3, 4, 4, 4],
    ],
    0.95,
  );
  expectFields(found, { n: 2, k: 4, alpha: -8 / 9, average_r: -1 / 3 }, 1e-12);
  expect(found.standardised).toBeNaN();
});

test("an item that does not vary", () => {
  const answers = [
    [1, 2, 4],
    [2, 3, 4],
    [4, 3, 4],
    [5, 6, 4],
  ];
  const found = cronbachAlpha(answers, 0.95);
  expect(found).toMatchObject({ n: 4, k: 3, standardised: missing, average_r: missing });
  const two = cronbachAlpha(
    answers.map((row) => row.slice(0, 2)),
    0.95,
  );
  // (3/2) / (2/1) of the alpha without it, by the formula.
  expectClose(found.alpha, two.alpha * 0.75, 1e-12, "alpha");
  expect(found.lower).toBeLessThan(found.alpha);
  expect(mcdonaldOmega(answers).omega).toBeNaN();
});

test("a level that is none leaves alpha without limits", () => {
  const found = cronbachAlpha(made.scales.attitude.answers, 1);
  expect(found).toMatchObject({ lower: missing, upper: missing });
  expect(found.alpha).toBeGreaterThan(0.8);
});

test("alpha minds neither the items' order nor a common scale, and its interval holds it", () => {
  const answers = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6)), { minLength: 4, maxLength: 30 });
  fc.assert(
    fc.property(answers, (drawn) => {
      const found = cronbachAlpha(drawn, 0.95);
      if (Number.isNaN(found.alpha)) return;
      const turned = cronbachAlpha(
        drawn.map(([a, b, c, d]) => [3 * d + 1, 3 * b + 2, 3 * a, 3 * c]),
        0.95,
      );
      expectClose(turned.alpha, found.alpha, 1e-10, drawn, 1e-9);
      expect(found.alpha).toBeLessThanOrEqual(1 + 1e-12);
      expect(found.lower).toBeLessThanOrEqual(found.alpha + 1e-12);
      expect(found.upper).toBeGreaterThanOrEqual(found.alpha - 1e-12);
    }),
  );
});

test("omega does not mind the items' order, sign or the scale of all", () => {
  const { answers, omega } = made.scales.soc13;
  const turned = mcdonaldOmega(answers.map((row) => row.map((value) => 8 - value).reverse()));
  expectClose(turned.omega, omega as number, 1e-8, "turned");
  expect(mcdonaldOmega(made.scales.soc13.answers).omega).toBeGreaterThanOrEqual(
    cronbachAlpha(made.scales.soc13.answers, 0.95).alpha,
  );
});

test("Jacobson and Truax 1991", () => {
  const { pre, post, sd, rxx, RC } = oracles.jacobson_truax;
  expectClose(reliableChange(post - pre, sd, rxx), RC, 1e-10, "RC");
  expectPrinted(reliableChange(15, 7.5, 0.8), 3.16, 2, "as printed");
  expect(reliableChange(0, 7.5, 0.8)).toBe(0);
  for (const [sd, reliability] of [
    [0, 0.8],
    [-1, 0.8],
    [7, 1],
    [7, 1.2],
    [7, -0.1],
    [missing, 0.8],
  ] as const) {
    expect(reliableChange(5, sd, reliability)).toBeNaN();
  }
});
