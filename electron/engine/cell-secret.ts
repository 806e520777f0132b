import { randomBytes, randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { diskRefusal } from "../disk-refusal.ts";
import { makeFolder } from "../make-folder.ts";

/**
 * The workspace's secret for noise, made when it is first needed and never again: with another one the same cell would get other
 * noise, and the two together tell more than one. It lies with the ledger, which is neither exported nor fit for git.
 */
export async function cellSecret(workspace: string): Promise<string> {
  const folder = join(workspace, "ledger");
  const file = join(folder, "cell-key");
  const known = await readFile(file, "utf8").catch(unlessMissing);
  if (known !== undefined) return known.trim();
  await makeFolder(folder);
  const unfinished = join(folder, `.cell-key-${randomUUID()}`);
  try {
    await writeFile(unfinished, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    // Of two who make one at once, the first has made it for both.
    await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } catch (error) {
    throw diskRefusal(error, file) ?? error;
  } finally {
    await rm(unfinished, { force: true });
  }
  return (await readFile(file, "utf8")).trim();
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
