import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sammanhang } from "./spawned.ts";

/** An empty folder, and a way to be rid of it. */
export async function temporaryFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "sammanhang-test-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A demonstration workspace, made by the command. */
export async function demonstration(folder: string): Promise<string> {
  const workspace = join(folder, "demonstration åäö");
  const { code, stderr } = await sammanhang("demo", workspace);
  if (code !== 0) throw new Error(`demo ended with ${code}: ${stderr}`);
  return workspace;
}
