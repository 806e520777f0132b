import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FigureRequest, TableMeta } from "../../electron/contract.ts";
import { type OpenHost, openHost } from "../../electron/engine/host.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { writePackage } from "../../electron/synth/package.ts";
import { readRecipe } from "../../electron/synth/read-recipe.ts";
import { createWorkspace } from "../../electron/workspace.ts";
import { temporaryFolder } from "../synth/synth.ts";

// A comparison as a page asks for it and gets it.
const programme = "varmlands-arbetskraft-2";
let parent: string;
let host: OpenHost;

beforeAll(async () => {
  parent = await temporaryFolder();
  const source = join(parent, "package");
  const workspace = join(parent, "workspace");
  const recipe = await readRecipe(join(shippedQueries(), "synth", `${programme}.json`));
  await writePackage({ recipe, seed: recipe.seed, out: source });
  await createWorkspace(workspace, { name: "Test", language: "en", programmes: [programme] });
  host = await openHost({ workspace, room: "evaluator" });
  await host.load({ offer: host.offers.add(source), job: "one" });
  // The same again from somebody else, a month before and not final.
  const other = join(parent, "other");
  await cp(source, other, { recursive: true });
  // An extract is known by its tables, so they must not be the same.
  const outcomes = join(other, "outcome.csv");
  await writeFile(outcomes, (await readFile(outcomes, "utf8")).trimEnd().split("\n").slice(0, -1).join("\n"));
  const manifest = JSON.parse(await readFile(join(other, "extract.json"), "utf8"));
  const earlier = {
    ...manifest,
    supplied_by: "Another",
    as_of: "2022-11-30",
    completeness: "preliminary",
    rows: undefined,
  };
  await writeFile(join(other, "extract.json"), JSON.stringify(earlier));
  const report = await host.load({ offer: host.offers.add(other), job: "other" });
  expect(report).toMatchObject({ verdict: "accepted", refusals: [] });
}, 120_000);
afterAll(async () => {
  await host?.close();
  await rm(parent, { recursive: true });
});

async function answer(request: FigureRequest) {
  const read = tableFromIPC((await host.figures({ scope: { programme }, figures: [request] })).subarray(4));
  const meta = JSON.parse(read.schema.metadata.get("sammanhang")!) as TableMeta;
  return { meta, rows: read.toArray().map((row) => row.toJSON() as Record<string, unknown>) };
}

const indicator = "work-or-study-at-exit";

test("every column says what it means, and cautions say that two deliveries are not alike", async () => {
  const { meta, rows } = await answer({ indicator, compare: "municipality" });
  expect(meta.fault).toBeUndefined();
  expect(rows.length).toBe(6);
  const own = meta.columns.slice(meta.columns.findIndex(({ name }) => name === "programme_k"));
  for (const { name, description, label } of own) {
    expect(description?.en, name).toMatch(/\w/);
    expect(description?.sv, name).not.toBe(description?.en);
    expect(label.sv, name).not.toBe(name);
  }
  expect(meta.cautions?.map(({ code, blocks }) => [code, blocks])).toEqual([
    ["as_of", false],
    ["completeness", false],
  ]);
  expect(meta.counted).toEqual({ denominator: "exited", survey: null });
  expect((await answer({ indicator, by: ["municipality"] })).meta.cautions).toBeUndefined();
});

test("the SQL runs as pasted, and the page may sort by size", async () => {
  const compare = { indicator, compare: "municipality", standardise: ["sex"] };
  const { meta, rows } = await answer(compare);
  const pasted = tableFromIPC(await host.sql({ sql: meta.sql }));
  expect(pasted.toArray().map((row) => row.toJSON())).toEqual(rows);
  const sorted = await answer({ ...compare, window: { sort: [{ column: "n", descending: true }] } });
  const sizes = sorted.rows.map((row) => Number(row.n));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
});

test("a draft is compared before it is saved", async () => {
  const { indicators } = await host.catalog({});
  const { definition } = indicators.find(({ name }) => name === indicator)!;
  const draft = { ...(definition as object), indicator: "own", unknown: "excluded" } as never;
  const { meta, rows } = await answer({ indicator: "own", draft, compare: "municipality" });
  expect(meta.fault).toBeUndefined();
  expect(rows.length).toBe(6);
});
