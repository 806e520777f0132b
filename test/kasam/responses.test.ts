import { describe, expect, test } from "vitest";
import type { FixtureRow } from "../fixtures/build.ts";
import { ask, type Form, survey } from "./survey.ts";

const answers = [6, 3, 2, 4, 4, 5, 5, 3, 3, 4, 4, 2, 5];
const form = (participant: string | null, wave: string, answered_on: string, more: FixtureRow = {}): Form => ({
  participant,
  wave,
  answers,
  more: { answered_on, ...more },
});

describe("who could answer", () => {
  // Open March to September, down in April and May; the exit survey from September on.
  const collection = [
    {
      instrument: "soc13",
      wave: "baseline",
      opened_on: "2021-03-01",
      closed_on: "2021-09-30",
      outage_from: "2021-04-01",
      outage_to: "2021-05-31",
    },
    { instrument: "soc13", wave: "exit", opened_on: "2021-09-01", closed_on: "2022-12-31" },
  ];
  const enrolment = [
    { participant: "A", started_on: "2021-01-01", ended_on: "2021-10-01" },
    { participant: "B", started_on: "2021-01-01" },
    // Gone before the questionnaire existed; there only while it was down; left before there was an exit survey.
    { participant: "C", started_on: "2021-01-01", ended_on: "2021-02-01" },
    { participant: "D", started_on: "2021-04-05", ended_on: "2021-05-20" },
    { participant: "E", started_on: "2021-06-10", ended_on: "2021-08-01" },
    { participant: "F", started_on: "2021-06-01", ended_on: "2022-05-01", municipality: "1780" },
    { participant: "N", started_on: "2021-01-01", eligible: "N" },
  ];
  const forms = [
    form("A", "baseline", "2021-03-10", { mode: "web" }),
    form("A", "baseline", "2021-03-20", { mode: "web" }),
    form("F", "baseline", "2021-06-10", { municipality: "1780" }),
    form("D", "baseline", "2021-04-20"),
    form("A", "exit", "2021-10-01"),
    form(null, "exit", "2021-11-01", { mode: "sms_link" }),
  ];
  const columns = ["wave", "group", "could_answer", "received", "anonymous", "unexpected"];
  const asked = (by: string) => ask(forms, "kasam_response", { by }, columns, { tables: { enrolment, collection } });

  test("were there on a day when it was open, and at exit have left since", async () => {
    expect(await asked("none")).toEqual([
      { wave: "baseline", group: "all", could_answer: 4, received: 2, anonymous: 0, unexpected: 1 },
      { wave: "exit", group: "all", could_answer: 2, received: 1, anonymous: 1, unexpected: 0 },
    ]);
  });
  test("by municipality and by the first month when they could", async () => {
    expect(await asked("municipality")).toEqual([
      { wave: "baseline", group: "1780", could_answer: 1, received: 1, anonymous: 0, unexpected: 0 },
      { wave: "baseline", group: "1781", could_answer: 3, received: 1, anonymous: 0, unexpected: 1 },
      { wave: "exit", group: "1780", could_answer: 1, received: 0, anonymous: 0, unexpected: 0 },
      { wave: "exit", group: "1781", could_answer: 1, received: 1, anonymous: 1, unexpected: 0 },
    ]);
    const months = (await asked("month")).filter(({ wave, could_answer }) => wave === "baseline" && could_answer !== 0);
    expect(months.map(({ group, could_answer }) => [group, could_answer])).toEqual([
      ["2021-03", 2],
      ["2021-06", 2],
    ]);
  });
  test("answers of a group in which nobody could still have the wave's window", async () => {
    const rows = await ask(forms, "kasam_response", { by: "sex" }, ["wave", "group", "anonymous", "window_known"], {
      tables: {
        participant: ["A", "B", "C", "D", "E", "F", "N"].map((participant) => ({ participant, sex_at_enrolment: "F" })),
        enrolment,
        collection,
      },
    });
    expect(rows.filter(({ group }) => group === "U")).toEqual([
      { wave: "exit", group: "U", anonymous: 1, window_known: true },
    ]);
  });
  test("of two enrolments at once the later one says the group, and of two answers on one day the later in the delivery", async () => {
    const both = [
      { participant: "A", started_on: "2021-01-01", municipality: "1781" },
      { participant: "A", started_on: "2021-02-01", municipality: "1780" },
    ];
    const rows = (by: string) =>
      ask(
        [form("A", "baseline", "2021-03-10", { mode: "web" }), form("A", "baseline", "2021-03-10", { mode: "phone" })],
        "kasam_response",
        { by },
        ["group", "could_answer", "received"],
        { tables: { enrolment: both, collection } },
      );
    expect(await rows("municipality")).toEqual([{ group: "1780", could_answer: 1, received: 1 }]);
    expect(await rows("mode")).toEqual([{ group: "phone", could_answer: 1, received: 1 }]);
  });
  test("by mode all who could are the base", async () => {
    const rows = (await asked("mode")).filter(({ wave, received }) => wave === "baseline" && received !== 0);
    expect(rows.map(({ group, could_answer, received }) => [group, could_answer, received])).toEqual([
      ["paper", 4, 1],
      ["web", 4, 1],
    ]);
  });
});

test("what to look at in the answers", async () => {
  const same = (participant: string): Form => ({ participant, wave: "baseline", answers: Array(13).fill(4) });
  const few: Form = { participant: "B", wave: "baseline", answers: [...Array(10).fill(3), null, null, null] };
  const outage = [
    {
      instrument: "soc13",
      wave: "baseline",
      opened_on: "2021-01-01",
      closed_on: "2021-12-31",
      outage_from: "2021-05-01",
      outage_to: "2021-05-31",
    },
  ];
  const forms = [same("A"), few, form("C", "baseline", "2021-05-31"), form("C", "baseline", "2021-06-01")];
  const rows = await ask(forms, "kasam_quality", {}, ["survey_check", "k", "n"], { tables: { collection: outage } });
  expect(rows).toEqual([
    { survey_check: "in_outage", k: 1, n: 4 },
    { survey_check: "item_twice", k: 0, n: 4 },
    { survey_check: "missing_items", k: 1, n: 4 },
    { survey_check: "several_at_wave", k: 2, n: 4 },
    { survey_check: "straight_lining", k: 1, n: 4 },
  ]);
});

test("changes of nothing are dropped from the ranks, and a single pair has a change without an interval", async () => {
  const wave = (values: number[], name: string) =>
    values.map(
      (value, index): Form => ({
        participant: `P${index}`,
        wave: name,
        // Item 4 is not reversed, so the total moves with it.
        answers: answers.map((each, item) => (item === 3 ? value : each)),
      }),
    );
  const pairs = [...wave([1, 1, 1, 4, 4], "baseline"), ...wave([3, 3, 5, 4, 2], "exit")];
  const [total] = await ask(pairs, "kasam_change", {}, ["n", "change", "wilcoxon_v", "wilcoxon_p"]);
  // Changes 2, 2, 4, 0, −2 have the ranks 2, 2, 4 and −2. Of the 16 signs 4 have V of 8 or more, and 4 of 2 or less.
  expect(total).toEqual({ n: 5, change: 1.2, wilcoxon_v: 8, wilcoxon_p: 0.5 });
  const one = [pairs[0]!, pairs[5]!];
  expect((await ask(one, "kasam_change", {}, ["n", "change", "lower", "p"]))[0]).toEqual({
    n: 1,
    change: 2,
    lower: null,
    p: null,
  });
});

describe("other questionnaires", () => {
  const own = (response: string, values: Record<string, number>) =>
    Object.entries(values).map(([item, value]) => ({ response, item, value }));

  test("agreement is counted from the value that the definition says", async () => {
    const response = ["1", "2", "3"].map((key) => ({
      response: key,
      instrument: "project-final",
      wave: "exit",
      municipality: "1781",
      answered_on: "2022-03-01",
      mode: key === "1" ? "web" : "paper",
    }));
    const answer = [
      ...own("1", { health_better: 5, closer_to_labour_market: 3 }),
      ...own("2", { health_better: 4 }),
      ...own("3", { health_better: 1 }),
    ];
    const columns = ["item", "k", "n", "share", "modes"];
    const rows = await ask([], "survey_agreement", {}, columns, { tables: { response, answer } });
    expect(rows).toEqual([
      { item: "health_better", k: 2, n: 3, share: 2 / 3, modes: "paper, web" },
      { item: "closer_to_labour_market", k: 0, n: 1, share: 0, modes: "web" },
    ]);
  });

  test("employers are compared with themselves", async () => {
    const returned = (key: string, employer: string, wave: string) => ({
      response: key,
      instrument: "employer",
      wave,
      employer,
      municipality: "1781",
      answered_on: wave === "baseline" ? "2021-02-01" : "2022-02-01",
    });
    const tables = {
      employer: ["X", "Y"].map((employer) => ({ employer, municipality: "1781", agreement: "Y" })),
      response: [returned("1", "X", "baseline"), returned("2", "X", "exit"), returned("3", "Y", "baseline")],
      answer: [...own("1", { practice: 2 }), ...own("2", { practice: 4 }), ...own("3", { practice: 5 })],
    };
    const opened = await survey([], { tables });
    const columns = ["item", "n", "mean_pre", "mean_post", "change"];
    const rows = await opened.view("survey_employer_change", {}, columns);
    const answered = await opened.view("survey_answers", { scale: "employer" }, ["wave", "answer", "k", "n"]);
    await opened.close();
    expect(rows).toEqual([{ item: "practice", n: 1, mean_pre: 2, mean_post: 4, change: 2 }]);
    expect(answered.filter(({ k }) => k !== 0)).toEqual([
      { wave: "baseline", answer: 2, k: 1, n: 2 },
      { wave: "baseline", answer: 5, k: 1, n: 2 },
      { wave: "exit", answer: 4, k: 1, n: 1 },
    ]);
  });
});
