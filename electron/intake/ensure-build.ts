import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { diskRefusal } from "../disk-refusal.ts";
import { openBuild } from "../engine/database.ts";
import { literal } from "../engine/literal.ts";
import { Refusal } from "../refusal.ts";
import type { Workspace } from "../workspace.ts";
import { buildExtract } from "./build-extract.ts";
import { type BuildInputs, buildKey, buildPath, finishBuild } from "./build-file.ts";
import { coarsenBuild } from "./coarsen-build.ts";
import { examinePackage } from "./examine.ts";
import { type KeptExtract, reportFile } from "./kept-extract.ts";
import { manifestFile } from "./manifest.ts";
import { coarseningOf } from "./read-coarsenings.ts";
import { fileBytes, type ReceivedFile, receiveFile } from "./received-file.ts";
import { createFindings } from "./report.ts";
import { quoted } from "./sql.ts";
import { createStaging, removeStaging } from "./staging.ts";
import { extractIdentity } from "./table-file.ts";

export interface EnsureOptions {
  /** Reads the file to its end, where otherwise it is only opened. */
  thorough?: boolean;
  signal?: AbortSignal;
}

/** The path of an extract's build file; a missing or damaged one is built again from the kept package. */
export async function ensureBuild(
  workspace: Workspace,
  kept: KeptExtract,
  inputs: BuildInputs,
  options: EnsureOptions = {},
): Promise<string> {
  const signal = options.signal ?? new AbortController().signal;
  const key = buildKey(inputs, kept.extract, kept.manifest);
  const path = buildPath(workspace.folder, key);
  if (await isWhole(path, options.thorough ?? false)) return path;
  const staging = await createStaging(workspace.folder);
  try {
    await rm(path, { force: true });
    return await rebuild(workspace, kept, inputs, key, staging, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw diskRefusal(error, workspace.folder) ?? error;
  } finally {
    await removeStaging(staging);
  }
}

/** Whether the file opens and holds as many rows as it says. DuckDB checks each block that it reads by a checksum. */
async function isWhole(path: string, thorough: boolean): Promise<boolean> {
  if ((await stat(path).catch(() => undefined)) === undefined) return false;
  const database = await openBuild(":memory:");
  try {
    await database.run(`attach ${literal(path)} as build (read_only)`);
    const tables = await database.all(`select "table" as name, kept::double as kept from build.main.table_rows`);
    for (const { name, kept } of tables) {
      const relation = `build.main.${quoted(String(name))}`;
      const [{ rows } = {}] = await database.all(`select count(*)::double as rows from ${relation}`);
      if (rows !== kept) return false;
      if (thorough) await database.all(`select bit_xor(hash(each)) from ${relation} as each`);
    }
    return true;
  } catch {
    return false;
  } finally {
    await database.close();
  }
}

async function rebuild(
  workspace: Workspace,
  kept: KeptExtract,
  inputs: BuildInputs,
  key: string,
  staging: string,
  signal: AbortSignal,
): Promise<string> {
  const programme = inputs.programmes.find(({ name }) => name === kept.manifest.programme);
  if (programme === undefined) throw lostProgramme(kept);
  const files = await readFiles(kept, staging, signal);
  if (extractIdentity(files) !== kept.extract) throw changedPackage(kept);
  const scratch = join(staging, "scratch");
  await mkdir(scratch);
  const findings = createFindings();
  const database = await openBuild(":memory:", { tempDirectory: join(staging, "spill") });
  try {
    const path = join(staging, "build.duckdb");
    const common = { ...inputs, database, scratch, files, findings, signal, onStep: () => {} };
    const examined = await examinePackage({ ...common, promised: {} });
    if (findings.refusals.length > 0) throw changedPackage(kept);
    const { extract, manifest } = kept;
    await buildExtract({ ...common, path, extract, manifest, programme, examined });
    const finished = await coarsenBuild(database, path, coarseningOf(inputs.coarsenings, manifest), staging);
    await database.close();
    return await finishBuild(workspace.folder, finished, key);
  } finally {
    await database.close();
  }
}

/** Copies the kept files, so that they are looked at and hashed as at the load. */
async function readFiles(kept: KeptExtract, staging: string, signal: AbortSignal): Promise<ReceivedFile[]> {
  const target = join(staging, "package");
  await mkdir(target);
  const files: ReceivedFile[] = [];
  for (const name of (await readdir(kept.folder)).sort()) {
    if (name === reportFile || name.toLowerCase() === manifestFile) continue;
    const bytes = fileBytes(join(kept.folder, name), signal);
    files.push(await receiveFile(bytes, name, join(target, name), () => {}));
  }
  return files;
}

function changedPackage({ extract }: KeptExtract): Refusal {
  return new Refusal("extract_changed", {
    sv: `Filerna i extracts/${extract} är inte längre de som lästes in. Ta bort mappen och läs in paketet på nytt.`,
    en: `The files in extracts/${extract} are no longer those that were loaded. Remove the folder and load the package again.`,
  });
}

function lostProgramme({ manifest }: KeptExtract): Refusal {
  return new Refusal("unknown_programme", {
    sv: `Uttaget gäller programmet ${manifest.programme}, men dess definition finns inte längre. Lägg tillbaka den i arbetsytans mapp programmes.`,
    en: `The extract is about the programme ${manifest.programme}, but its definition is gone. Put it back into the workspace's folder programmes.`,
  });
}
