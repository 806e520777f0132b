import { mkdtempSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { LoadReport } from "../../electron/contract.ts";
import type { BuildInputs } from "../../electron/intake/build-file.ts";
import { readBuildInputs } from "../../electron/intake/build-inputs.ts";
import { loadPackage } from "../../electron/intake/load.ts";
import { createWorkspace, type Workspace } from "../../electron/workspace.ts";

export const packages = join(import.meta.dirname, "packages");

export async function emptyWorkspace(parent = mkdtempSync(join(tmpdir(), "intake-"))): Promise<Workspace> {
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return createWorkspace(join(parent, "arbetsyta"), { name: "Prov", language: "sv", programmes: [] });
}

/** The shipped tables and codes, with a programme and scales of the tests' own. */
export async function testInputs(workspace: Workspace): Promise<BuildInputs> {
  return {
    ...(await readBuildInputs(workspace)),
    programmes: [{ name: "arbetskraft", starts_on: "2020-09-01", ends_on: "2022-12-31" }],
    scales: [
      { name: "soc13", items: numbered(13), min: 1, max: 7 },
      { name: "soc29", items: numbered(29), min: 1, max: 7 },
    ],
  };
}

const numbered = (items: number) => Array.from({ length: items }, (_, place) => String(place + 1));

export async function load(
  workspace: Workspace,
  source: string,
  options: Partial<Parameters<typeof loadPackage>[0]> = {},
): Promise<LoadReport> {
  return loadPackage({ workspace, source, inputs: await testInputs(workspace), ...options });
}

/** A copy of a fixture package that a test may change. */
export async function copyOf(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "package-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(join(packages, name, "package"), folder, { recursive: true });
  return folder;
}
