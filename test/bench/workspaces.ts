import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHost } from "../../electron/engine/host.ts";
import { createWorkspace } from "../../electron/workspace.ts";
import { largePackage, participants } from "./large.ts";
import { spreadOut } from "./spread-out.ts";
import { tenfold } from "./tenfold.ts";

const folder = join(tmpdir(), "sammanhang-bench");

/** A workspace with the large package, made once. */
export async function benchWorkspace(): Promise<string> {
  const workspace = join(folder, `workspace-${participants}`);
  if (existsSync(workspace)) return workspace;
  const unfinished = `${workspace}-unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await createWorkspace(unfinished, { name: "Bench", language: "en", programmes: [] });
  const host = await openHost({ workspace: unfinished, room: "evaluator" });
  await host.load({ offer: host.offers.add(await largePackage()), job: "bench" });
  await host.close();
  await rename(unfinished, workspace);
  return workspace;
}

/** The same with ten times as many persons. */
export async function tenfoldWorkspace(): Promise<string> {
  const workspace = join(folder, `workspace-${participants * 10}`);
  if (existsSync(workspace)) return workspace;
  const unfinished = `${workspace}-unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await tenfold(await benchWorkspace(), unfinished);
  await rename(unfinished, workspace);
  return workspace;
}

/** The same persons, spread over all of the country's municipalities. */
export async function municipalWorkspace(): Promise<string> {
  const workspace = join(folder, `workspace-${participants}-municipalities`);
  if (existsSync(workspace)) return workspace;
  const unfinished = `${workspace}-unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await spreadOut(await benchWorkspace(), unfinished);
  await rename(unfinished, workspace);
  return workspace;
}
