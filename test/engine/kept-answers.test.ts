import { afterEach, beforeEach, expect, test } from "vitest";
import { openQuery, type QueryDatabase } from "../../electron/engine/database.ts";
import { createKeptAnswers, type KeptAnswers } from "../../electron/engine/kept-answers.ts";

let database: QueryDatabase;
let kept: KeptAnswers;

beforeEach(async () => {
  database = await openQuery({ attach: [] });
  kept = createKeptAnswers(database, 60_000);
});
afterEach(() => database.close());

const rows = (n: number) => ({ sql: "select * from range($n::bigint) as numbers(number)", params: { n } });
const endless = { sql: "select count(*) from range(1000000000) a, range(1000000000) b", params: {} };

test("an answer is computed once, whoever asks, and knows how many rows it has", async () => {
  const [first, second] = await Promise.all([kept.table(rows(5000)), kept.table(rows(5000))]);
  expect(first).toEqual(second);
  expect(first.rows).toBe(5000);
  const part = await database.rows(`select number from ${first.table} limit 2 offset 4990`);
  expect(part).toEqual([{ number: 4990 }, { number: 4991 }]);
});

test("one reader that gives up does not stop another's answer", async () => {
  const slow = { sql: "select sum(a.range) as total from range(30000) a, range(3000) b", params: {} };
  const impatient = new AbortController();
  const given = kept.table(slow, impatient.signal);
  const wanted = kept.table(slow);
  impatient.abort();
  await expect(given).rejects.toThrow();
  await expect(wanted).resolves.toMatchObject({ rows: 1 });
});

test("when the last reader gives up the work stops, and the next one begins anew", async () => {
  const reader = new AbortController();
  const asked = kept.table(endless, reader.signal);
  setTimeout(() => reader.abort(), 50);
  await expect(asked).rejects.toThrow();
  await expect(kept.table(rows(3))).resolves.toMatchObject({ rows: 3 });
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
  const first = await kept.table(rows(1));
  for (const n of [2, 3, 4, 5]) await kept.table(rows(n));
  await expect.poll(() => database.rows(`select * from ${first.table}`).catch(() => "gone")).toBe("gone");
  await expect(kept.table({ sql: "select nothing_like_it", params: {} })).rejects.toThrow();
  expect((await kept.table(rows(1))).rows).toBe(1);
});
