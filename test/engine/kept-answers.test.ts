import { afterEach, beforeEach, expect, test } from "vitest";
import { openQuery, type QueryDatabase } from "../../electron/engine/database.ts";
import { createKeptAnswers, type KeptAnswers } from "../../electron/engine/kept-answers.ts";
import type { Statement } from "../../electron/engine/windowed.ts";

let database: QueryDatabase;
let kept: KeptAnswers;

beforeEach(async () => {
  database = await openQuery({ attach: [] });
  kept = createKeptAnswers(database, 60_000);
});
afterEach(() => database.close());

const table = (statement: Statement, signal?: AbortSignal) => kept.read(statement, async (each) => each, signal);
const rows = (n: number) => ({ sql: "select * from range($n::bigint) as numbers(number)", params: { n } });
const endless = { sql: "select count(*) from range(1000000000) a, range(1000000000) b", params: {} };

test("an answer is computed once, whoever asks, and knows how many rows it has", async () => {
  const [first, second] = await Promise.all([table(rows(5000)), table(rows(5000))]);
  expect(first).toEqual(second);
  expect(first.rows).toBe(5000);
  const part = await database.rows(`select number from ${first.table} limit 2 offset 4990`);
  expect(part).toEqual([{ number: 4990 }, { number: 4991 }]);
});

test("one reader that gives up does not stop another's answer", async () => {
  const slow = { sql: "select sum(a.range) as total from range(30000) a, range(3000) b", params: {} };
  const impatient = new AbortController();
  const given = table(slow, impatient.signal);
  const wanted = table(slow);
  impatient.abort();
  await expect(given).rejects.toThrow();
  await expect(wanted).resolves.toMatchObject({ rows: 1 });
});

test("when the last reader gives up the work stops, and the next one begins anew", async () => {
  const reader = new AbortController();
  const asked = table(endless, reader.signal);
  setTimeout(() => reader.abort(), 50);
  await expect(asked).rejects.toThrow();
  await expect(table(rows(3))).resolves.toMatchObject({ rows: 3 });
});

test("a small answer is remembered, and nobody waits for a second one", async () => {
  const random = { sql: "select random() as number", params: {} };
  const value = async () => (await kept.answer(random, 10)).chunks[0]?.getRows()[0]?.[0];
  expect(await value()).toBe(await value());
  const many = await kept.answer(rows(5000), 10_000);
  expect(many.rowCount).toBe(5000);
  expect(await kept.answer(rows(5000), 10_000)).not.toBe(many);
  expect((await kept.answer(rows(5000), 7)).truncated).toBe(true);
});

test("the oldest answer gives way, and one that failed is not remembered", async () => {
  const first = await table(rows(1));
  for (const n of [2, 3, 4, 5]) await table(rows(n));
  await expect.poll(() => database.rows(`select * from ${first.table}`).catch(() => "gone")).toBe("gone");
  await expect(table({ sql: "select nothing_like_it", params: {} })).rejects.toThrow();
  expect((await table(rows(1))).rows).toBe(1);
});

test("an answer that is being read stays until it has been read", async () => {
  const counted = await kept.read(rows(1), async ({ table: name }) => {
    for (const n of [2, 3, 4, 5, 6]) await table(rows(n));
    return database.rows(`select count(*)::integer as n from ${name}`);
  });
  expect(counted).toEqual([{ n: 1 }]);
});
