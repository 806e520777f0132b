import { expect, test } from "vitest";
import { betaCdf, betaQuantile } from "../../electron/stats/beta.ts";
import { binomialCdf } from "../../electron/stats/binomial.ts";
import { binomialTestP } from "../../electron/stats/binomial-test.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "../../electron/stats/clopper-pearson.ts";
import { newcombeLower, newcombeUpper } from "../../electron/stats/newcombe.ts";
import { normalCdf, normalQuantile } from "../../electron/stats/normal.ts";
import { studentTCdf, studentTQuantile } from "../../electron/stats/student-t.ts";
import { wilsonLower, wilsonUpper } from "../../electron/stats/wilson.ts";
import cases from "../oracles/distributions.json";
import { expectClose } from "./agreement.ts";

const CLOSED = 1e-10;
const QUANTILE = 1e-8;

// Each row holds the arguments and last what R answers.
const compared: [keyof typeof cases, (...values: number[]) => number, number][] = [
  ["normal_cdf", normalCdf as never, CLOSED],
  ["normal_quantile", normalQuantile as never, QUANTILE],
  ["student_t_cdf", studentTCdf as never, CLOSED],
  ["student_t_quantile", studentTQuantile as never, QUANTILE],
  ["beta_cdf", betaCdf as never, CLOSED],
  ["beta_cdf_random", betaCdf as never, CLOSED],
  ["beta_quantile", betaQuantile as never, QUANTILE],
  ["binomial_cdf", binomialCdf as never, CLOSED],
  ["binomial_test_two", (k = 0, n = 0, p = 0) => binomialTestP(k, n, p, "two"), CLOSED],
  ["binomial_test_ties", (k = 0, n = 0, p = 0) => binomialTestP(k, n, p, "two"), CLOSED],
  ["binomial_test_greater", (k = 0, n = 0, p = 0) => binomialTestP(k, n, p, "greater"), CLOSED],
  ["binomial_test_less", (k = 0, n = 0, p = 0) => binomialTestP(k, n, p, "less"), CLOSED],
  ["wilson_lower", wilsonLower as never, CLOSED],
  ["wilson_upper", wilsonUpper as never, CLOSED],
  ["clopper_pearson_lower", clopperPearsonLower as never, QUANTILE],
  ["clopper_pearson_upper", clopperPearsonUpper as never, QUANTILE],
  ["newcombe_lower", newcombeLower as never, CLOSED],
  ["newcombe_upper", newcombeUpper as never, CLOSED],
];

test.each(compared)("%s agrees with R", (name, statistic, relative) => {
  const rows: number[][] = cases[name];
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) {
    // A difference of shares can be nearly zero, where only its absolute error means anything.
    const absolute = name.startsWith("newcombe") ? 1e-14 : 0;
    expectClose(statistic(...row.slice(0, -1)), row.at(-1) as number, relative, [name, ...row], absolute);
  }
});

test("every section made by R is compared", () => {
  expect(compared.map(([name]) => name).toSorted()).toEqual(Object.keys(cases).toSorted());
});

test("what is undefined is NaN", () => {
  for (const p of [0, 1, -0.1, 1.1, Number.NaN]) {
    expect(normalQuantile(p)).toBeNaN();
    expect(studentTQuantile(p, 5)).toBeNaN();
    expect(betaQuantile(p, 2, 3)).toBeNaN();
  }
  for (const df of [0, -1, Number.NaN]) {
    expect(studentTCdf(1, df)).toBeNaN();
    expect(studentTQuantile(0.9, df)).toBeNaN();
  }
  for (const a of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(betaCdf(0.5, a, 1)).toBeNaN();
    expect(betaCdf(0.5, 1, a)).toBeNaN();
    expect(betaQuantile(0.5, a, 1)).toBeNaN();
  }
  expect(binomialCdf(1, -1, 0.5)).toBeNaN();
  expect(binomialCdf(1, 2.5, 0.5)).toBeNaN();
  expect(binomialCdf(1, 2, 1.5)).toBeNaN();
});

test("the ends of each scale", () => {
  expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(studentTCdf(Number.NEGATIVE_INFINITY, 3)).toBe(0);
  expect(studentTCdf(0, 3)).toBe(0.5);
  expect(studentTQuantile(0.5, 3)).toBe(0);
  expect(studentTQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
  expect(betaCdf(-1, 2, 3)).toBe(0);
  expect(betaCdf(2, 2, 3)).toBe(1);
  // Too small for a number: the true value is about 1e-29800.
  expect(betaQuantile(1e-300, 0.01, 1)).toBe(0);
  // The tail of half a degree of freedom at 1e200, where t² is beyond all numbers; by its power law.
  expectClose(studentTCdf(-1e200, 0.5) / studentTCdf(-1e100, 0.5), 1e-50, 1e-12, "t tail");
  expectClose(studentTQuantile(studentTCdf(-1e200, 0.5), 0.5), -1e200, 1e-10, "t tail quantile");
});

test("binomial_cdf follows R outside its range", () => {
  expect(binomialCdf(-1, 10, 0.5)).toBe(0);
  expect(binomialCdf(-1, 0, 0.5)).toBe(0);
  expect(binomialCdf(0, 0, 0.5)).toBe(1);
  expect(binomialCdf(10, 10, 0.5)).toBe(1);
  expect(binomialCdf(11, 10, 0.5)).toBe(1);
  expect(binomialCdf(3, 10, 0)).toBe(1);
  expect(binomialCdf(3, 10, 1)).toBe(0);
  expect(binomialCdf(3.7, 10, 0.5)).toBe(binomialCdf(3, 10, 0.5));
});
