import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FigureRequest, Scope, TableMeta } from "../../electron/contract.ts";
import { type OpenHost, openHost } from "../../electron/engine/host.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { writePackage } from "../../electron/synth/package.ts";
import { readRecipe } from "../../electron/synth/read-recipe.ts";
import { createWorkspace } from "../../electron/workspace.ts";
import { temporaryFolder } from "../synth/synth.ts";

// What the parts do together: two windows on one workspace, files that change under them, parts of large answers.
const programme = "varmlands-arbetskraft-2";
let parent: string;
let source: string;
let workspace: string;
let host: OpenHost;

beforeAll(async () => {
  parent = await temporaryFolder();
  source = join(parent, "package");
  workspace = join(parent, "workspace");
  const recipe = await readRecipe(join(shippedQueries(), "synth", `${programme}.json`));
  await writePackage({ recipe, seed: recipe.seed, out: source });
  await createWorkspace(workspace, { name: "Test", language: "en", programmes: [programme] });
  host = await openHost({ workspace, room: "evaluator" });
});
afterAll(async () => {
  await host?.close();
  await rm(parent, { recursive: true });
});

async function table(from: OpenHost, request: FigureRequest, scope: Scope = {}) {
  const read = tableFromIPC((await from.figures({ scope, figures: [request] })).subarray(4));
  const meta = JSON.parse(read.schema.metadata.get("sammanhang")!) as TableMeta;
  return { meta, rows: read.toArray().map((row) => row.toJSON() as Record<string, unknown>) };
}

test("a workspace without an extract answers with empty tables, not with errors", async () => {
  const { meta, rows } = await table(host, { view: "exit_reasons" });
  expect(meta.fault).toBeUndefined();
  expect(rows).toEqual([]);
  const indicator = await table(host, { indicator: "work-or-study-at-exit" });
  expect(indicator.meta.fault?.code).toBe("nothing_loaded");
});

test("what one window loads the other sees", async () => {
  const other = await openHost({ workspace, room: "evaluator" });
  const report = await host.load({ offer: host.offers.add(source), job: "first" });
  expect(report.refusals).toEqual([]);
  expect(report.verdict).toBe("accepted");
  expect((await other.catalog({})).extracts.map((each) => each.extract)).toEqual([report.extract]);
  expect((await table(other, { view: "exit_reasons" })).rows.length).toBeGreaterThan(5);
  expect(await host.progress({ job: "first" })).toMatchObject({ state: "done" });
  await other.close();
});

test("a window that closes waits for what is at work, opens nothing afterwards, and leaves nothing behind", async () => {
  const closing = await openHost({ workspace, room: "evaluator" });
  const view = join(workspace, "views", "late.sql");
  await writeFile(view, "-- Late.\n--\n-- @title.sv Sent\n-- @column n integer  one\nselect 1 as n\n");
  let isAnswered = false;
  // It opens the workspace anew, because a file in it has changed, and asks when it is closed already.
  const asked = closing.catalog({}).then(
    () => "answered",
    (error: Error) => error.name,
  );
  void asked.then(() => {
    isAnswered = true;
  });
  await closing.close();
  expect(isAnswered).toBe(true);
  expect(["answered", "AbortError"]).toContain(await asked);
  await expect(closing.catalog({})).rejects.toThrow("cancelled");
  await expect(table(closing, { view: "exit_reasons" })).rejects.toThrow("cancelled");
  await rm(view);
});

test("two windows that load the same package at once leave one extract", async () => {
  const other = await openHost({ workspace, room: "evaluator" });
  const load = (each: OpenHost) => each.load({ offer: each.offers.add(source), job: "both" });
  const reports = await Promise.all([load(host), load(other)]);
  expect(reports.map(({ verdict }) => verdict)).toEqual(["accepted", "accepted"]);
  expect((await host.catalog({})).extracts).toHaveLength(1);
  expect((await readdir(join(workspace, ".build"))).filter((name) => name.includes("staging"))).toEqual([]);
  await other.close();
});

test("a view of the workspace that is wrong is a problem with a sentence, and the rest works", async () => {
  const file = join(workspace, "views", "wrong.sql");
  await writeFile(
    file,
    "-- Exits per reson.\n--\n-- @title.sv Avslut\n-- @column reson varchar [by]  why\nselect reson from enrolment group by all\n",
  );
  const wrong = await host.catalog({});
  expect(wrong.problems).toHaveLength(1);
  expect(wrong.problems[0]).toMatchObject({ file: "views/wrong.sql" });
  expect(wrong.problems[0]?.message.en).toMatch(/reson/);
  expect((await table(host, { view: "inflow" })).meta.fault).toBeUndefined();
  expect((await table(host, { view: "wrong" })).meta.fault?.code).toBe("unknown_view");

  await rm(file);
  expect((await host.catalog({})).problems).toEqual([]);
});

test("one figure that cannot be computed leaves the page's others alone", async () => {
  const figures: FigureRequest[] = [{ view: "no_such_view" }, { view: "inflow" }, { indicator: "no-such-indicator" }];
  const bytes = await host.figures({ scope: {}, figures });
  const metas: TableMeta[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0, true);
    const read = tableFromIPC(bytes.subarray(at + 4, at + 4 + length));
    metas.push(JSON.parse(read.schema.metadata.get("sammanhang")!));
    at += 4 + length;
  }
  expect(metas.map(({ fault }) => fault?.code)).toEqual(["unknown_view", undefined, "unknown_indicator"]);
});

test("a part of an answer is sorted and filtered in the database, and knows the whole count", async () => {
  const whole = await table(host, { view: "enrolment_list" });
  const total = whole.rows.length;
  const part = await table(host, {
    view: "enrolment_list",
    window: { offset: total - 3, limit: 10, sort: [{ column: "started_on", descending: true }] },
  });
  expect(part.meta.rows).toBe(total);
  expect(part.rows).toHaveLength(3);
  const days = whole.rows.map((row) => Number(row.started_on)).sort((a, b) => b - a);
  expect(part.rows.map((row) => Number(row.started_on))).toEqual(days.slice(-3));

  const women = await table(host, {
    view: "enrolment_list",
    window: { limit: 1000, filter: [{ column: "sex", contains: "f" }] },
  });
  expect(women.meta.rows).toBe(whole.rows.filter((row) => row.sex === "F").length);
  const unknown = await table(host, { view: "enrolment_list", window: { sort: [{ column: "salary" }] } });
  expect(unknown.meta.fault?.code).toBe("unknown_column");
});

test("the SQL of a figure runs as pasted and gives the same rows", async () => {
  const { meta, rows } = await table(
    host,
    { view: "exit_reasons" },
    { cutoff: "2022-10-01", selection: { sex: ["F"] } },
  );
  const pasted = tableFromIPC(await host.sql({ sql: meta.sql }));
  expect(pasted.toArray().map((row) => row.toJSON())).toEqual(rows);
});

test("a table names the rows that were set aside where it reads", async () => {
  const outcomes = await table(host, { view: "outcomes_by_kind" });
  expect(outcomes.meta.set_aside).toEqual([{ table: "outcome", count: 1 }]);
  expect((await table(host, { view: "inflow" })).meta.set_aside).toEqual([]);
});

test("a programme without an extract, a wrong day and an unknown column are refused by name", async () => {
  const indicator = { indicator: "work-or-study-at-exit" };
  const code = async (scope: Scope, request: FigureRequest = indicator) =>
    (await table(host, request, scope)).meta.fault?.code;
  expect(await code({ programme: "no-such-programme" })).toBe("programme_not_loaded");
  expect(await code({ cutoff: "2022-02-30" })).toBe("wrong_day");
  expect(await code({ selection: { shoe_size: ["42"] } })).toBe("unknown_column");
  expect(await code({}, { ...indicator, by: ["shoe_size"] })).toBe("unknown_column");
});

test("views and indicators let the reader select on the same columns, those that the base macro knows", async () => {
  const macro = await readFile(join(shippedQueries(), "base", "matches_selection.sql"), "utf8");
  const columns = [...macro.matchAll(/selected\(selection, '(\w+)'/g)].map(([, column]) => column!);
  expect(columns).toContain("income_at_start");
  const requests: FigureRequest[] = [{ view: "exit_reasons" }, { indicator: "work-or-study-at-exit" }];
  for (const request of requests) {
    for (const column of columns) {
      const { meta } = await table(host, request, { selection: { [column]: ["U"] } });
      expect(meta.fault, column).toBeUndefined();
    }
    const refused = await table(host, request, { selection: { sex: ["F"], shoe_size: ["42"] } });
    expect(refused.meta.fault?.code).toBe("unknown_column");
    expect(refused.meta.fault?.message.en).toContain('"shoe_size"');
  }
  // Kristinehamn had 12 with activity compensation (test/synth/varmland.test.ts).
  const scope = { selection: { municipality: ["1781"], income_at_start: ["activity_compensation"] } };
  const [row] = (await table(host, { indicator: "work-or-study-at-exit", denominator: "enrolled" }, scope)).rows;
  const bySex = (await table(host, { view: "participants_by_sex" }, scope)).rows;
  expect([row?.n, bySex.reduce((sum, { k }) => sum + Number(k), 0)]).toEqual([12, 12]);
});

test("a draft that cannot be read has all its problems told, each with its spot", async () => {
  const draft = { title: { sv: "" }, kind: "share", denominator: "everybody" };
  const { meta } = await table(host, { indicator: "draft", draft });
  expect(meta.fault?.code).toBe("draft_invalid");
  const spots = meta.fault?.problems?.map(({ where }) => where);
  expect(spots).toEqual(expect.arrayContaining(["$.title.sv", "$.title.en", "$.denominator", "$.numerator"]));
  for (const { message } of meta.fault?.problems ?? []) expect(meta.fault?.message.sv).toContain(message.sv);
});

test("the catalogue tells what typed SQL may name, and each of the names is let through", async () => {
  const { sql } = await host.catalog({});
  expect(sql.tables.enrolment).toEqual(expect.arrayContaining(["enrolment", "started_on", "programme", "extract"]));
  expect(sql.tables).not.toHaveProperty("build_enrolment");
  expect(sql.functions).toEqual(expect.arrayContaining(["exit_reasons", "known_enrolment", "wilson_lower", "median"]));
  for (const [name, columns] of Object.entries(sql.tables)) {
    const named = columns.map((column) => `"${column}"`).join(", ");
    const answer = tableFromIPC(await host.sql({ sql: `select ${named} from "${name}" limit 1` }));
    expect(
      answer.schema.fields.map((field) => field.name),
      name,
    ).toEqual(columns);
  }
});
