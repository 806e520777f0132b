import { rm } from "node:fs/promises";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FigureRequest, Scope } from "../../electron/contract.ts";
import { type OpenHost, openHost } from "../../electron/engine/host.ts";
import { createDemo } from "../../electron/synth/demo.ts";
import { temporaryFolder } from "./synth.ts";

// The figures of varmland.test.ts once more, after the whole way: intake, build, indicators and views.
let parent: string;
let host: OpenHost;
const programme = "varmlands-arbetskraft-2";

beforeAll(async () => {
  parent = await temporaryFolder();
  const folder = join(parent, "demonstration");
  await createDemo({ folder });
  host = await openHost({ workspace: folder, room: "evaluator" });
});
afterAll(async () => {
  await host?.close();
  await rm(parent, { recursive: true });
});

async function figure(scope: Scope, request: FigureRequest) {
  const frame = await host.figures({ scope: { programme, ...scope }, figures: [request] });
  const table = tableFromIPC(frame.subarray(4));
  return table.toArray().map((row) => row.toJSON() as Record<string, unknown>);
}

const kristinehamn = { municipality: ["1781"] };
const workOrStudy = { indicator: "work-or-study-at-exit" };

test("24 of the 38 who had left by 1 October 2022 went to work or studies", async () => {
  const [row] = await figure({ cutoff: "2022-10-01", selection: kristinehamn }, workOrStudy);
  expect(row).toMatchObject({ k: 24, n: 38 });
  expect(row!.lower).toBeCloseTo(0.4728, 4);
  expect(row!.upper).toBeCloseTo(0.7662, 4);
});

test("25 of all 64 at the end of the project", async () => {
  const request = { ...workOrStudy, denominator: "enrolled" as const };
  const [row] = await figure({ cutoff: "2022-12-31", selection: kristinehamn }, request);
  expect(row).toMatchObject({ k: 25, n: 64 });
  expect(row!.lower).toBeCloseTo(0.2806, 4);
  expect(row!.upper).toBeCloseTo(0.5131, 4);
});

test("57 % in all six municipalities, 255 enrolled", async () => {
  const [share] = await figure({ cutoff: "2022-10-01" }, workOrStudy);
  expect(share).toMatchObject({ k: 89, n: 156 });
  const [enrolled] = await figure({}, { indicator: "participants-enrolled" });
  expect(enrolled).toMatchObject({ n: 255 });
});

// None of the documents gives a survey result in numbers: the values are made up, but each goal has one.
test.each([
  [programme, "perceives-better-health", 91, 140],
  [programme, "knows-more-of-routes", 122, 138],
  [programme, "knows-more-of-equality", 108, 138],
  [programme, "closer-to-labour-market-of-remaining", 39, 85],
  ["navigator-krokom", "work-business-or-better-chances", 80, 130],
  ["trappsteget", "feels-closer-to-labour-market", 44, 64],
])("%s: the survey goal %s is measured", async (programme, indicator, k, n) => {
  const [row] = await figure({ programme }, { indicator });
  expect(row).toMatchObject({ k, n });
});

test("employers are paired by employer", async () => {
  const [row] = await figure({ programme: "trappsteget" }, { indicator: "employer-openness-change" });
  expect(row).toMatchObject({ n: 22 });
});

test("the extract says that it is synthetic, and what was set aside and flagged is what the recipe meant", async () => {
  const { extracts } = await host.catalog({});
  const extract = extracts.find((each) => each.programme === programme)!;
  expect(extract.synthetic).toBe(true);
  expect(extract.report.set_aside.map(({ file, column, rule }) => [file, column, rule]).sort()).toEqual([
    ["activity.csv", "kind", "code"],
    ["activity.csv", "started_on", "date"],
    // Keyed in twice: 55 and 77 on a scale of 1 to 7.
    ["answer.csv", "value", "item_value"],
    ["answer.csv", "value", "item_value"],
    ["outcome.csv", "ended_on", "end_before_start"],
  ]);
  const flags = Object.fromEntries(extract.report.flags.map(({ table, rule, count }) => [`${table} ${rule}`, count]));
  expect(flags).toEqual({
    "enrolment outside_programme": 2,
    "enrolment end_after_as_of": 1,
    "enrolment overlap": 1,
    "enrolment age": 1,
    // Broken off.
    "response missing_items": 4,
    // On paper while the tool was down.
    "response outage": 2,
    // Most of them in the final survey, where the same answer to all five items is likely enough by itself.
    "response straight_lining": 15,
  });
});

test("nothing is wrong with what the program ships", async () => {
  expect((await host.catalog({})).problems).toEqual([]);
});

test("making the demonstration again changes nothing", async () => {
  const before = (await host.catalog({})).extracts.map(({ extract }) => extract);
  await createDemo({ folder: join(parent, "demonstration") });
  expect((await host.catalog({})).extracts.map(({ extract }) => extract)).toEqual(before);
});
