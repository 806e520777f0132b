import { describe, expect, onTestFinished, test } from "vitest";
import { Refusal } from "../../electron/refusal.ts";
import { ask, type Form, survey } from "./survey.ts";

// Totals and subscales of constant and rising answers are arithmetic from the key: domain.md 2.1, checked there by hand.
const rising = (items: number) => Array.from({ length: items }, (_, index) => (index % 7) + 1);
const constant = (items: number, value: number) => Array.from({ length: items }, () => value);
const patterns: [string, number[], number[], number[], number[]][] = [
  ["all 1", constant(29, 1), [107, 23, 46, 38], constant(13, 1), [43, 11, 16, 16]],
  ["all 4", constant(29, 4), [116, 44, 40, 32], constant(13, 4), [52, 20, 16, 16]],
  ["all 7", constant(29, 7), [125, 65, 34, 26], constant(13, 7), [61, 29, 16, 16]],
  ["rising", rising(29), [97, 45, 27, 25], rising(13), [57, 19, 21, 17]],
];

const form = (answers: (number | null)[], more = {}, participant: string | null = "A", wave = "baseline"): Form => ({
  participant,
  wave,
  answers,
  more,
});
const means = async (forms: Form[], params = {}, beside = {}) => {
  const rows = await ask(forms, "kasam_score", params, undefined, beside);
  return rows.map(({ mean }) => mean);
};

describe.each(patterns)("%s", (_, answers29, scores29, answers13, scores13) => {
  test("gives the published scores of SOC-29", async () => {
    expect(await means([form(answers29, { instrument: "soc29" })], { scale: "soc29" })).toEqual(scores29);
  });
  test("gives the published scores of SOC-13", async () => {
    expect(await means([form(answers13)])).toEqual(scores13);
  });
});

test.each(["kasam_score", "kasam_change", "kasam_sensitivity", "kasam_pairing", "kasam_distribution"])(
  "%s of one subscale is what it is among all",
  async (view) => {
    const people = [1, 2, 3].flatMap((value) => [
      form(constant(13, value), {}, `P${value}`),
      form(rising(13), {}, `P${value}`, "exit"),
    ]);
    const opened = await survey(people);
    onTestFinished(() => opened.close());
    const all = await opened.view(view);
    for (const subscale of ["total", "meaningfulness"]) {
      const own = all.filter((row) => row.subscale === subscale);
      expect(own.length).toBeGreaterThan(0);
      expect(await opened.view(view, { subscale })).toEqual(own);
    }
    await expect(async () => opened.view(view, { subscale: "no-such" })).rejects.toThrow(Refusal);
  },
);

test("items that the supplier has turned are not turned again", async () => {
  expect(await means([form(constant(13, 7))], {}, { items: "already_reversed" })).toEqual([91, 35, 28, 28]);
});

describe("missing items", () => {
  // Item 2 is of comprehensibility, item 6 as well, item 4 of meaningfulness.
  const without = (...items: number[]) => rising(13).map((value, index) => (items.includes(index + 1) ? null : value));
  const counts = ["subscale", "n_received", "n_scored", "n_prorated", "mean"];

  test("one of thirteen is prorated in the total, and leaves its subscale without a score", async () => {
    // 57 − 6 of the twelve others, times 13/12.
    expect(await ask([form(without(2))], "kasam_score", {}, counts)).toEqual([
      { subscale: "total", n_received: 1, n_scored: 1, n_prorated: 1, mean: ((57 - 6) * 13) / 12 },
      { subscale: "comprehensibility", n_received: 1, n_scored: 0, n_prorated: 0, mean: null },
      { subscale: "manageability", n_received: 1, n_scored: 1, n_prorated: 0, mean: 21 },
      { subscale: "meaningfulness", n_received: 1, n_scored: 1, n_prorated: 0, mean: 17 },
    ]);
  });
  test("two of thirteen leave no total", async () => {
    expect(await means([form(without(2, 4))])).toEqual([null, null, 21, null]);
  });
  test("strict leaves no total for one", async () => {
    expect(await means([form(without(2))], { missing: "strict" })).toEqual([null, null, 21, 17]);
  });
  test("two of twenty-nine are prorated, three are not", async () => {
    const answers = (missing: number) => constant(29, 4).map((value, index) => (index < missing ? null : value));
    const total = async (missing: number) =>
      (await means([form(answers(missing), { instrument: "soc29" })], { scale: "soc29" }))[0];
    expect(await total(2)).toBe(116);
    expect(await total(3)).toBeNull();
  });
  test("a questionnaire without any answer is received", async () => {
    const [total] = await ask([form([]), form(rising(13), {}, "B")], "kasam_score", {}, counts);
    expect(total).toEqual({ subscale: "total", n_received: 2, n_scored: 1, n_prorated: 0, mean: 57 });
  });
});

describe("an item answered more than once in a questionnaire is missing", () => {
  const twice = (answers: (number | null)[], ...values: (number | null)[]): Form => ({
    ...form(answers),
    again: values.map((value) => ({ item: 4, value })),
  });

  test("thirteen answers to eleven items are no total", async () => {
    // Items 1 to 11 but for item 4, each a 4: comprehensibility alone has all of its five items.
    expect(await means([twice(constant(11, 4), 7, 7)])).toEqual([null, 20, null, null]);
  });
  test("and is filled in where one may be missing", async () => {
    const scored = ["n_scored", "n_prorated", "mean"];
    const asked = (params = {}) => ask([twice(constant(13, 4), 7)], "kasam_score", params, scored);
    // Twelve items of 4, times 13/12.
    expect((await asked())[0]).toEqual({ n_scored: 1, n_prorated: 1, mean: 52 });
    expect((await asked())[3]).toEqual({ n_scored: 0, n_prorated: 0, mean: null });
    expect((await asked({ missing: "strict" }))[0]).toEqual({ n_scored: 0, n_prorated: 0, mean: null });
  });
  test("nor does it matter that both answers are the same, but a blank beside an answer is none", async () => {
    expect(await means([twice(constant(13, 4), 4)])).toEqual([52, 20, 16, null]);
    expect(await means([twice(constant(13, 4), null)])).toEqual([52, 20, 16, 16]);
  });
  test("nor is it among the item's answers and covariances, while the delivered rows stay", async () => {
    const opened = await survey([
      { ...twice(rising(13), 7), participant: "A" },
      form(rising(13), {}, "B"),
      form(constant(13, 7), {}, "C"),
    ]);
    onTestFinished(() => opened.close());
    const answers = await opened.view("survey_answers", {}, ["item", "answer", "k", "n"]);
    expect(answers.filter(({ item, k }) => item === "4" && k !== 0)).toEqual([
      { item: "4", answer: 4, k: 1, n: 2 },
      { item: "4", answer: 7, k: 1, n: 2 },
    ]);
    expect(answers.find(({ item }) => item === "5")).toMatchObject({ n: 3 });
    const items = await opened.view("kasam_item", {}, ["n"]);
    expect(items).toEqual(Array(13).fill({ n: 2 }));
    const checks = await opened.view("kasam_quality", {}, ["survey_check", "k", "n"]);
    expect(checks).toContainEqual({ survey_check: "item_twice", k: 1, n: 3 });
    const delivered = "select value from answer where item = '4' and response = 'R000001' order by value";
    expect(await opened.rows(delivered)).toEqual([{ value: 4 }, { value: 7 }]);
  });
  test("in an indicator as well", async () => {
    const opened = await survey([twice(constant(11, 4), 7, 7)]);
    onTestFinished(() => opened.close());
    const known = "select count(*)::integer as n, count(value)::integer as answered from known_answer()";
    expect(await opened.rows(known)).toEqual([{ n: 13, answered: 10 }]);
  });
});

describe("who counts", () => {
  test("an anonymous answer is a person of its own in the scores, and never a pair", async () => {
    const forms = [
      form(constant(13, 4), {}, null),
      form(constant(13, 7), {}, null),
      form(rising(13), {}, null, "exit"),
    ];
    const rows = await ask(forms, "kasam_score", {}, ["subscale", "wave", "n_received", "n_scored", "mean"]);
    expect(rows.filter(({ subscale }) => subscale === "total")).toEqual([
      { subscale: "total", wave: "baseline", n_received: 2, n_scored: 2, mean: 56.5 },
      { subscale: "total", wave: "exit", n_received: 1, n_scored: 1, mean: 57 },
    ]);
    expect(await ask(forms, "kasam_change")).toEqual([]);
  });

  test("of several questionnaires at a wave the last with a score counts, by subscale", async () => {
    const forms = [
      form(constant(13, 1), { answered_on: "2021-02-01" }),
      form(constant(13, 7), { answered_on: "2021-03-01" }),
      // Only manageability can be scored.
      form([null, null, 4, null, 4, null, null, null, null, 4, null, null, 4], { answered_on: "2021-04-01" }),
    ];
    expect(await ask(forms, "kasam_score", {}, ["n_received", "n_scored", "mean"])).toEqual([
      { n_received: 1, n_scored: 1, mean: 61 },
      { n_received: 1, n_scored: 1, mean: 29 },
      { n_received: 1, n_scored: 1, mean: 16 },
      { n_received: 1, n_scored: 1, mean: 16 },
    ]);
  });

  test("those outside the target group do not, and nothing after the cut-off", async () => {
    const forms = [form(rising(13)), form(rising(13), {}, "N"), form(rising(13), { answered_on: "2022-11-01" }, "B")];
    const enrolment = [
      { participant: "A", started_on: "2021-01-01" },
      { participant: "B", started_on: "2021-01-01" },
      { participant: "N", started_on: "2021-01-01", eligible: "N" },
    ];
    const rows = await ask(forms, "kasam_score", { cutoff: "2022-10-01" }, ["n_received"], { tables: { enrolment } });
    expect(rows[0]).toEqual({ n_received: 1 });
  });

  test("groups, with the modes of those scored", async () => {
    const forms = [
      form(constant(13, 4), { mode: "web" }),
      form(constant(13, 7), { mode: "paper" }, "B"),
      form(constant(13, 1), { mode: "staff_assisted", municipality: "1780" }, "C"),
    ];
    const columns = ["group", "n_scored", "modes", "mean"];
    const total = async (by: string) =>
      (await ask(forms, "kasam_score", { by }, [...columns, "subscale"])).filter(
        ({ subscale }) => subscale === "total",
      );
    expect(await total("municipality")).toEqual([
      { subscale: "total", group: "1780", n_scored: 1, modes: "staff_assisted", mean: 43 },
      { subscale: "total", group: "1781", n_scored: 2, modes: "paper, web", mean: 56.5 },
    ]);
    expect((await total("mode")).map(({ group }) => group)).toEqual(["paper", "staff_assisted", "web"]);
    await expect(total("favourite_colour")).rejects.toThrow();
  });
});

test.each([
  ["kasam_score", "by", "colour", "municipality, sex"],
  ["kasam_score", "missing", "none", "prorate, strict"],
  ["kasam_score", "scale", "soc12", "soc13, soc29"],
  ["kasam_score", "scale", "", "soc13, soc29"],
  ["kasam_score", "scale", null, "soc13, soc29"],
  ["kasam_score", "subscale", "", "total"],
  ["kasam_change", "from", "start", "baseline, mid, exit, followup"],
  ["kasam_response", "by", "week", "income_at_start, month"],
])("%s refuses a %s that there is not, and names those that there are", async (view, param, value, choices) => {
  const refused = await ask([form(rising(13))], view, { [param]: value }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  const { code, message, text } = refused as Refusal;
  expect(code).toBe("unknown_choice");
  expect(text.en).toContain(choices);
  expect(text.sv).toContain(choices);
  expect(text.sv).toContain("Välj bland");
  expect(message).not.toBe("");
});
