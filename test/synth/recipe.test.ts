import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Refusal } from "../../electron/refusal.ts";
import { readRecipe, toRecipe } from "../../electron/synth/read-recipe.ts";
import type { Recipe } from "../../electron/synth/recipe.ts";
import { tableColumns } from "../../electron/synth/tables.ts";
import { recipePath } from "./synth.ts";

const shipped = (await readdir(join(import.meta.dirname, "../../queries/synth")))
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(".json", ""));

test.each(shipped)("the recipe %s agrees with itself and with its name", async (name) => {
  expect((await readRecipe(recipePath(name))).programme).toBe(name);
});

test("a recipe that contradicts itself is refused with every problem and its spot", async () => {
  const recipe: Recipe = JSON.parse(await readFile(recipePath("varmlands-arbetskraft-2"), "utf8"));
  const [group] = recipe.groups;
  group!.fields!.sex_at_enrolment = { exactly: { F: 26, M: 39 } };
  group!.strata[0]!.fields!.colour = "blue";
  group!.strata[1]!.stay = { ended_on: ["2019-01-01", "2019-01-02"] };
  const returner = group!.strata.find(({ again }) => again);
  returner!.again!.stay.started_on = ["2021-01-04", "2021-06-18"];
  recipe.fields.education = { given: "target_group", cases: {} };
  const problems = problemsOf(recipe);
  expect(problems).toEqual([
    "fields.education: target_group is not drawn before it",
    "groups.0 (Kristinehamn).sex_at_enrolment: the counts add up to 65, the group to 64",
    "groups.0 (Kristinehamn).strata.0: the recipe has no field colour",
    "groups.0 (Kristinehamn).strata.1: no day is left on which such a stay can start",
    "groups.0 (Kristinehamn).strata.11.again: no day is left on which such a stay can start",
  ]);
});

test("surveys that contradict themselves are refused likewise", async () => {
  const recipe: Recipe = JSON.parse(await readFile(recipePath("trappsteget"), "utf8"));
  const [running, , employers] = recipe.surveys!;
  recipe.instruments!.employer!.items.practice = { about: 6 };
  recipe.instruments!.spare = { range: [1, 5], items: { one: { about: 3 } } };
  running!.instruments = ["project-final", "unknown"];
  running!.where = { colour: ["blue"] };
  running!.collections[0]!.closed_on = "2008-01-01";
  employers!.answered.from = "ended_on";
  employers!.collections[0]!.outage = ["2008-01-01", "2008-10-01"];
  recipe.surveys!.push({ ...employers!, answered: { from: "2008-09-22", days: [0, 1] } });
  expect(problemsOf(recipe)).toEqual([
    "instruments.employer: item practice is drawn around a value outside 1–5",
    "instruments.spare: item one is drawn around a value, but there is no trait",
    "instruments.spare: no survey hands it out",
    "surveys.0 (project-final, unknown mid): there is no instrument unknown",
    "surveys.0 (project-final, unknown mid): the respondents have no field colour",
    "surveys.0 (project-final, unknown mid): the collection opened on 2008-11-03 closes before it",
    "surveys.2 (employer baseline): employers have no stay",
    "surveys.2 (employer baseline): the outage from 2008-01-01 is not within its collection",
    "surveys.4 (employer baseline): the outage from 2008-01-01 is not within its collection",
    "surveys.4 (employer baseline): another survey has employer at the same wave",
  ]);
});

test("an unknown key is a problem, not ignored", () => {
  expect(problemsOf({ recipe: 1, colour: "blue" }).join("\n")).toMatch(/colour/);
});

test("the tables are those of the extract format", async () => {
  for (const [table, columns] of Object.entries(tableColumns)) {
    const text = await readFile(join(import.meta.dirname, "../../queries/extract", `${table}.sql`), "utf8");
    expect([...text.matchAll(/^-- @column (\w+)/gm)].map(([, column]) => column)).toEqual([...columns]);
  }
});

function problemsOf(json: unknown): string[] {
  try {
    toRecipe(structuredClone(json), "test");
  } catch (error) {
    if (error instanceof Refusal) return error.detail?.split("\n") ?? [];
    throw error;
  }
  return [];
}
