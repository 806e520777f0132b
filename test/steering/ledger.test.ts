import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { EarlierSet } from "../../electron/disclosure/traced.ts";
import { openLedger } from "../../electron/engine/ledger.ts";
import { temporaryFolder } from "../synth/synth.ts";

const folder = await temporaryFolder();
afterAll(() => rm(folder, { recursive: true }));

const set = (first: number, more: Partial<EarlierSet>): EarlierSet => {
  const mark = { parts: 4, filled: [0, 1], counts: [first, 3] };
  return { mark, count: first + 3, shown: false, ...more };
};
const write = (what: string, sets: EarlierSet[]) =>
  openLedger(folder).decide(
    "p",
    () => undefined,
    () => ({ what, shown: 1, hidden: 0, sets }),
  );

test("of each set it is known in which figures it stood", async () => {
  await write("first", [
    set(7, { shown: true, figure: 0 }),
    set(9, { shown: true, figure: 1, means: { age: false } }),
    set(11, { unasked: true }),
  ]);
  await write("second", [
    set(7, { shown: true, figure: 0 }),
    set(9, { shown: true, figure: 0, means: { age: true } }),
    set(11, { shown: true, figure: 1 }),
  ]);
  const ledger = openLedger(folder);
  const earlier = await ledger.earlier("p");
  const standing = (count: number) => earlier.find((each) => each.count === count)!;
  const named = (numbers: readonly number[] = []) =>
    numbers.map((number) => {
      const { answer, figure } = ledger.source(number);
      return `${answer.what} ${figure}`;
    });
  expect(named(standing(10).from)).toEqual(["first 0"]);
  expect(named(standing(12).from)).toEqual(["first 1", "second 0"]);
  expect(named(standing(12).meansFrom!.age)).toEqual(["first 1", "second 0"]);
  expect(named(standing(14).from)).toEqual(["second 1"]);
});

test("a set that no figure had is remembered as that until one has it", async () => {
  await write("third", [set(20, { unasked: true })]);
  const unasked = async () => (await openLedger(folder).earlier("p")).filter((each) => each.unasked);
  expect((await unasked()).map(({ count }) => count)).toEqual([23]);
  await write("fourth", [set(20, { unasked: true })]);
  const lines = (await readFile(join(folder, "ledger", "shown.jsonl"), "utf8")).trim().split("\n");
  expect(JSON.parse(lines.at(-1)!).sets).toEqual([]);
  await write("fifth", [set(20, { shown: true, figure: 0 })]);
  expect(await unasked()).toEqual([]);
});

test("several who read at once read each entry once", async () => {
  const ledger = openLedger(folder);
  const [one, other] = await Promise.all([ledger.earlier("p"), ledger.earlier("p")]);
  expect(one).toEqual(other);
  expect(one.map(({ from }) => from)).toEqual((await openLedger(folder).earlier("p")).map(({ from }) => from));
});
