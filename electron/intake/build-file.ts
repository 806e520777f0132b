import { createHash } from "node:crypto";
import { chmod, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "../write-whole.ts";
import type { ScaleRange } from "./build-extract.ts";
import type { CodeLists } from "./code-lists.ts";
import type { Manifest } from "./manifest.ts";
import { type Coarsening, coarseningOf } from "./read-coarsenings.ts";
import type { TableDefinition } from "./table-definition.ts";

/** Everything but the package that goes into a build. */
export interface BuildInputs {
  tables: TableDefinition[];
  codes: CodeLists;
  programmes: { name: string; starts_on: string; ends_on: string }[];
  scales: ScaleRange[];
  coarsenings: Coarsening[];
}

/** Goes up when the same inputs give another build. */
const buildVersion = 4;

/** The build's name: a hash of all that goes into it, so that changed definitions give a new build by themselves. */
export function buildKey(
  { tables, codes, programmes, scales, coarsenings }: BuildInputs,
  extract: string,
  manifest: Manifest,
): string {
  const lists = new Set(tables.flatMap(({ columns }) => columns.map((column) => column.codes ?? "")));
  const used = [...lists].sort().map((list) => [list, codes[list]]);
  const { name, starts_on, ends_on } = programmes.find((each) => each.name === manifest.programme) ?? {};
  const steps = coarseningOf(coarsenings, manifest);
  const ingredients: unknown[] = [buildVersion, extract, manifest, tables, used, name, starts_on, ends_on, scales];
  // As delivered is no ingredient, so that builds without any coarsening keep their names.
  if (steps.length > 0) ingredients.push(steps);
  return createHash("sha256").update(JSON.stringify(ingredients)).digest("hex").slice(0, 32);
}

export function buildPath(workspaceFolder: string, key: string): string {
  return join(workspaceFolder, ".build", `${key}.duckdb`);
}

/** Puts a whole build file in its place, read-only from then on. */
export async function finishBuild(workspaceFolder: string, temporary: string, key: string): Promise<string> {
  const handle = await open(temporary, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(temporary, 0o444);
  const path = buildPath(workspaceFolder, key);
  await rename(temporary, path);
  await syncFolder(join(workspaceFolder, ".build"));
  return path;
}
