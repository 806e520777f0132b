import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writePackage } from "../../electron/synth/package.ts";
import { toRecipe } from "../../electron/synth/read-recipe.ts";
import type { Recipe } from "../../electron/synth/recipe.ts";
import { enrolmentFields, personFields } from "../../electron/synth/tables.ts";
import { temporaryFolder } from "./synth.ts";

/** A recipe of twenty persons who stay from 1 March to 31 May 2021, with what a test adds. */
function smallRecipe(added: Partial<Recipe>): Recipe {
  const fields = Object.fromEntries([...personFields, ...enrolmentFields].map((name) => [name, ""]));
  return toRecipe(
    {
      recipe: 1,
      programme: "small",
      place: 1,
      as_of: "2021-12-31",
      completeness: "final",
      results: "invented",
      supplied_by: "synthetic",
      note: "",
      seed: 1,
      calendar: { "2021-03": 1 },
      stay: { started_on: ["2021-03-01", "2021-03-01"], ended_on: ["2021-05-31", "2021-05-31"] },
      fields: { ...fields, age_at_start: 20, exit_reason: "work" },
      groups: [{ name: "all", strata: [{ count: 20 }] }],
      ...added,
    },
    "small",
  );
}

/** The rows of one table, each as an object, without its enrolment. */
async function rowsOf(recipe: Recipe, table: string): Promise<Record<string, string>[]> {
  const parent = await temporaryFolder();
  try {
    const out = join(parent, "package");
    await writePackage({ recipe, seed: 1, out });
    const [header = "", ...lines] = (await readFile(join(out, `${table}.csv`), "utf8")).trimEnd().split("\n");
    const columns = header.split(",");
    return lines.map((line) => {
      const { enrolment: _, ...row } = Object.fromEntries(line.split(",").map((value, i) => [columns[i]!, value]));
      return row;
    });
  } finally {
    await rm(parent, { recursive: true });
  }
}

test("an activity lies within its stay, and hours a week become hours", async () => {
  const recipe = smallRecipe({
    activities: [
      {
        starts: { from: "started_on", days: [85, 85] },
        lasts: [30, 30],
        fields: { kind: "coaching", hours_per_week: 7 },
      },
    ],
  });
  const rows = await rowsOf(recipe, "activity");
  // 25 to 31 May: one week.
  const row = { kind: "coaching", started_on: "2021-05-25", ended_on: "2021-05-31", hours: "7.0" };
  expect(rows).toEqual(Array.from({ length: 20 }, () => row));
});

test("an outcome that the extract cannot know is left out, and one that still goes on has no end", async () => {
  const outcome = (days: number, lasts: number) => ({
    starts: { from: "ended_on", days: [days, days] as [number, number] },
    lasts: [lasts, lasts] as [number, number],
    fields: { kind: "job_unsubsidised", evidence: "staff", sector: "Q" },
  });
  const rows = await rowsOf(smallRecipe({ outcomes: [outcome(300, 1), outcome(30, 300), outcome(30, 10)] }), "outcome");
  const [going, ended] = ["", "2021-07-10"].map((ended_on) => ({
    kind: "job_unsubsidised",
    started_on: "2021-06-30",
    ended_on,
    evidence: "staff",
    sector: "Q",
  }));
  expect(rows).toEqual(Array.from({ length: 20 }, () => [going, ended]).flat());
});

test("a follow-up is due on its day, reached only where there is a contact, and not due after the extract", async () => {
  const followup = (days: number, result: string) => ({
    due: { from: "ended_on", days },
    contacted: [3, 3] as [number, number],
    fields: { horizon: "exit_90d", result, status: { given: "exit_reason", cases: { work: "work" } } },
  });
  const recipe = smallRecipe({
    groups: [{ name: "one", strata: [{ count: 1 }] }],
    followups: [
      followup(90, "reached"),
      followup(90, "declined"),
      followup(212, "reached"),
      { ...followup(300, "reached"), where: { exit_reason: ["work"] } },
      { ...followup(90, "reached"), where: { exit_reason: ["studies"] } },
    ],
  });
  const row = (due_on: string, contacted_on: string, result: string, status: string) => ({
    horizon: "exit_90d",
    due_on,
    contacted_on,
    result,
    status,
  });
  expect(await rowsOf(recipe, "followup")).toEqual([
    row("2021-08-29", "2021-09-01", "reached", "work"),
    row("2021-08-29", "", "declined", "unknown"),
    // Due two days before the extract, and the contact would come after it.
    row("2021-12-29", "", "not_reached", "unknown"),
    row("2022-03-27", "", "not_due", "unknown"),
  ]);
});

test("a stratum wins over its group, its group over the recipe, and its rules may stand alone", async () => {
  const coaching = (kind: string) => ({
    starts: { from: "started_on" as const, days: [0, 0] as [number, number] },
    fields: { kind },
  });
  const recipe = smallRecipe({
    activities: [coaching("mapping")],
    groups: [
      {
        name: "all",
        fields: { exit_reason: "studies", municipality: { exactly: { "1234": 2, "5678": 1 } } },
        strata: [
          { count: 1, fields: { exit_reason: "moved" }, common: false, activities: [coaching("health")] },
          { count: 2, fields: { municipality: "1234" } },
        ],
      },
    ],
  });
  const enrolments = await rowsOf(recipe, "enrolment");
  expect(enrolments.map((row) => `${row.municipality} ${row.exit_reason}`).sort()).toEqual([
    "1234 studies",
    "1234 studies",
    "5678 moved",
  ]);
  expect((await rowsOf(recipe, "activity")).map(({ kind }) => kind).sort()).toEqual(["health", "mapping", "mapping"]);
});

test("a second stay comes after the first, unless it overlaps, and the person is then older", async () => {
  const again = { stay: { started_on: ["2021-03-01", "2023-03-31"], ended_on: ["2023-04-03", "2023-04-28"] } };
  const recipe = smallRecipe({
    groups: [{ name: "all", strata: [{ count: 50, again: again as never }] }],
    calendar: { "2021-03": 1, "2023-03": 1 },
  });
  const rows = await rowsOf(recipe, "enrolment");
  expect(rows).toHaveLength(100);
  const seconds = rows.filter((_, i) => i % 2 === 1);
  expect(seconds.every((row) => row.started_on!.startsWith("2023-03"))).toBe(true);
  // Two years later, or three birthdays for who has one in March.
  const ages = seconds.map((row) => row.age_at_start);
  expect(ages.every((age) => age === "22" || age === "23")).toBe(true);
  expect(ages.filter((age) => age === "22").length).toBeGreaterThan(35);
});
