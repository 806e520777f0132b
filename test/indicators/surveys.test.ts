import { describe, expect, it } from "vitest";
import { readScale } from "../../electron/engine/definitions.ts";
import type { IndicatorQuestion } from "../../electron/engine/indicator-context.ts";
import type { FixtureRow } from "../fixtures/build.ts";
import { indicator, type Tables, workplace } from "./ask.ts";

const text = { sv: "…", en: "…" };

/** Three items of 1 to 5, the second reversed; `head` is the first two, of which one may be missing. */
const scale = readScale("scale.json", {
  scale: "mood",
  title: text,
  description: text,
  source: "test",
  items: [1, 2, 3],
  lowest: 1,
  highest: 5,
  reversed: [2],
  subscales: { head: [1, 2] },
  missing: { head: 1 },
}).definition!;

/** A returned questionnaire with the values of its items in order; null is an item without a value. */
function returned(
  response: string,
  participant: string | null,
  wave: string,
  day: string,
  values: (number | null)[],
  more: FixtureRow = {},
) {
  const row = {
    response,
    instrument: "mood",
    wave,
    participant,
    municipality: "1781",
    answered_on: day,
    mode: "paper",
    ...more,
  };
  return { row, items: values.map((value, item) => ({ response, item: String(item + 1), value })) };
}

function delivered(
  enrolment: FixtureRow[],
  forms: ReturnType<typeof returned>[],
  participant: FixtureRow[] = [],
): Tables {
  return {
    participant,
    enrolment,
    response: forms.map(({ row }) => row),
    answer: forms.flatMap(({ items }) => items),
  };
}

async function answer(tables: Tables, definition: Record<string, unknown>, question: Partial<IndicatorQuestion> = {}) {
  const place = await workplace(tables, { scales: [scale] });
  try {
    return await place.ask(indicator(definition), question);
  } finally {
    await place.close();
  }
}

describe("respondents", () => {
  const enrolment = [
    { participant: "A", started_on: "2021-01-01", age_at_start: 18, municipality: "1784" },
    { participant: "A", started_on: "2022-01-01", age_at_start: 21 },
    { participant: "B", started_on: "2021-01-01", age_at_start: 22 },
    { participant: "N", started_on: "2021-01-01", eligible: "N" },
  ];
  const participant = [{ participant: "A", sex_at_enrolment: "F" }];
  const forms = [
    returned("1", "A", "exit", "2021-06-01", [4]),
    returned("2", "A", "exit", "2022-06-01", [2]),
    returned("3", "B", "exit", "2022-06-01", [null]),
    returned("4", null, "exit", "2022-06-01", [5], { municipality: "1784", mode: "sms_link" }),
    returned("5", "B", "baseline", "2021-01-01", [5]),
    returned("6", "N", "exit", "2022-06-01", [5]),
    returned("7", "A", "exit", "2022-12-31", [5], { instrument: "other" }),
  ];
  const tables = delivered(enrolment, forms, participant);
  const definition = {
    numerator: { answer: { instrument: "mood", wave: "exit", item: 1, at_least: 4 } },
    denominator: "respondents",
  };

  it("each person once, an anonymous one too; no answer is unknown; outside the target group is out", async () => {
    // Last: A's 2 is a no, B has not answered the item, the anonymous 5 is a yes. First: A's 4 is a yes.
    expect(await answer(tables, definition)).toMatchObject([{ n: 3, k: 1, unknown: 1 }]);
    const first = { ...definition, person: { rule: "once", which: "first" } };
    expect(await answer(tables, first)).toMatchObject([{ n: 3, k: 2, unknown: 1 }]);
    const any = { ...definition, person: { rule: "once", which: "any" } };
    expect(await answer(tables, any)).toMatchObject([{ n: 3, k: 2, unknown: 1 }]);
  });
  it("nothing answered after the cut-off is known", async () => {
    expect(await answer(tables, definition, { cutoff: "2022-05-31" })).toMatchObject([{ n: 1, k: 1, unknown: 0 }]);
  });
  it("groups: the anonymous is unknown, the municipality and the mode are the questionnaire's", async () => {
    const by = async (column: "sex" | "municipality" | "mode" | "age_band" | "year") =>
      (await answer(tables, definition, { by: [column] })).map((row) => [row[column], row.n]);
    expect(await by("sex")).toEqual([
      ["F", 1],
      ["U", 2],
    ]);
    expect(await by("municipality")).toEqual([
      ["1781", 2],
      ["1784", 1],
    ]);
    expect(await by("mode")).toEqual([
      ["paper", 2],
      ["sms_link", 1],
    ]);
    // A's second stay, at 21, had started by the day of the answer.
    expect(await by("age_band")).toEqual([
      ["20-24", 2],
      ["U", 1],
    ]);
    expect(await by("year")).toEqual([
      [2021, 1],
      [2022, 1],
      [null, 1],
    ]);
  });
  it("the mode is only of questionnaires", async () => {
    await expect(answer(tables, {}, { by: ["mode"] })).rejects.toThrow("mode of answer");
  });
  it("an answer as part of a composite of enrolments is the person's last at the wave", async () => {
    // Of the enrolled A (2: no) and B (no answer: unknown).
    expect(await answer(tables, { ...definition, denominator: "enrolled" })).toMatchObject([
      { n: 2, k: 0, unknown: 1 },
    ]);
  });
});

describe("scores", () => {
  const enrolment = ["A", "B", "C"].map((participant) => ({ participant, started_on: "2021-01-01" }));
  // Item 2 is reversed: A 5+(6-1)+5 = 15, B 1+(6-5)+1 = 3, C lacks an item of the total; of head A 10, B 2, C 4 prorated to 8.
  const forms = [
    returned("1", "A", "exit", "2022-01-01", [5, 1, 5]),
    returned("2", "B", "exit", "2022-01-01", [1, 5, 1]),
    returned("3", "C", "exit", "2022-01-01", [4, null, 4]),
  ];
  const tables = delivered(enrolment, forms);

  it("mean: of those with a score, with its t interval; the others are unknown", async () => {
    // 15 and 3: mean 9, sd 8.485281, t(1) 12.7062; 9 ± 12.7062 × 8.485281 / √2 = 9 ± 76.2372.
    const [row] = await answer(tables, { kind: "mean", score: { scale: "mood", wave: "exit" } });
    expect(row).toMatchObject({ n: 2, k: null, unknown: 1, estimate: 9, low_precision: null });
    expect(row!.lower).toBeCloseTo(9 - 76.2372, 3);
    expect(row!.upper).toBeCloseTo(9 + 76.2372, 3);
  });
  it("mean: missing items as the subscale allows, prorated", async () => {
    const [row] = await answer(tables, { kind: "mean", score: { scale: "mood", subscale: "head", wave: "exit" } });
    expect(row!.n).toBe(3);
    expect(row!.estimate).toBeCloseTo((10 + 2 + 8) / 3, 12);
  });
  it("mean: of one or none there is no interval", async () => {
    const mean = { kind: "mean", score: { scale: "mood", wave: "exit" } };
    expect(await answer(delivered(enrolment, forms.slice(0, 1)), mean)).toMatchObject([
      { n: 1, estimate: 15, lower: null, upper: null },
    ]);
    expect(await answer(delivered(enrolment, []), mean)).toMatchObject([
      { n: 0, estimate: null, lower: null, upper: null },
    ]);
  });
  it("share: a score as numerator, of respondents and of the enrolled", async () => {
    const numerator = { score: { scale: "mood", wave: "exit", at_least: 10 } };
    expect(await answer(tables, { numerator, denominator: "respondents" })).toMatchObject([{ n: 3, k: 1, unknown: 1 }]);
    expect(await answer(tables, { numerator, denominator: "enrolled" })).toMatchObject([{ n: 3, k: 1, unknown: 1 }]);
  });
  it("a scale that is not there is a sentence", async () => {
    await expect(answer(tables, { kind: "mean", score: { scale: "gloom", wave: "exit" } })).rejects.toThrow(
      'There is no scale "gloom"',
    );
    await expect(
      answer(tables, { kind: "mean", score: { scale: "mood", subscale: "feet", wave: "exit" } }),
    ).rejects.toThrow("no subscale");
  });
});

describe("pairs", () => {
  const enrolment = ["A", "B", "C", "D"].map((participant) => ({ participant, started_on: "2021-01-01" }));
  // Totals with item 2 turned. A 3 → 15, B 9 → 9, C only before, D no score after; the anonymous cannot be paired.
  const forms = [
    returned("1", "A", "baseline", "2021-02-01", [1, 5, 1], { municipality: "1784" }),
    returned("2", "A", "exit", "2022-02-01", [5, 1, 5]),
    returned("3", "B", "baseline", "2021-02-01", [3, 3, 3]),
    returned("4", "B", "exit", "2022-02-01", [3, 3, 3]),
    returned("5", "C", "baseline", "2021-02-01", [3, 3, 3]),
    returned("6", "D", "baseline", "2021-02-01", [3, 3, 3]),
    returned("7", "D", "exit", "2022-02-01", [3, null, 3]),
    returned("8", null, "baseline", "2021-02-01", [3, 3, 3]),
    returned("9", null, "exit", "2022-02-01", [5, 1, 5]),
  ];
  const definition = { kind: "change", change: { scale: "mood", from: "baseline", to: "exit" } };

  it("change: the mean of the differences with its t interval", async () => {
    // 12 and 0: mean 6, sd 8.485281; 6 ± 76.2372.
    const [row] = await answer(delivered(enrolment, forms), definition);
    expect(row).toMatchObject({ n: 2, unknown: 0, estimate: 6 });
    expect(row!.lower).toBeCloseTo(6 - 76.2372, 3);
  });
  it("is in the group of the later questionnaire, also with a selection", async () => {
    const rows = await answer(delivered(enrolment, forms), definition, { by: ["municipality"] });
    expect(rows.map(({ municipality, n }) => [municipality, n])).toEqual([["1781", 2]]);
    const selected = await answer(delivered(enrolment, forms), definition, { selection: { municipality: ["1781"] } });
    expect(selected).toMatchObject([{ n: 2, estimate: 6 }]);
  });
  it("of several at a wave the last with a score, or the first", async () => {
    const again = returned("10", "A", "exit", "2022-03-01", [1, 5, 1]);
    const tables = delivered(enrolment, [...forms, again]);
    expect(await answer(tables, definition)).toMatchObject([{ n: 2, estimate: 0 }]);
    const first = { ...definition, person: { rule: "once", which: "first" } };
    expect(await answer(tables, first)).toMatchObject([{ n: 2, estimate: 6 }]);
  });
});

describe("what is of no person", () => {
  const tables: Tables = {
    enrolment: [
      { participant: "A", started_on: "2021-01-01" },
      { participant: "B", started_on: "2021-01-01", municipality: "1784" },
      { participant: "N", started_on: "2021-01-01", eligible: "N" },
    ],
    employer: [
      { employer: "X", municipality: "1781" },
      { employer: "Y", municipality: "1784" },
    ],
    contact: [
      { employer: "X", contacted_on: "2021-01-01", purpose: "cooperation" },
      { employer: "X", contacted_on: "2022-12-31", purpose: "method" },
      { employer: "X", contacted_on: "2020-12-31", purpose: "method" },
      { employer: "Y", contacted_on: "2022-01-01", purpose: "agreement" },
    ],
    activity: [
      { enrolment: "E1", kind: "coaching", started_on: "2021-01-01", hours: 1.5 },
      { enrolment: "E1", kind: "coaching", started_on: "2022-01-01", hours: null },
      { enrolment: "E2", kind: "coaching", started_on: "2022-06-01", hours: 10 },
      { enrolment: "E2", kind: "coaching", started_on: "2020-12-31", hours: 100 },
      { enrolment: "E3", kind: "coaching", started_on: "2022-01-01", hours: 1000 },
    ],
    milestone: [
      { node: "a", municipality: "1781", status: "reached", reached_on: "2022-06-01" },
      { node: "a", status: "reached" },
      { node: "a", status: "planned" },
      { node: "a", status: "dropped" },
      { node: "b", status: "reached" },
    ],
  };

  it("contacts: within the programme and by the cut-off, in the employer's municipality", async () => {
    const contacts = { kind: "count", count: "contacts" };
    expect(await answer(tables, contacts)).toMatchObject([{ n: 3, k: 3, unknown: 0, estimate: 3, lower: null }]);
    expect(await answer(tables, contacts, { cutoff: "2022-12-30" })).toMatchObject([{ k: 2 }]);
    expect(await answer(tables, contacts, { selection: { municipality: ["1784"] } })).toMatchObject([{ k: 1 }]);
    expect(await answer(tables, contacts, { selection: { sex: ["F"] } })).toMatchObject([{ k: 0 }]);
    const rows = await answer(tables, contacts, { by: ["municipality", "sex"] });
    expect(rows.map(({ municipality, sex, k }) => [municipality, sex, k])).toEqual([
      ["1781", "U", 2],
      ["1784", "U", 1],
    ]);
  });
  it("hours: of the enrolled, within the programme and by the cut-off, in the enrolment's municipality", async () => {
    // 1.5 + 10; one activity without hours is unknown; N is outside the target group.
    const hours = { kind: "count", count: "hours" };
    expect(await answer(tables, hours)).toMatchObject([{ n: 3, k: 11.5, unknown: 1, estimate: 11.5 }]);
    expect(await answer(tables, hours, { cutoff: "2022-05-31" })).toMatchObject([{ n: 2, k: 1.5, unknown: 1 }]);
    const rows = await answer(tables, hours, { by: ["municipality"] });
    expect(rows.map(({ municipality, k }) => [municipality, k])).toEqual([
      ["1781", 1.5],
      ["1784", 10],
    ]);
  });
  it("milestones: reached of those not dropped", async () => {
    // Of a: two reached, one planned; one dropped.
    const milestones = { kind: "milestone", milestone: ["a"] };
    expect(await answer(tables, milestones)).toMatchObject([
      { n: 3, k: 2, unknown: 1, lower: null, low_precision: null },
    ]);
    expect(await answer(tables, milestones, { cutoff: "2022-05-31" })).toMatchObject([{ n: 3, k: 1 }]);
    expect(await answer(tables, { kind: "milestone", milestone: ["a", "b"] })).toMatchObject([{ n: 4, k: 3 }]);
  });
});
