import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ExtractEntry } from "../contract.ts";
import { type BuildInputs, buildKey, buildPath } from "../intake/build-file.ts";
import { type KeptExtract, readKept } from "../intake/kept-extract.ts";
import type { Workspace } from "../workspace.ts";
import type { BuiltExtract } from "./session.ts";

/** The workspace's extracts, each with its build file: the programmes as the workspace lists them, then others by name. */
export async function builtExtracts(
  workspace: Workspace,
  inputs: BuildInputs,
): Promise<(ExtractEntry & BuiltExtract)[]> {
  const names = await readdir(join(workspace.folder, "extracts"));
  const kept = await Promise.all(names.sort().map((name) => readKept(workspace.folder, name)));
  const extracts = kept.filter((each) => each !== undefined).sort(byPlaceIn(workspace.settings.programmes));
  return extracts.map((each) => ({
    ...entryOf(each, extracts),
    path: buildPath(workspace.folder, buildKey(inputs, each.extract, each.manifest)),
  }));
}

function byPlaceIn(programmes: string[]): (a: KeptExtract, b: KeptExtract) => number {
  const place = ({ manifest: { programme } }: KeptExtract) =>
    programmes.includes(programme) ? programmes.indexOf(programme) : programmes.length;
  return (a, b) => place(a) - place(b) || a.manifest.programme.localeCompare(b.manifest.programme);
}

function entryOf({ extract, manifest, loaded_at, report }: KeptExtract, all: KeptExtract[]): ExtractEntry {
  const { programme, as_of, completeness, supplied_by, note, synthetic } = manifest;
  return {
    extract,
    programme,
    as_of,
    completeness,
    supplied_by,
    note,
    synthetic,
    tables: report.tables.map(({ table, kept, set_aside }) => ({ table, rows: kept, set_aside })),
    loaded_at,
    current: currentOf(manifest, all) === extract,
    report,
  };
}

/** The latest of a programme and supplier; of two from one day, the one that was loaded last. */
function currentOf({ programme, supplied_by }: KeptExtract["manifest"], all: KeptExtract[]): string | undefined {
  const rank = ({ manifest, loaded_at }: KeptExtract) => `${manifest.as_of} ${loaded_at}`;
  return all
    .filter(({ manifest }) => manifest.programme === programme && manifest.supplied_by === supplied_by)
    .sort((a, b) => rank(a).localeCompare(rank(b)))
    .at(-1)?.extract;
}
