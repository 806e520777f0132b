import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, expect, test } from "vitest";
import { registerStatistics } from "../../electron/engine/functions.ts";
import { SQL_FUNCTIONS } from "../../electron/stats/sql-functions.ts";

let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
  await registerStatistics(connection);
});

/** The rows a query answers, as plain values. */
async function rows(sql: string, on = connection): Promise<unknown[][]> {
  const reader = await on.runAndReadAll(sql);
  return reader.getRowsJson();
}

/** The first value of the first row. */
async function value(expression: string): Promise<unknown> {
  return (await rows(`select ${expression}`))[0]?.[0];
}

test("the level may be left out, and is 0.95", async () => {
  const names = SQL_FUNCTIONS.filter((each) => each.parameters.at(-1)?.name === "level").map((each) => each.name);
  expect(names).toContain("wilson_lower");
  for (const each of SQL_FUNCTIONS.filter(({ name }) => names.includes(name))) {
    expect(each.parameters.at(-1)?.default).toBe(0.95);
  }
  expect(await value("wilson_lower(24, 38) = wilson_lower(24, 38, 0.95)")).toBe(true);
  expect(await value("newcombe_upper(56, 70, 48, 80) = newcombe_upper(56, 70, 48, 80, 0.95)")).toBe(true);
  expect(await value("binomial_test_p(3, 10, 0.5) = binomial_test_p(3, 10, 0.5, 'two')")).toBe(true);
});

test("every statistic answers NULL when an argument is NULL, whichever it is", async () => {
  const sample = { double: "0.5", varchar: "'two'", "double[]": "[1.0, 2.0]", "double[][]": "[[1.0, 2.0]]" };
  for (const { name, parameters } of SQL_FUNCTIONS) {
    for (const missing of parameters.keys()) {
      const values = parameters.map((each, at) => (at === missing ? "null" : sample[each.type]));
      expect(await value(`${name}(${values.join(", ")}) is null`), `${name}(${values.join(", ")})`).toBe(true);
    }
  }
});

test("what is undefined is NULL and not an error", async () => {
  for (const expression of [
    "wilson_lower(0, 0)",
    "wilson_upper(5, 4)",
    "clopper_pearson_upper(-1, 4)",
    "clopper_pearson_lower(1, 4, 1.5)",
    "newcombe_lower(1, 2, 0, 0)",
    "normal_quantile(0)",
    "student_t_quantile(0.5, 0)",
    "beta_quantile(1, 2, 3)",
    "binomial_test_p(1, 0, 0.5)",
    "normal_cdf('nan'::double)",
  ]) {
    expect(await value(expression), expression).toBeNull();
  }
  expect(await value("binomial_cdf(5, 0, 0.5)")).toBe(1);
  expect(await value("binomial_cdf(-1, 10, 0.5)")).toBe(0);
});

test("numbers of every type are taken", async () => {
  const expected = await value("wilson_lower(24, 38, 0.95)");
  for (const type of ["tinyint", "integer", "bigint", "hugeint", "uinteger", "decimal(10, 2)", "float", "double"]) {
    expect(await value(`wilson_lower(24::${type}, 38::${type})`), type).toBe(expected);
  }
  expect(await value("wilson_lower(sum(k), sum(n)) from (values (20, 30), (4, 8)) t(k, n)")).toBe(expected);
  expect(await value("wilson_lower(count(*) filter (i < 24), count(*)) from range(38) t(i)")).toBe(expected);
});

test("a column with gaps, longer than a vector, keeps its rows apart", async () => {
  const found = await rows(`
    with drawn as (select i, case when i % 3 = 0 then null else i % 100 end as k from range(10000) t(i))
    select
      count(*) filter (k is null and lower is null),
      count(*) filter (k is not null and abs(lower - wilson_lower(k, 100)) < 1e-15 and upper > k / 100)
    from (select *, wilson_lower(k, 100) as lower, wilson_upper(k, 100) as upper from drawn)
  `);
  expect(found[0]?.map(Number)).toEqual([3334, 6666]);
});

test("an unknown tail stops the query with a sentence", async () => {
  await expect(value("binomial_test_p(1, 5, 0.5, 'both')")).rejects.toThrow("not 'both'");
});

test("views, macros and other connections use it, also once the configuration is locked", async () => {
  const locked = await DuckDBInstance.create(":memory:");
  const first = await locked.connect();
  await registerStatistics(first);
  await first.run("create view by_view as select wilson_lower(24, 38) as lower");
  await first.run("create macro by_macro(k, n) as table select wilson_lower(k, n) as lower");
  await first.run("set lock_configuration = true");
  const second = await locked.connect();
  await second.run("create view later as select lower from by_macro(24, 38)");
  const expected = [[await value("wilson_lower(24, 38)")]];
  for (const source of ["by_view", "by_macro(24, 38)", "later"]) {
    for (const each of [first, second]) expect(await rows(`select lower from ${source}`, each)).toEqual(expected);
  }
});

test("two connections at the same time", async () => {
  const other = await instance.connect();
  const sql = "select sum(wilson_lower(i % 50, 50)) from range(200000) t(i)";
  const [one, two] = await Promise.all([rows(sql), rows(sql, other)]);
  expect(one).toEqual(two);
});

test("names, parameters and descriptions are complete and unique", () => {
  const names = SQL_FUNCTIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, parameters, description } of SQL_FUNCTIONS) {
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(description.sv, name).toMatch(/^[A-ZÅÄÖ].*\.$/s);
    expect(description.en, name).toMatch(/^[A-Z].*\.$/s);
    const optional = parameters.map((each) => each.default !== undefined);
    expect(optional, name).toEqual(optional.toSorted());
  }
});
