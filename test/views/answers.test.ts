import { afterAll, beforeAll, expect, test } from "vitest";
import type { Value } from "../../electron/contract.ts";
import { cutoff, openTown, programme, type Town } from "./small-town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** The rows of a view as arrays of the columns named. */
async function ask(view: string, columns: string[], params: Record<string, Value> = { cutoff }): Promise<unknown[][]> {
  const { sql, params: bound } = town.session.viewSql(view, params);
  const rows = await town.session.database.rows(sql, bound);
  return rows.map((row) => columns.map((column) => row[column]));
}

test("exit reasons count each person at the last exit by the cut-off", async () => {
  expect(await ask("exit_reasons", ["exit_reason", "k", "n", "to_work_or_studies"])).toEqual([
    ["work", 2, 6, true],
    ["studies", 1, 6, true],
    ["moved", 1, 6, false],
    ["unknown", 2, 6, false],
  ]);
});

test("without parameters the day of the extract is the cut-off, and D has left to work", async () => {
  expect(await ask("exit_reasons", ["exit_reason", "k", "n"], {})).toEqual([
    ["work", 3, 6],
    ["studies", 1, 6],
    ["unknown", 2, 6],
  ]);
});

test("an exit on the day of the cut-off counts, a day earlier it does not", async () => {
  const base = async (day: string) => (await ask("exit_reasons", ["n"], { cutoff: day }))[0]?.[0];
  expect(await base("2022-10-01")).toBe(6);
  expect(await base("2022-09-30")).toBe(5);
});

test("exit reasons by sex have the sex as their base", async () => {
  expect(await ask("exit_reasons_by_sex", ["exit_reason", "sex", "k", "n"])).toEqual([
    ["work", "F", 2, 3],
    ["moved", "M", 1, 3],
    ["studies", "M", 1, 3],
    ["unknown", "F", 1, 3],
    ["unknown", "M", 1, 3],
  ]);
});

test("inflow takes the route of the first enrolment, so no one came as an existing client", async () => {
  const rows = await ask("inflow", ["inflow_route", "k", "n"]);
  expect(rows.map(([route]) => route)).toEqual([
    "adult_unit",
    "fk",
    "kaa",
    "open_intake_self",
    "pes",
    "school",
    "unknown",
  ]);
  expect(rows.every(([, k, n]) => k === 1 && n === 7)).toBe(true);
});

test("each step of the flow is a part of the one before", async () => {
  expect(await ask("participant_flow", ["step", "k", "dropped", "n"])).toEqual([
    ["registered", 8, 0, 8],
    ["eligible", 7, 1, 8],
    ["enrolled", 7, 0, 8],
    ["exited", 6, 1, 8],
    ["outcome_known", 5, 1, 8],
    ["followed_up", 1, 4, 8],
  ]);
});

test("a contact and an outcome after the cut-off are known later", async () => {
  const rows = await ask("participant_flow", ["step", "k"], {});
  expect(Object.fromEntries(rows as [string, number][])).toMatchObject({ exited: 6, outcome_known: 5, followed_up: 2 });
});

test("to work or studies stands on both denominators", async () => {
  const columns = ["municipality", "denominator", "n", "k", "unknown", "attained"];
  expect(await ask("work_or_study_by_municipality", columns)).toEqual([
    ["1780", "exited", 1, 0, 0, "undecided"],
    ["1780", "enrolled", 2, 0, 0, "undecided"],
    ["1781", "exited", 5, 3, 2, "undecided"],
    ["1781", "enrolled", 5, 3, 2, "undecided"],
  ]);
  // D has left once and is back in: by the end of the year to work, among three enrolled.
  expect((await ask("work_or_study_by_municipality", columns, {})).slice(0, 2)).toEqual([
    ["1780", "exited", 1, 1, 0, "undecided"],
    ["1780", "enrolled", 3, 1, 0, "undecided"],
  ]);
});

test("the limits are Wilson's and all targets of a municipality are listed", async () => {
  const [row] = (await ask("work_or_study_by_municipality", ["share", "lower", "upper", "target", "targets"])).slice(2);
  const [share, lower, upper, target, targets] = row ?? [];
  expect(share).toBeCloseTo(0.6, 12);
  expect(lower).toBeCloseTo(0.230_724, 6);
  expect(upper).toBeCloseTo(0.882_379, 6);
  expect(target).toBe(0.6);
  expect(JSON.parse(String(targets))).toMatchObject([
    { value: 0.6, comparator: ">=", attained: "undecided" },
    { value: 0.5, title: { sv: expect.stringContaining("50") } },
  ]);
});

test("participants stand against the target of their municipality and sex", async () => {
  expect(await ask("participants_by_sex", ["municipality", "sex", "k", "n", "target", "attained"])).toEqual([
    ["1780", "M", 1, 2, null, null],
    ["1780", "X", 1, 2, null, null],
    ["1781", "F", 3, 5, 22, "no"],
    ["1781", "M", 2, 5, 33, "no"],
  ]);
});

test("a group with a target is shown when nobody has come, and no target where only a part is selected", async () => {
  const columns = ["municipality", "sex", "k", "target"];
  expect(await ask("participants_by_sex", columns, { cutoff: "2020-10-31" })).toEqual([
    ["1781", "F", 1, 22],
    ["1781", "M", 0, 33],
  ]);
  expect(await ask("participants_by_sex", columns, { cutoff, selection: '{"inflow_route": ["kaa"]}' })).toEqual([
    ["1781", "F", 1, null],
  ]);
});

test("months without enrolments and exits are there", async () => {
  const rows = await ask("enrolments_and_exits", ["month", "enrolled", "exited"]);
  expect(rows).toHaveLength(25);
  expect(rows[0]).toEqual(["2020-10-01", 1, 0]);
  expect(rows[1]).toEqual(["2020-11-01", 0, 0]);
  expect(rows[3]).toEqual(["2021-01-01", 2, 0]);
  expect(rows.at(-1)).toEqual(["2022-10-01", 0, 1]);
  const sum = (at: number) => rows.reduce((total, row) => total + Number(row[at]), 0);
  expect([sum(1), sum(2)]).toEqual([9, 7]);
});

test("age is that at the first enrolment, in the programme's bands", async () => {
  expect(await ask("age_at_start_by_sex", ["age_band", "sex", "k", "n"])).toEqual([
    ["15-19", "F", 1, 3],
    ["20-24", "F", 1, 3],
    ["20-24", "M", 2, 3],
    ["25-29", "F", 1, 3],
    ["U", "M", 1, 3],
    ["U", "X", 1, 1],
  ]);
});

test("time in the programme has medians and quartiles of ended enrolments", async () => {
  expect(
    await ask("time_in_programme", ["municipality", "n", "median_days", "lower_quartile", "upper_quartile"]),
  ).toEqual([
    ["1780", 1, 89, 89, 89],
    ["1781", 6, 175.5, 111, 200.25],
  ]);
});

test("outcomes count a person once in each kind", async () => {
  expect(await ask("outcomes_by_kind", ["kind", "k", "n"])).toEqual([
    ["driving_licence", 1, 7],
    ["job_subsidised", 1, 7],
    ["job_unsubsidised", 1, 7],
    ["studies_komvux", 1, 7],
  ]);
});

test("returners are persons with several enrolments", async () => {
  expect(await ask("returners", ["enrolments", "k", "n"])).toEqual([
    ["1", 5, 7],
    ["2", 2, 7],
  ]);
});

test("data quality says what was set aside and flagged, of how many rows", async () => {
  expect(await ask("data_quality", ["level", "table_name", "rule", "k", "n"], {})).toEqual([
    ["set_aside", "enrolment", "code", 2, 13],
    ["flag", "outcome", "future_date", 1, 5],
  ]);
  expect(await ask("set_aside_rows", ["file", "line", "column_name"], {})).toEqual([
    ["enrolment.csv", 4, "exit_reason"],
    ["enrolment.csv", 9, "exit_reason"],
  ]);
});

test("the list has every enrolment that has started, and no exit that comes later", async () => {
  const rows = await ask("enrolment_list", ["enrolment", "ended_on", "exit_reason"]);
  expect(rows).toHaveLength(10);
  expect(rows).toContainEqual(["E5", null, null]);
});

test("a selection keeps its codes in every view", async () => {
  const selection = '{"sex": ["F"], "municipality": ["1781"]}';
  expect(await ask("exit_reasons", ["exit_reason", "k", "n"], { cutoff, selection })).toEqual([
    ["work", 2, 3],
    ["unknown", 1, 3],
  ]);
  expect(await ask("participant_flow", ["k"], { cutoff, selection })).toEqual([[4], [3], [3], [3], [3], [1]]);
  expect(await ask("outcomes_by_kind", ["kind", "k", "n"], { cutoff, selection: '{"age_band": ["15-19"]}' })).toEqual([
    ["job_subsidised", 1, 1],
    ["driving_licence", 0, 1],
    ["job_unsubsidised", 0, 1],
    ["studies_komvux", 0, 1],
  ]);
});

test("participants of two suppliers with the same pseudonyms are two people", async () => {
  const two = await openTown([programme, programme]);
  const { sql, params } = two.session.viewSql("participant_flow", { cutoff });
  const rows = await two.session.database.rows(sql, params);
  expect(rows.map((row) => row.k)).toEqual([16, 14, 14, 12, 10, 2]);
  await two.close();
});

test("two programmes in one workspace are never mixed", async () => {
  const two = await openTown([programme, "another"]);
  const base = async (params: Record<string, Value>) => {
    const { sql, params: bound } = two.session.viewSql("exit_reasons", params);
    return (await two.session.database.rows(sql, bound))[0]?.n;
  };
  expect(await base({ cutoff })).toBe(6);
  expect(await base({ cutoff, programme })).toBe(6);
  expect(await base({ cutoff, programme: "neither" })).toBeUndefined();
  await two.close();
});
