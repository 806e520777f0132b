import { expect, test } from "vitest";
import { toRecipe } from "../../electron/synth/read-recipe.ts";
import type { Recipe } from "../../electron/synth/recipe.ts";
import type { Instrument, Survey } from "../../electron/synth/survey-recipe.ts";
import { enrolmentFields, personFields } from "../../electron/synth/tables.ts";
import { openRecipe, type SyntheticPackage } from "./synth.ts";

const likert: Instrument = { range: [1, 5], items: { useful: "4" } };

const atStart: Survey = {
  instruments: ["likert"],
  wave: "baseline",
  answered: { from: "started_on", days: [0, 0] },
  returned: "yes",
  mode: "paper",
  collections: [{ opened_on: "2021-01-01", closed_on: "2021-12-31" }],
};

const atExit: Survey = { ...atStart, wave: "exit", answered: { from: "ended_on", days: [0, 0] } };

/** `count` persons who stay from 1 March to 31 May 2021, half of them in Kristinehamn, and what a test asks them. */
function recipeOf(added: Partial<Recipe>, count = 200): Recipe {
  const fields = Object.fromEntries([...personFields, ...enrolmentFields].map((name) => [name, ""]));
  const half = (municipality: string) => ({
    name: municipality,
    fields: { municipality },
    strata: [{ count: count / 2 }],
  });
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
      groups: [half("1781"), half("1780")],
      instruments: { likert },
      ...added,
    },
    "small",
  );
}

async function using<T>(recipe: Recipe, look: (synthetic: SyntheticPackage) => Promise<T>, participants?: number) {
  const synthetic = await openRecipe(recipe, participants);
  try {
    return await look(synthetic);
  } finally {
    await synthetic.close();
  }
}

const responses = (survey: Partial<Survey>, where = "true") =>
  using(recipeOf({ surveys: [{ ...atExit, ...survey }] }), ({ count }) =>
    count(`select count(*) from response where ${where}`),
  );

test("who answers does so within the collection, and nobody after the extract's day", async () => {
  expect(await responses({})).toBe(200);
  expect(await responses({ answered: { from: "ended_on", days: [210, 210] } })).toBe(200);
  const later = [{ opened_on: "2021-01-01", closed_on: "2022-12-31" }];
  expect(await responses({ answered: { from: "ended_on", days: [220, 240] }, collections: later })).toBe(0);
  expect(await responses({ collections: [{ opened_on: "2021-01-01", closed_on: "2021-05-28" }] })).toBe(0);
});

test("nobody answers while it is down, or only who the recipe lets", async () => {
  const down = [
    { opened_on: "2021-01-01", closed_on: "2021-12-31", outage: ["2021-05-31", "2021-06-04"] as [string, string] },
  ];
  expect(await responses({ collections: down })).toBe(0);
  expect(await responses({ collections: down, outage: { share: 1, mode: "phone" } }, "mode = 'phone'")).toBe(200);
});

test("who left before it opened is reached by other means, unless it is too long ago", async () => {
  const collections = [{ opened_on: "2021-09-01", closed_on: "2021-12-31" }];
  const late = { share: 1, days: [10, 10] as [number, number], within: 93, mode: "sms_link" };
  expect(await responses({ collections })).toBe(0);
  // 93 days from 31 May to 1 September.
  expect(await responses({ collections, late }, "mode = 'sms_link' and answered_on = '2021-09-11'")).toBe(200);
  expect(await responses({ collections, late: { ...late, within: 92 } })).toBe(0);
});

test("a municipality with collections of its own has only those", async () => {
  const [all] = atExit.collections;
  const own = { municipality: "1781", opened_on: "2021-07-01", closed_on: "2021-12-31" };
  expect(await responses({ collections: [all!, own] }, "municipality = '1780'")).toBe(100);
  expect(await responses({ collections: [all!, own] }, "municipality = '1781'")).toBe(0);
});

test("who is asked some days after the start is asked only while the stay goes on", async () => {
  const asked = (days: number) => responses({ answered: { from: "started_on", days: [days, days] } });
  expect([await asked(91), await asked(92)]).toEqual([200, 0]);
});

test("an anonymous questionnaire has no pseudonym", async () => {
  expect(await responses({ anonymous: 1 }, "participant is null and municipality is not null")).toBe(200);
});

test("a trait that is all lasting is the same at both waves, and a shift moves it", async () => {
  const shifts = [{ where: { wave: ["exit"] }, by: 1 }];
  const trait = { stability: 1, loading: 5, own: 0, shifts };
  const items = { plain: { about: 50 }, turned: { about: 50, reversed: true as const } };
  const recipe = recipeOf({ instruments: { likert: { range: [0, 100], trait, items } }, surveys: [atStart, atExit] });
  await using(recipe, async ({ count }) => {
    const change = (item: string) => `
      select count(*)
      from (from answer join response using (response) where wave = 'baseline' and item = '${item}') as before
      join (from answer join response using (response) where wave = 'exit' and item = '${item}') as after using (participant)`;
    expect(await count(`${change("plain")} where after.value::int - before.value::int = 5`)).toBe(200);
    // Raw, as the respondent ticks it: the other way round.
    expect(await count(`${change("turned")} where after.value::int - before.value::int = -5`)).toBe(200);
  });
});

test("two waves correlate as the trait is lasting, and items as it loads on them", async () => {
  const trait = { stability: 0.6, loading: 15, own: 15 };
  const items = { one: { about: 500 }, two: { about: 500 } };
  const recipe = recipeOf(
    { instruments: { likert: { range: [0, 1000], trait, items } }, surveys: [atStart, atExit] },
    9000,
  );
  await using(recipe, async ({ count }) => {
    const item = (name: string, wave: string) =>
      `(select participant, value::double as value from answer join response using (response) where wave = '${wave}' and item = '${name}')`;
    const correlation = (a: string, b: string) =>
      count(`select corr(a.value, b.value) from ${a} as a join ${b} as b using (participant)`);
    // Trait and own share of the variance alike: 1/2 within a wave, 0.6 of it between the waves. Standard error 0.01.
    expect(Math.abs((await correlation(item("one", "exit"), item("two", "exit"))) - 0.5)).toBeLessThan(0.04);
    expect(Math.abs((await correlation(item("one", "baseline"), item("one", "exit"))) - 0.3)).toBeLessThan(0.04);
  });
});

test("a survey more, or an item more, changes nothing about persons and the other questionnaires", async () => {
  const draw = { weights: { "1": 1, "2": 1, "3": 1 } };
  const instruments = { likert: { ...likert, items: { useful: draw }, missing: { blank: 0.1 } } };
  const surveys = [{ ...atStart, returned: { weights: { yes: 1, no: 1 } } }];
  const fewer = recipeOf({ instruments, surveys });
  const more = recipeOf({
    instruments: { ...instruments, other: { ...likert, items: { one: draw, two: draw } } },
    surveys: [...surveys, { ...atExit, instruments: ["other"] }],
  });
  const rows = (recipe: Recipe) =>
    using(recipe, ({ database }) =>
      database.all(`
        select participant, enrolment, municipality, item, value, missing
        from enrolment left join (from response join answer using (response) where instrument = 'likert') using (participant, municipality)
        order by all`),
    );
  expect(await rows(more)).toEqual(await rows(fewer));
});

test("an employer answers as itself, both times", async () => {
  const employers = {
    instruments: ["likert"],
    respondents: "employers" as const,
    answered: { from: "2021-04-01", days: [0, 3] as [number, number] },
  };
  const recipe = recipeOf({
    employers: [{ count: 7, fields: { municipality: "1781" } }],
    surveys: [
      { ...atStart, ...employers },
      { ...atExit, ...employers },
    ],
  });
  await using(recipe, async ({ count }) => {
    expect(await count("select count(*) from response where participant is null and municipality = '1781'")).toBe(14);
    expect(await count("select count(*) from employer semi join response using (employer)")).toBe(7);
  });
});

test("above ten thousand participants the answers stand beside the questionnaire", async () => {
  const recipe = recipeOf({ surveys: [atExit] });
  await using(
    recipe,
    async ({ count }) => expect(await count("select count(*) from response where item_useful = '4'")).toBe(10_002),
    10_002,
  );
  await using(recipe, async ({ count }) => expect(await count("select count(*) from answer")).toBe(10_000), 10_000);
});
