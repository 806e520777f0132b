import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writePackage } from "../../electron/synth/package.ts";
import { readRecipe } from "../../electron/synth/read-recipe.ts";
import { openSynthetic, recipePath, temporaryFolder } from "./synth.ts";

const programme = "varmlands-arbetskraft-2";
let parent: string;
beforeEach(async () => {
  parent = await temporaryFolder();
});
afterEach(() => rm(parent, { recursive: true }));

async function write(name: string, seed: number, participants?: number, signal?: AbortSignal) {
  const recipe = await readRecipe(recipePath(programme));
  const out = join(parent, name);
  await writePackage({ recipe, seed, participants, out, signal });
  return out;
}

test("the same recipe, number and seed give the same bytes, another seed others", async () => {
  const [once, again, other] = [await write("a", 1, 500), await write("b", 1, 500), await write("c", 2, 500)];
  for (const file of await readdir(once)) {
    expect(await readFile(join(again, file), "utf8")).toBe(await readFile(join(once, file), "utf8"));
  }
  expect(await readFile(join(other, "enrolment.csv"), "utf8")).not.toBe(
    await readFile(join(once, "enrolment.csv"), "utf8"),
  );
});

test("any number of participants keeps the recipe's proportions", async () => {
  const synthetic = await openSynthetic(programme, 28_100, 7);
  try {
    expect(await synthetic.count("select count(*) from participant")).toBe(28_100);
    expect(await synthetic.count("select count(distinct participant) from participant")).toBe(28_100);
    // A hundred times the demonstration: Kristinehamn's 25 women, 39 men and 15 exits to work.
    const women = `select count(distinct participant) from participant join enrolment using (participant)
      where municipality = '1781' and eligible = 'Y' and sex_at_enrolment = 'F'`;
    expect(await synthetic.count(women)).toBe(2500);
    expect(
      await synthetic.count("select count(*) from enrolment where municipality = '1781' and exit_reason = 'work'"),
    ).toBe(1500);
  } finally {
    await synthetic.close();
  }
});

test("a number below the recipe's own works too", async () => {
  const out = await write("small", 1, 10);
  expect((await readFile(join(out, "participant.csv"), "utf8")).trim().split("\n")).toHaveLength(11);
});

test("the manifest says that it is synthetic and how many rows there are", async () => {
  const out = await write("manifest", 5);
  const manifest = JSON.parse(await readFile(join(out, "extract.json"), "utf8"));
  expect(manifest).toMatchObject({ format: "sammanhang-extract/1", programme, synthetic: true });
  expect(manifest.supplied_by).toMatch(/synt/i);
  for (const [table, rows] of Object.entries(manifest.rows)) {
    const text = await readFile(join(out, `${table}.csv`), "utf8");
    expect(text.trimEnd().split("\n").length - 1, table).toBe(rows);
  }
});

test("no file holds ten or more digits in a row, dates without hyphens, or a pseudonym with two digits together", async () => {
  const out = await write("digits", 1);
  for (const file of (await readdir(out)).filter((name) => name.endsWith(".csv"))) {
    const text = await readFile(join(out, file), "utf8");
    expect(text).not.toMatch(/\d{6}/);
    expect(text).not.toMatch(/\b[PEAR]-\w*\d\d/);
  }
});

test("stopped half-way, nothing is left behind", async () => {
  const stop = new AbortController();
  const writing = write("stopped", 1, 200_000, stop.signal);
  setTimeout(() => stop.abort(), 50);
  await expect(writing).rejects.toMatchObject({ name: "AbortError" });
  expect(await readdir(parent)).toEqual([]);
});

test("a folder with something in it is refused, an impossible number too", async () => {
  await write("taken", 1, 10);
  await expect(write("taken", 1, 10)).rejects.toMatchObject({ code: "occupied" });
  await expect(write("none", 1, 0)).rejects.toMatchObject({ code: "participants" });
});
