import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ExtractEntry, Problem } from "../contract.ts";
import type { Workspace } from "../workspace.ts";
import { type KeptExtract, readKept } from "./kept-extract.ts";

/** The extracts of a workspace and those that could not be read: programmes as the workspace lists them, then by day. */
export async function listExtracts(
  workspace: Workspace,
): Promise<{ extracts: (ExtractEntry & { kept: KeptExtract })[]; problems: Problem[] }> {
  const kept: KeptExtract[] = [];
  const problems: Problem[] = [];
  const names = await readdir(join(workspace.folder, "extracts")).catch(() => []);
  for (const name of names.filter((each) => /^[0-9a-f]{64}$/.test(each)).sort()) {
    const read = await readKept(workspace.folder, name).catch(() => undefined);
    if (read !== undefined) kept.push(read);
    else problems.push(damaged(name));
  }
  kept.sort((a, b) => place(a, workspace) - place(b, workspace) || inListing(a).localeCompare(inListing(b)));
  const extracts = kept.map((each) => ({ ...entryOf(each), current: isCurrent(each, kept), kept: each }));
  return { extracts, problems };
}

function entryOf({ extract, manifest, loaded_at, report }: KeptExtract): Omit<ExtractEntry, "current"> {
  const { programme, as_of, completeness, supplied_by, note, synthetic } = manifest;
  const tables = report.tables.map(({ table, kept, set_aside }) => ({ table, rows: kept, set_aside }));
  return { extract, programme, as_of, completeness, supplied_by, note, synthetic, tables, loaded_at, report };
}

/** A supplier's newer delivery takes the place of the older one; of two for the same day, the one loaded last. */
function isCurrent(extract: KeptExtract, all: KeptExtract[]): boolean {
  return !all.some((other) => other !== extract && isSameSource(other, extract) && later(other, extract));
}

function isSameSource(a: KeptExtract, b: KeptExtract): boolean {
  return a.manifest.programme === b.manifest.programme && a.manifest.supplied_by === b.manifest.supplied_by;
}

function later(a: KeptExtract, b: KeptExtract): boolean {
  return order(a) > order(b);
}

function order({ manifest, loaded_at, extract }: KeptExtract): string {
  return `${manifest.as_of} ${loaded_at} ${extract}`;
}

function place({ manifest: { programme } }: KeptExtract, { settings: { programmes } }: Workspace): number {
  return programmes.includes(programme) ? programmes.indexOf(programme) : programmes.length;
}

function inListing(extract: KeptExtract): string {
  return `${extract.manifest.programme} ${order(extract)}`;
}

function damaged(name: string): Problem {
  return {
    file: `extracts/${name}`,
    message: {
      sv: "Uttaget går inte att läsa: extract.json eller report.json är skadad eller saknas. Ta bort mappen och läs in paketet på nytt.",
      en: "The extract cannot be read: extract.json or report.json is damaged or missing. Remove the folder and load the package again.",
    },
  };
}
