import { expect, test } from "vitest";
import { ask } from "./survey.ts";

const columns = ["wave", "municipality", "opened_on", "outage_from", "outage_days"];
const day = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

test("windows that have opened by the cut-off, with both ends of an outage counted", async () => {
  const window = { instrument: "soc13", closed_on: "2022-12-31" };
  const collection = [
    { ...window, wave: "exit", opened_on: "2021-09-01", municipality: "1780" },
    { ...window, wave: "baseline", opened_on: "2021-03-01", outage_from: "2021-08-30", outage_to: "2021-10-03" },
    { ...window, wave: "followup", opened_on: "2999-01-01", closed_on: "2999-12-31" },
  ];
  const form = { participant: "A", wave: "baseline", answers: Array(13).fill(3) };
  const rows = await ask([form], "survey_collections", {}, columns, { tables: { collection } });
  expect(rows.map((row) => ({ ...row, opened_on: day(row.opened_on), outage_from: day(row.outage_from) }))).toEqual([
    // 30 August to 3 October: two days of August, thirty of September, three of October.
    { wave: "baseline", municipality: "U", opened_on: "2021-03-01", outage_from: "2021-08-30", outage_days: 35 },
    { wave: "exit", municipality: "1780", opened_on: "2021-09-01", outage_from: null, outage_days: null },
  ]);
});
