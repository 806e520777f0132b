import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IndicatorQuestion } from "../../electron/engine/indicator-context.ts";
import { indicator, programme, type Workplace, workplace } from "./ask.ts";

const source = (text: string) => ({ source: text });
const targets = [
  { indicator: "case", value: 0.6, unit: "share", comparator: ">=", ...source("the whole") },
  {
    indicator: "case",
    value: 0.05,
    unit: "share",
    comparator: ">=",
    scope: { municipality: "1781" },
    ...source("1781"),
  },
  { indicator: "case", value: 0.9, unit: "share", comparator: "<=", valid_to: "2022-06-30", ...source("until June") },
  { indicator: "enrolled", value: 100, unit: "count", comparator: ">=", ...source("all") },
  {
    indicator: "enrolled",
    value: 2,
    unit: "count",
    comparator: ">=",
    scope: { municipality: "1781", sex: "F" },
    ...source("women"),
  },
  {
    indicator: "enrolled",
    value: 2,
    unit: "count",
    comparator: "=",
    scope: { municipality: "1781", sex: "M" },
    ...source("men"),
  },
];

// In 1781 twenty have left, A to work: F 10 of 10, M 0 of 10; in 1784 one man, to work.
const people = Array.from({ length: 21 }, (_, each) => ({
  participant: `P${each}`,
  sex_at_enrolment: each < 10 ? "F" : "M",
}));
const enrolment = people.map(({ participant }, each) => ({
  participant,
  municipality: each < 20 ? "1781" : "1784",
  ended_on: "2022-01-01",
  exit_reason: each < 10 || each === 20 ? "work" : "moved",
}));
const share = indicator({});
const enrolled = indicator({ indicator: "enrolled", kind: "count", count: "persons" });

describe("targets", () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await workplace(
      { participant: people, enrolment },
      { programme: programme({ indicators: ["case", "enrolled"], targets }) },
    );
  });
  afterAll(() => place.close());

  async function shown(definition: typeof share, question: Partial<IndicatorQuestion>) {
    const rows = await place.ask(definition, question);
    return rows.map(({ targets: listed, target, comparator, attained }) => {
      const all = JSON.parse(String(listed)) as Record<string, unknown>[];
      expect([target, comparator, attained]).toEqual([
        all[0]?.value ?? null,
        all[0]?.comparator ?? null,
        all[0]?.attained ?? null,
      ]);
      return all.map((each) => `${each.source}: ${each.attained}`);
    });
  }

  it("of the programme holds for all; the municipality's only where it is meant", async () => {
    // 11 of 21 is 0.32–0.72 (Wilson) and covers 0.6.
    expect(await shown(share, {})).toEqual([["the whole: undecided"]]);
  });
  it("of a share holds for parts too: both are shown with a selection or a group of the municipality", async () => {
    // 10 of 20 is 0.30–0.70: covers 0.6, above 0.05. 1 of 1 is 0.21–1.
    const both = ["the whole: undecided", "1781: yes"];
    expect(await shown(share, { selection: { municipality: ["1781"] } })).toEqual([both]);
    expect(await shown(share, { by: ["municipality"] })).toEqual([both, ["the whole: undecided"]]);
  });
  it("of a share: yes and no where the interval lies on one side", async () => {
    // Women 10 of 10: 0.72–1. Men 0 of 10: 0–0.28, which covers 0.05.
    const rows = await shown(share, { by: ["sex"], selection: { municipality: ["1781"] } });
    expect(rows).toEqual([
      ["the whole: yes", "1781: yes"],
      ["the whole: no", "1781: undecided"],
    ]);
  });
  it("of a selection of several municipalities is not that of one of them", async () => {
    expect(await shown(share, { selection: { municipality: ["1781", "1784"] } })).toEqual([["the whole: undecided"]]);
  });
  it("is of its days, the last included", async () => {
    expect(await shown(share, { cutoff: "2022-06-30" })).toEqual([["the whole: undecided", "until June: yes"]]);
    expect(await shown(share, { cutoff: "2022-07-01" })).toEqual([["the whole: undecided"]]);
  });
  it("in numbers holds for the whole and for no part", async () => {
    expect(await shown(enrolled, {})).toEqual([["all: no"]]);
    expect(await shown(enrolled, { selection: { municipality: ["1781"] } })).toEqual([[]]);
    expect(await shown(enrolled, { by: ["sex"] })).toEqual([[], []]);
    expect(await shown(enrolled, { by: ["year"] })).toEqual([[]]);
  });
  it("in numbers of a municipality and a sex, by selection, by group or by both", async () => {
    const expected = [["women: yes"], ["men: no"]];
    expect(await shown(enrolled, { by: ["sex"], selection: { municipality: ["1781"] } })).toEqual(expected);
    expect(await shown(enrolled, { by: ["municipality", "sex"] })).toEqual([...expected, []]);
    expect(await shown(enrolled, { selection: { municipality: ["1781"], sex: ["F"] } })).toEqual([["women: yes"]]);
    expect(await shown(enrolled, { by: ["sex"], selection: { municipality: ["1781"], education: ["U"] } })).toEqual([
      [],
      [],
    ]);
  });
  it("stand beside total rows too", async () => {
    const rows = await shown(enrolled, { by: ["municipality", "sex"], margins: true });
    // F and M in 1781, M in 1784; then the totals: 1781, 1784, F, M, all.
    expect(rows).toEqual([["women: yes"], ["men: no"], [], [], [], [], [], ["all: no"]]);
  });
  it("stand beside the groups of each column as beside those of one", async () => {
    const each = (selection: Record<string, string[]>) =>
      shown(enrolled, { by: ["sex", "year", "municipality"], margins: "each", selection });
    // F, M, the year, 1781, 1784, all.
    expect(await each({})).toEqual([[], [], [], [], [], ["all: no"]]);
    // F and M of the municipality; no more of a year than of any part.
    expect(await each({ municipality: ["1781"] })).toEqual([["women: yes"], ["men: no"], [], [], []]);
    expect(await each({ municipality: ["1781"], sex: ["F"] })).toEqual([
      ["women: yes"],
      [],
      ["women: yes"],
      ["women: yes"],
    ]);
  });
  it("of the indicator itself come after the programme's, and hold without one", async () => {
    const own = [
      { value: 0.3, unit: "share", comparator: ">=", ...source("own, all") },
      { value: 0.7, unit: "share", comparator: ">=", scope: { municipality: "1781" }, ...source("own, 1781") },
    ];
    // 11 of 21 is 0.32–0.72: above 0.3. 10 of 20 is 0.30 (0.299)–0.70 (0.701): covers both.
    expect(await shown(indicator({ targets: own }), {})).toEqual([["the whole: undecided", "own, all: yes"]]);
    expect(await shown(indicator({ targets: own }), { selection: { municipality: ["1781"] } })).toEqual([
      ["the whole: undecided", "1781: yes", "own, all: undecided", "own, 1781: undecided"],
    ]);
    // A copy: no programme knows its name.
    const copy = indicator({ indicator: "copy", targets: [{ ...own[0], value: 0.8 }] });
    expect(await shown(copy, {})).toEqual([["own, all: no"]]);
    const most = { value: 20, unit: "count", comparator: "<=", ...source("own") };
    const counted = { indicator: "enrolled", kind: "count", count: "persons", targets: [most] };
    expect(await shown(indicator(counted), {})).toEqual([["all: no", "own: no"]]);
    expect(await shown(indicator(counted), { by: ["sex"] })).toEqual([[], []]);
  });
  it("is null where there is nothing to judge", async () => {
    expect(await shown(share, { selection: { sex: ["X"] } })).toEqual([["the whole: null"]]);
  });
});
