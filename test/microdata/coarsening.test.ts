import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFigures, readTable } from "../../electron/cli/table.ts";
import type { FigureRequest } from "../../electron/contract.ts";
import { type OpenHost, openHost } from "../../electron/engine/host.ts";
import { createWorkspace } from "../../electron/workspace.ts";
import { programme } from "./package.ts";

/** Six persons: three routes, of which two are rare; ages on both sides of a band's limit; days within a month. */
const participants = `participant,sex_at_enrolment,birth_year,foreign_born,foreign_background,disability,education
A,F,2004,N,N,N,ISCED0_2
B,M,2003,N,Y,N,ISCED0_2
C,F,2001,Y,Y,Y,ISCED3_4
D,M,1997,N,N,N,ISCED0_2
E,F,,U,U,U,U
F,M,1990,Y,Y,N,ISCED5_8
`;
const enrolments = `enrolment,participant,municipality,started_on,ended_on,exit_reason,age_at_start,inflow_route,status_at_start,income_at_start,eligible
1,A,1781,2021-01-11,2021-06-30,work,16,pes,unemployed,none,Y
2,B,1781,2021-01-20,2021-08-15,studies,18,pes,unemployed,none,Y
3,C,1781,2021-03-01,,,,pes,unemployed,none,Y
4,D,1781,2021-02-10,2021-05-01,moved,24,fk,unemployed,none,Y
5,E,1781,2021-02-28,,,14,unknown,unemployed,none,Y
6,F,1781,2021-04-04,2021-04-30,work,31,kaa,unemployed,none,Y
`;
const outcomes = `enrolment,kind,started_on,evidence
1,job_unsubsidised,2021-07-15,register
`;

let folder: string;
let workspace: string;
let host: OpenHost;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sammanhang-coarsening-"));
  workspace = join(folder, "workspace");
  await createWorkspace(workspace, { name: "Test", language: "en", programmes: [programme] });
  await writePackage(join(folder, "package"), "Kommunen");
  host = await openHost({ workspace, room: "evaluator" });
  const report = await host.load({ offer: host.offers.add(join(folder, "package")), job: "1" });
  expect([report.verdict, report.set_aside]).toEqual(["accepted", []]);
});
afterAll(async () => {
  await host?.close();
  await rm(folder, { recursive: true, force: true });
});

async function writePackage(path: string, supplied_by: string, rows = enrolments) {
  await mkdir(path);
  const manifest = {
    format: "sammanhang-extract/1",
    programme,
    as_of: "2021-12-31",
    completeness: "final",
    supplied_by,
    items: "raw",
  };
  await writeFile(join(path, "extract.json"), JSON.stringify(manifest));
  await writeFile(join(path, "participant.csv"), participants);
  await writeFile(join(path, "enrolment.csv"), rows);
  await writeFile(join(path, "outcome.csv"), outcomes);
}

const save = (steps: object[], supplied_by?: string) =>
  host.save({ kind: "coarsening", definition: { programme, ...(supplied_by && { supplied_by }), steps } as never });

async function rows(sql: string): Promise<unknown[][]> {
  const table = readTable(await host.sql({ sql }));
  return Array.from({ length: table.length }, (_, row) => table.columns.map((_, column) => table.value(row, column)));
}

async function figure(request: FigureRequest) {
  const [table] = readFigures(await host.figures({ scope: { programme }, figures: [request] }));
  const row = Object.fromEntries(table!.columns.map((name, at) => [name, table!.value(0, at)]));
  return { meta: table!.meta, row };
}

const builds = async () => (await readdir(join(workspace, ".build"))).filter((name) => name.endsWith(".duckdb")).sort();
const ages = () => rows("select enrolment, age_at_start from enrolment order by all");

async function fingerprint(): Promise<string> {
  const [extract] = await readdir(join(workspace, "extracts"));
  const hash = createHash("sha256");
  for (const name of (await readdir(join(workspace, "extracts", extract!))).sort())
    hash.update(name).update(await readFile(join(workspace, "extracts", extract!, name)));
  return hash.digest("hex");
}

test("ages become bands: populations still count right, nothing tells the age again, every figure says so", async () => {
  const before = { delivered: await fingerprint(), builds: await builds() };
  const share = await figure({ indicator: "work-or-study-at-exit" });
  expect(await ages()).toEqual([
    ["1", 16],
    ["2", 18],
    ["3", null],
    ["4", 24],
    ["5", 14],
    ["6", 31],
  ]);

  expect(await save([{ column: "age", way: "band" }])).toEqual({
    saved: { name: programme, version: 1 },
    problems: [],
  });
  // The programme's bands are 15–19, 20–24 and 25–29; below and above them lie two more.
  expect(await ages()).toEqual([
    ["1", 15],
    ["2", 15],
    ["3", 20],
    ["4", 20],
    ["5", 0],
    ["6", 30],
  ]);
  expect(await rows("select count(birth_year) from participant")).toEqual([[0]]);
  const coarse = await figure({ indicator: "work-or-study-at-exit" });
  // Of the four who left F is 31, outside the population of 15 to 29.
  expect(share.row).toMatchObject({ n: 3, k: 2 });
  expect(coarse.row).toMatchObject({ n: 3, k: 2 });
  expect(share.meta.extracts[0]).not.toHaveProperty("coarsened");
  expect(coarse.meta.extracts[0]?.coarsened).toEqual([
    {
      column: "age",
      way: "band",
      from: [0, 15, 20, 25, 30],
      message: { sv: expect.stringContaining("0, 15, 20, 25, 30"), en: expect.any(String) },
    },
  ]);
  // 16 to 24 would take the whole band of 15 to 19, and 55 and above nobody of the group of 30 and above.
  for (const indicator of ["participants-aged-16-24", "participants-aged-55-64"])
    expect((await figure({ indicator })).meta.fault?.code).toBe("ages_too_coarse");
  const kept = JSON.parse(await readFile(join(workspace, "coarsening", `${programme}.json`), "utf8"));
  expect(kept.steps).toEqual([{ column: "age", way: "band", from: [0, 15, 20, 25, 30] }]);

  expect(await fingerprint()).toBe(before.delivered);
  const after = await builds();
  expect(after).toHaveLength(before.builds.length + 1);
  expect(after).toEqual(expect.arrayContaining(before.builds));

  // Without steps the build of before is used again, under the same name.
  await save([]);
  expect(await ages()).toEqual([
    ["1", 16],
    ["2", 18],
    ["3", null],
    ["4", 24],
    ["5", 14],
    ["6", 31],
  ]);
  expect(await builds()).toEqual(after);
  expect(await readdir(join(workspace, "coarsening"))).toEqual([]);
});

test("days become months in every table of persons, and no check is made on them", async () => {
  await save([{ column: "dates", way: "month" }]);
  expect(await rows("select started_on, ended_on from enrolment where enrolment = '6'")).toEqual([
    ["2021-04-01", "2021-04-01"],
  ]);
  expect(await rows("select started_on from outcome")).toEqual([["2021-07-01"]]);
  const { meta } = await figure({ view: "data_quality" });
  expect(meta.rows).toBe(0);
});

test("rare codes are merged, left-out columns are unknown with what would tell them, and the gain is as foretold", async () => {
  const foretold = await rows(
    "select small_before, small_after from microdata_coarsening(quasi_identifiers := ['inflow_route'], k := 2) where way = 'rare'",
  );
  const steps = [
    { column: "inflow_route", way: "rare", fewer_than: 2 },
    { column: "education", way: "rare", fewer_than: 2 },
    { column: "foreign_born", way: "leave_out" },
  ];
  await save(steps);
  expect(await rows("select inflow_route, count(*)::integer from enrolment group by all order by all")).toEqual([
    ["other", 2],
    ["pes", 3],
    ["unknown", 1],
  ]);
  expect(await rows("select education, count(*)::integer from participant group by all order by all")).toEqual([
    ["ISCED0_2", 3],
    ["U", 3],
  ]);
  expect(await rows("select distinct foreign_born, foreign_background from participant")).toEqual([["U", "U"]]);
  const measured = await figure({ view: "microdata_risk", params: { quasi_identifiers: ["inflow_route"], k: 2 } });
  expect(foretold).toEqual([[3, 1]]);
  expect(measured.row).toMatchObject({ small_class_persons: 1, classes: 3 });
  await save([]);
});

test("a supplier's own steps leave the others' rows as they are", async () => {
  const path = join(folder, "second");
  await writePackage(path, "Skolan", enrolments.replace("1,A,1781", "1,A,1780"));
  expect((await host.load({ offer: host.offers.add(path), job: "2" })).verdict).toBe("accepted");
  await save([{ column: "age", way: "band" }], "Skolan");
  const bySupplier = "select municipality, age_at_start from enrolment where enrolment = '1' order by all";
  expect(await rows(bySupplier)).toEqual([
    ["1780", 15],
    ["1781", 16],
  ]);
  const { extracts } = await host.catalog({});
  expect(extracts.map(({ supplied_by, coarsened }) => [supplied_by, coarsened?.length]).sort()).toEqual([
    ["Kommunen", undefined],
    ["Skolan", 1],
  ]);
  await save([], "Skolan");
});

test("a package loaded later is built coarse at once", async () => {
  await save([{ column: "age", way: "band" }]);
  const path = join(folder, "later");
  await writePackage(path, "Kommunen", enrolments.replace("2,B,1781,2021-01-20", "2,B,1781,2021-01-21"));
  const count = (await builds()).length;
  expect((await host.load({ offer: host.offers.add(path), job: "3" })).verdict).toBe("accepted");
  expect(await builds()).toHaveLength(count + 1);
  expect(await rows("select max(age_at_start) from enrolment")).toEqual([[30]]);
  await save([]);
});

test("what is wrong is told and nothing is written; a file that cannot be read stops its programme's figures", async () => {
  const bad = await save([{ column: "age", way: "rare" }]);
  expect(bad.saved).toBeNull();
  expect(bad.problems[0]?.where).toBe("$.steps[0]");
  expect((await host.save({ kind: "coarsening", definition: { programme: "../x", steps: [] } })).saved).toBeNull();
  expect(await readdir(join(workspace, "coarsening"))).toEqual([]);

  await writeFile(join(workspace, "coarsening", `${programme}.json`), "{");
  const { problems, extracts } = await host.catalog({});
  expect(problems.map(({ message }) => message.en).join()).toContain(`coarsening/${programme}.json cannot be used`);
  expect(extracts.some(({ current }) => current)).toBe(false);
  expect((await save([{ column: "age", way: "band" }])).saved).toBeNull();
  await rm(join(workspace, "coarsening", `${programme}.json`));
});
