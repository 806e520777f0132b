import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Json, SaveReport } from "../contract.ts";
import { writeWhole } from "../write-whole.ts";
import { readIndicator } from "./definitions.ts";
import type { Library } from "./library.ts";
import { earlierFolder } from "./library-files.ts";

/**
 * Keeps an indicator in the workspace. A version is immutable, so what is saved over an earlier one becomes the next
 * version, and the earlier one is kept. Nothing is written while anything is wrong.
 */
export async function saveIndicator(workspace: string, library: Library, json: Json): Promise<SaveReport> {
  const name = isRecord(json) && typeof json.indicator === "string" ? json.indicator : "";
  const file = `indicators/${name || "?"}.json`;
  const before = library.indicators.find(({ indicator }) => indicator === name);
  if (before?.origin === "shipped")
    return { saved: null, problems: [{ file, where: "indicator", message: shipped(name) }] };
  const version = (before?.version ?? 0) + 1;
  const record = isRecord(json) ? { ...json, version } : json;
  const { definition, problems } = readIndicator(file, record);
  if (!definition) return { saved: null, problems };

  const folder = join(workspace, "indicators");
  await mkdir(join(folder, earlierFolder), { recursive: true });
  if (before) {
    const { file: _file, origin: _origin, ...kept } = before;
    await writeWhole(join(folder, earlierFolder, `${name}@${before.version}.json`), text(kept));
  }
  await writeWhole(join(folder, `${name}.json`), text(record));
  return { saved: { name, version }, problems: [] };
}

function isRecord(json: Json): json is { [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function text(record: unknown): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

function shipped(name: string) {
  return {
    sv: `"${name}" följer med programmet och kan inte skrivas över. Ge kopian ett eget namn.`,
    en: `"${name}" is shipped with the product and cannot be written over. Give the copy a name of its own.`,
  };
}
