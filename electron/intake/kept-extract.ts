import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { LoadReport } from "../contract.ts";
import { type Manifest, manifestFile, parseManifest } from "./manifest.ts";
import type { ReceivedFile } from "./received-file.ts";
import { createFindings } from "./report.ts";

/** The load report lies beside the delivered files, which never have this name: no table is called `report`. */
export const reportFile = "report.json";

/** An extract as it lies in the workspace. */
export interface KeptExtract {
  extract: string;
  folder: string;
  manifest: Manifest;
  loaded_at: string;
  report: LoadReport;
}

export function extractFolder(workspaceFolder: string, extract: string): string {
  return join(workspaceFolder, "extracts", extract);
}

/** The delivered files that are kept: tables and manifest. Others may hold anything, so they are not. */
export function keptFiles(files: ReceivedFile[], tableFiles: ReceivedFile[]): ReceivedFile[] {
  return files.filter((file) => tableFiles.includes(file) || file.name.toLowerCase() === manifestFile);
}

/** undefined when there is no such extract. Throws when there is one that cannot be read. */
export async function readKept(workspaceFolder: string, extract: string): Promise<KeptExtract | undefined> {
  const folder = extractFolder(workspaceFolder, extract);
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined) return undefined;
  const manifestName = names.find((name) => name.toLowerCase() === manifestFile) ?? manifestFile;
  const bytes = await readFile(join(folder, manifestName));
  const findings = createFindings();
  const text = new TextDecoder(bytes.includes(0) ? "utf-16le" : "utf-8").decode(bytes);
  const manifest = parseManifest(basename(manifestName), text, undefined, findings);
  if (manifest === undefined) throw new Error(`${join(folder, manifestName)} is damaged`);
  const { loaded_at, report } = JSON.parse(await readFile(join(folder, reportFile), "utf8"));
  return { extract, folder, manifest, loaded_at, report };
}
