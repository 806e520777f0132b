import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, expect, test } from "vitest";
import { registerStatistics } from "../../electron/engine/functions.ts";
import { mcdonaldOmega } from "../../electron/stats/mcdonald-omega.ts";
import { SQL_FUNCTIONS } from "../../electron/stats/sql-functions.ts";
import oracles from "../oracles/oracles.json";
import made from "../oracles/statistics.json";

let connection: DuckDBConnection;

beforeAll(async () => {
  const instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
  await registerStatistics(connection);
});

async function value(expression: string): Promise<unknown> {
  const reader = await connection.runAndReadAll(`select ${expression}`);
  return reader.getRowsJson()[0]?.[0];
}

/** A record as SQL shows it: NaN and undefined are null. */
function shown(record: object): object {
  return JSON.parse(JSON.stringify(record, (_, each: unknown) => (each === undefined ? null : each)));
}

const lists: Record<string, string> = {
  mean_interval: "",
  paired_change: ", [1, 3, 2]",
  wilcoxon_signed_rank: "",
  wilcoxon_from_counts: ", [1, 3, 2]",
  overdispersion: ", [10, 20, 30]",
  beta_binomial: ", [10, 20, 30]",
  direct_standardised: ", [10, 20, 30], [1, 1, 2]",
  indirect_standardised: ", [10, 20, 30], [0.1, 0.2, 0.3]",
};

test.each(Object.keys(lists))("%s: no list, an empty list, a list of NULLs only", async (name) => {
  const rest = (lists[name] as string).replaceAll(/\[[^\]]*\]/g, "[]");
  expect(await value(`${name}(null${lists[name]})`)).toBeNull();
  const declared = SQL_FUNCTIONS.find((each) => each.name === name)?.returns as Record<string, string>;
  const nothing = Object.fromEntries(Object.keys(declared).map((field) => [field, field === "n" ? 0 : null]));
  expect(await value(`${name}([]${rest})`)).toEqual(nothing);
  expect(await value(`${name}([null, null, null]${lists[name]})`)).toEqual(nothing);
});

test.each(["cronbach_alpha", "mcdonald_omega"])("%s: no list, an empty list, lists of NULLs only", async (name) => {
  expect(await value(`${name}(null)`)).toBeNull();
  for (const answers of ["[]", "[null]", "[[]]", "[[null, null], null]"]) {
    expect(await value(`${name}(${answers}).n`), answers).toBe(0);
    expect(await value(`${name}(${answers}).k`), answers).toBeNull();
  }
});

test("adjust_p keeps gaps, and an empty list", async () => {
  expect(await value("adjust_p([0.01, null, 0.02], 'bonferroni')")).toEqual([0.02, null, 0.04]);
  expect(await value("adjust_p([], 'holm')")).toEqual([]);
  expect(await value("adjust_p(null, 'holm')")).toBeNull();
  await expect(value("adjust_p([0.1], 'fdr')")).rejects.toThrow("adjust_p: the method is 'holm', 'bh' or 'bonferroni'");
});

test("lists of unequal length are refused with the function's name and the lengths", async () => {
  for (const call of [
    "paired_change([1, 2], [1])",
    "beta_binomial([1, 2], [1])",
    "overdispersion([1, 2], [1])",
    "direct_standardised([1, 2], [1], [1])",
    "indirect_standardised([1, 2], [1], [1])",
  ]) {
    await expect(value(call), call).rejects.toThrow(/^Invalid Input Error: \w+: the lists .* 2 and 1/);
  }
});

test("a struct that is undefined is NULL, and so are its fields", async () => {
  for (const call of [
    "shrunk_rate(5, 4, 1, 1)",
    "shrunk_rate(1, 4, null, 1)",
    "direct_standardised([1, 0], [5, 0], [1, 1])",
    "overdispersion([0, 0], [5, 5])",
    "beta_binomial([6], [5])",
  ]) {
    expect(await value(call), call).toBeNull();
    expect(
      await value(`(${call}).${call.startsWith("o") ? "phi" : call.startsWith("b") ? "mean" : "lower"}`),
    ).toBeNull();
  }
});

test("gathered with list() from rows, in groups, struct fields by name", async () => {
  const reader = await connection.runAndReadAll(`
    with
      score as (from (values ('a', 1, 2), ('a', 2, 4), ('a', null, 4), ('b', 3, 3), ('b', 5, 4)) t(person_group, pre, post)),
      judged as (select person_group, paired_change(list(pre), list(post)) as change from score group by all)
    select person_group, change.n, change.change, typeof(change.n), typeof(change.change) from judged order by all
  `);
  expect(reader.getRowsJson()).toEqual([
    ["a", 2, 1.5, "INTEGER", "DOUBLE"],
    ["b", 2, -0.5, "INTEGER", "DOUBLE"],
  ]);
});

test("answers gathered as lists of lists give alpha and omega", async () => {
  const { answers } = made.scales.soc13;
  const found = await value(`mcdonald_omega(${JSON.stringify(answers)})`);
  expect(found).toEqual(shown(mcdonaldOmega(answers)));
  const columns = (answers[0] ?? []).map((_, item) => `i${item}`);
  const reader = await connection.runAndReadAll(`
    with answer(${columns.join(", ")}) as (values ${answers.map((row) => `(${row.join(", ")})`).join(", ")})
    select round(cronbach_alpha(list([${columns.join(", ")}])).alpha, 8) from answer
  `);
  expect(reader.getRowsJson()).toEqual([[Number(made.scales.soc13.alpha.toFixed(8))]]);
});

test("the published cases, through SQL", async () => {
  const { a, b, t, g_z_exact } = oracles.paired_t_sleep;
  expect(await value(`round(paired_change(${JSON.stringify(a)}, ${JSON.stringify(b)}).t, 9)`)).toBe(
    Number(t.toFixed(9)),
  );
  expect(await value(`round(paired_change(${JSON.stringify(a)}, ${JSON.stringify(b)}).g, 9)`)).toBe(
    Number(g_z_exact.toFixed(9)),
  );
  const { pre, post, V, p_exact_pratt, ci95 } = oracles.wilcoxon_sal;
  const differences = JSON.stringify(pre.map((each, i) => each - (post[i] as number)));
  expect(await value(`wilcoxon_signed_rank(${differences})`)).toMatchObject({ v: V, exact: true, lower: ci95[0] });
  expect(await value(`wilcoxon_signed_rank(${differences}, 'pratt').p`)).toBeCloseTo(p_exact_pratt, 14);
  const { r, n } = oracles.surgical;
  expect(
    await value(`
      list_transform(list_zip(${JSON.stringify(r)}, ${JSON.stringify(n)}), unit -> round(shrunk_rate(unit[1], unit[2],
        beta_binomial(${JSON.stringify(r)}, ${JSON.stringify(n)}).alpha,
        beta_binomial(${JSON.stringify(r)}, ${JSON.stringify(n)}).beta).mean, 4))`),
  ).toEqual(oracles.surgical.eb_posterior_mean.map((each) => Number(each.toFixed(4))));
});

test("a list of a hundred thousand values", async () => {
  const found = (await value("mean_interval(list(i % 100)) from range(100000) t(i)")) as { n: number; mean: number };
  expect(found).toMatchObject({ n: 100_000, mean: 49.5 });
  const change = "paired_change(list(i % 7), list(i % 11)).n from range(100000) t(i)";
  expect(await value(change)).toBe(100_000);
  expect(await value("wilcoxon_signed_rank(list(i % 11 - 4)).exact from range(100000) t(i)")).toBe(false);
});

test("many rows of lists with gaps keep their rows apart", async () => {
  const reader = await connection.runAndReadAll(`
    with drawn as (
      select i, case when i % 5 = 0 then null else list_transform(range(i % 7), j -> case when j % 3 = 2 then null else j + i end) end as values
      from range(5000) t(i)
    )
    select count(*) from drawn
    where mean_interval(values).n is distinct from case when values is null then null else list_count(values) end
       or abs(mean_interval(values).mean - list_avg(values)) > 1e-9
  `);
  expect(reader.getRowsJson()).toEqual([["0"]]);
});
