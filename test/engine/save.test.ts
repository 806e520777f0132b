import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json } from "../../electron/contract.ts";
import { type OpenHost, openHost } from "../../electron/engine/host.ts";
import { createWorkspace } from "../../electron/workspace.ts";
import { temporaryFolder } from "../synth/synth.ts";

let parent: string;
let workspace: string;
let host: OpenHost;

beforeAll(async () => {
  parent = await temporaryFolder();
  workspace = join(parent, "workspace");
  await createWorkspace(workspace, { name: "Test", language: "en", programmes: [] });
  host = await openHost({ workspace, room: "evaluator" });
});
afterAll(async () => {
  await host?.close();
  await rm(parent, { recursive: true });
});

const indicator = async (name: string) => (await host.catalog({})).indicators.find((each) => each.name === name);

async function copyOf(name: string, changes: { [key: string]: Json }): Promise<Json> {
  const shipped = (await indicator(name))!;
  const definition = shipped.definition as { [key: string]: Json };
  return { ...definition, copied: { from: name, version: shipped.version }, ...changes };
}

test("a copy of a shipped indicator is kept, and a change of it is a new version beside the old", async () => {
  const copy = await copyOf("work-or-study-at-exit", { indicator: "our-work-or-study", denominator: "enrolled" });
  expect(await host.save({ kind: "indicator", definition: copy })).toEqual({
    saved: { name: "our-work-or-study", version: 1 },
    problems: [],
  });
  expect(await indicator("our-work-or-study")).toMatchObject({
    version: 1,
    origin: "workspace",
    denominator: "enrolled",
  });

  const changed = await copyOf("our-work-or-study", { indicator: "our-work-or-study", denominator: "exited_known" });
  expect((await host.save({ kind: "indicator", definition: changed })).saved?.version).toBe(2);
  const kept = (await indicator("our-work-or-study"))!;
  expect(kept.denominator).toBe("exited_known");
  expect(kept.versions.map(({ version }) => version)).toEqual([1, 2]);
  expect(kept.versions[0]?.definition).toMatchObject({ denominator: "enrolled", version: 1 });
  expect(await readdir(join(workspace, "indicators", "earlier"))).toEqual(["our-work-or-study@1.json"]);
  expect((await host.catalog({})).problems).toEqual([]);
});

test("a shipped indicator is not written over", async () => {
  const over = await copyOf("work-at-exit", { denominator: "enrolled" });
  const report = await host.save({ kind: "indicator", definition: over });
  expect(report.saved).toBeNull();
  expect(report.problems[0]?.message.en).toMatch(/shipped/);
});

test("a bad definition says all that is wrong with it, and nothing is written", async () => {
  const bad = await copyOf("work-at-exit", { indicator: "bad", kind: "shore", clock: "noon", better: 3 });
  const report = await host.save({ kind: "indicator", definition: bad });
  expect(report.saved).toBeNull();
  expect(report.problems.map(({ where }) => where).sort()).toEqual(["$.better", "$.clock", "$.kind"]);
  expect(await indicator("bad")).toBeUndefined();
  expect(await readdir(join(workspace, "indicators"))).not.toContain("bad.json");
  const path = { indicator: "../../escaped", kind: "share" };
  expect((await host.save({ kind: "indicator", definition: path })).saved).toBeNull();
});
