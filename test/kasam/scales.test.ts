import { expect, test } from "vitest";
import { readScale } from "../../electron/engine/definitions.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { subscalesOf } from "../../electron/engine/scale-definition.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";

const text = { sv: "…", en: "…" };
const scale = {
  scale: "mood",
  title: text,
  description: text,
  source: "test",
  items: [1, 2, 3],
  lowest: 1,
  highest: 5,
};
const spots = (given: object) => readScale("mood.json", { ...scale, ...given }).problems.map(({ where }) => where);
const shipped = async (name: string) => {
  const { scales } = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);
  const found = scales.find((each) => each.scale === name);
  if (!found) throw new Error(name);
  return found;
};

// Which of the twenty-nine make up the short form, in its order: domain.md 2.1.
const ofSoc29 = [4, 5, 6, 8, 9, 12, 16, 19, 21, 25, 26, 28, 29].map(String);

test("the key of SOC-29 gives that of SOC-13, through the thirteen items that it has", async () => {
  const [long, short] = [await shipped("soc29"), await shipped("soc13")];
  const inShort = (items: string[]) =>
    items.filter((item) => ofSoc29.includes(item)).map((item) => String(ofSoc29.indexOf(item) + 1));
  expect(inShort(long.reversed)).toEqual(short.reversed);
  for (const [subscale, items] of Object.entries(long.subscales))
    expect(inShort(items)).toEqual(short.subscales[subscale]);
  expect(long.unverified?.items).toEqual(long.items.filter((item) => !ofSoc29.includes(item)));
});

test("the subscales part the items, with the published ranges", async () => {
  const ranges = async (name: string) =>
    subscalesOf(await shipped(name)).map(({ lowest, highest }) => [lowest, highest]);
  expect(await ranges("soc29")).toEqual([
    [29, 203],
    [11, 77],
    [10, 70],
    [8, 56],
  ]);
  expect(await ranges("soc13")).toEqual([
    [13, 91],
    [5, 35],
    [4, 28],
    [4, 28],
  ]);
  for (const name of ["soc13", "soc29"]) {
    const { items, subscales, licence } = await shipped(name);
    expect(Object.values(subscales).flat().sort()).toEqual([...items].sort());
    expect(licence).not.toBeNull();
  }
});

test("a mean keeps the range of an item, and questions of their own make up nothing", () => {
  const ranges = (score: string) => {
    const { definition } = readScale("mood.json", { ...scale, score });
    return definition && subscalesOf(definition).map(({ lowest, highest }) => [lowest, highest]);
  };
  expect(ranges("mean")).toEqual([[1, 5]]);
  expect(ranges("none")).toEqual([]);
});

test.each([
  [{}, []],
  [{ lowest: 5 }, ["$.highest"]],
  [{ items: [1, 2, 2] }, ["$.items[2]"]],
  [{ reversed: [4] }, ["$.reversed[0]"]],
  [{ subscales: { head: [1, 9] } }, ["$.subscales.head[1]"]],
  [{ missing: { feet: 1 } }, ["$.missing.feet"]],
  [{ missing: { total: 3 } }, ["$.missing.total"]],
  [{ unverified: { items: [8], note: text } }, ["$.unverified.items[0]"]],
])("%j has problems at %j", (given, where) => {
  expect(spots(given)).toEqual(where);
});
