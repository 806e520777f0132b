import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildDatabase, openBuild } from "../../electron/engine/database.ts";
import { writePackage } from "../../electron/synth/package.ts";
import { readRecipe } from "../../electron/synth/read-recipe.ts";
import type { Recipe } from "../../electron/synth/recipe.ts";

/** A package of a shipped recipe in a folder of its own, with its tables in a database as text and dates. */
export interface SyntheticPackage {
  folder: string;
  database: BuildDatabase;
  /** The one number that a query answers. */
  count(sql: string): Promise<number>;
  close(): Promise<void>;
}

export function recipePath(programme: string): string {
  return join(import.meta.dirname, "../../queries/synth", `${programme}.json`);
}

export async function temporaryFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), "synth-"));
}

export async function openSynthetic(
  programme: string,
  participants?: number,
  seed?: number,
): Promise<SyntheticPackage> {
  return await openRecipe(await readRecipe(recipePath(programme)), participants, seed);
}

export async function openRecipe(recipe: Recipe, participants?: number, seed?: number): Promise<SyntheticPackage> {
  const parent = await temporaryFolder();
  const folder = join(parent, "package");
  const { rows } = await writePackage({ recipe, participants, seed: seed ?? recipe.seed, out: folder });
  const database = await openBuild(":memory:");
  for (const table of Object.keys(rows)) {
    const file = join(folder, `${table}.csv`);
    await database.run(`create table ${table} as from read_csv('${file}', all_varchar = true)`);
  }
  return {
    folder,
    database,
    async count(sql) {
      const [row] = await database.all(sql);
      return Number(Object.values(row ?? {})[0]);
    },
    async close() {
      await database.close();
      await rm(parent, { recursive: true });
    },
  };
}
