import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { writePackage } from "../../electron/synth/package.ts";
import { readRecipe } from "../../electron/synth/read-recipe.ts";

/** What the benches are run on. Their size can be made smaller for a try: `SAMMANHANG_BENCH=10000 npm run bench`. */
export const participants = Number(process.env.SAMMANHANG_BENCH ?? 1_000_000);

const programme = "varmlands-arbetskraft-2";

/** A synthetic package of the bench's size; made once and kept in the temporary folder, since it is always the same. */
export async function largePackage(): Promise<string> {
  const folder = join(tmpdir(), "sammanhang-bench", `${programme}-${participants}`);
  if (existsSync(folder)) return folder;
  const recipe = await readRecipe(join(shippedQueries(), "synth", `${programme}.json`));
  await mkdir(join(folder, ".."), { recursive: true });
  await writePackage({ recipe, participants, seed: 1, out: folder });
  return folder;
}

/** A folder of its own, removed after the work. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "sammanhang-bench-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
