import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTable } from "../../electron/cli/table.ts";
import { type OpenHost, openHost } from "../../electron/engine/host.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { writePackage } from "../../electron/synth/package.ts";
import { readRecipe } from "../../electron/synth/read-recipe.ts";
import { createWorkspace } from "../../electron/workspace.ts";
import { temporaryFolder } from "../cli/workspace.ts";

const temporary = await temporaryFolder();
const workspace = join(temporary.folder, "workspace");
const packages = ["one", "two"].map((name) => join(temporary.folder, name));
let windows: OpenHost[];

beforeAll(async () => {
  await createWorkspace(workspace, { name: "Två fönster", language: "sv", programmes: [] });
  const recipe = await readRecipe(join(shippedQueries(), "synth", "varmlands-arbetskraft-2.json"));
  for (const [at, out] of packages.entries()) await writePackage({ recipe, participants: 300, seed: at, out });
  windows = [await openHost({ workspace, room: "evaluator" }), await openHost({ workspace, room: "evaluator" })];
});
afterAll(async () => {
  for (const window of windows) await window.close();
  await temporary.remove();
});

const load = (at: number, path: string) => windows[at]!.load({ offer: windows[at]!.offers.add(path), job: path });

test("two windows on one workspace load the same package at once: it is kept once, and both have it", async () => {
  const reports = await Promise.all([load(0, packages[0]!), load(1, packages[0]!)]);
  expect(reports.map(({ verdict }) => verdict)).toEqual(["accepted", "accepted"]);
  expect(await readdir(join(workspace, "extracts"))).toEqual([reports[0]!.extract]);
  for (const window of windows) expect((await window.catalog({})).extracts).toHaveLength(1);
});

test("what one window loads, the other sees", async () => {
  const report = await load(0, packages[1]!);
  const seen = (await windows[1]!.catalog({})).extracts.map(({ extract }) => extract);
  expect(seen).toContain(report.extract);
  const tables = await Promise.all(
    windows.map((window) => window.sql({ sql: "select count(*)::integer as n from participant" })),
  );
  expect(new Set(tables.map((bytes) => readTable(bytes).value(0, 0))).size).toBe(1);
});
