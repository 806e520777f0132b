import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { join } from "node:path";
import { createDemo } from "../synth/demo.ts";

/** Where this person's own data of the app lie. `SAMMANHANG_HOME` puts them elsewhere. */
function dataFolder(): string {
  const { SAMMANHANG_HOME, APPDATA, XDG_DATA_HOME } = process.env;
  if (SAMMANHANG_HOME) return SAMMANHANG_HOME;
  if (platform() === "win32") return join(APPDATA || join(homedir(), "AppData", "Roaming"), "Sammanhang");
  if (platform() === "darwin") return join(homedir(), "Library", "Application Support", "Sammanhang");
  return join(XDG_DATA_HOME || join(homedir(), ".local", "share"), "sammanhang");
}

export interface DemonstrationOptions {
  signal?: AbortSignal;
  /** Told that it has to be made, which takes a while. */
  making?: () => void;
}

/** The demonstration workspace of this person, made at the first time. */
export async function demonstrationWorkspace({ signal, making }: DemonstrationOptions = {}): Promise<string> {
  const folder = join(dataFolder(), "demonstration");
  if (existsSync(join(folder, "workspace.json"))) return folder;
  making?.();
  // It takes its name when it is whole, so that one that was broken off is never opened.
  const unfinished = `${folder}-${process.pid}`;
  await mkdir(dataFolder(), { recursive: true });
  try {
    await createDemo({ folder: unfinished, signal });
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}
