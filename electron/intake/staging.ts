import { randomUUID } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { makeFolder } from "../make-folder.ts";

const prefix = "staging";

/** A folder of its own for one load, on the workspace's disk so that what is finished can be renamed into place. */
export async function createStaging(workspaceFolder: string): Promise<string> {
  const folder = join(workspaceFolder, ".build", [prefix, machine(), process.pid, randomUUID()].join("~"));
  await makeFolder(folder);
  return folder;
}

export async function removeStaging(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Removes what loads of ended processes left behind. A load that runs in another process goes on; of another machine's
 * processes, on a shared disk, nothing can be known, so theirs stay until that machine opens the workspace again.
 */
export async function removeStaleStaging(workspaceFolder: string): Promise<void> {
  const build = join(workspaceFolder, ".build");
  const names = await readdir(build).catch(() => []);
  for (const name of names) {
    const [kind, host, pid] = name.split("~");
    if (kind === prefix && host === machine() && !isAlive(Number(pid))) await removeStaging(join(build, name));
  }
}

function machine(): string {
  return hostname().replaceAll(/[^\w.-]/g, "_");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
