import { join } from "node:path";
import type { BuildDatabase } from "../engine/database.ts";
import { literal } from "../engine/literal.ts";
import { coarseColumns } from "./coarse-columns.ts";
import type { CoarseningStep } from "./coarsening.ts";
import { quoted } from "./sql.ts";

/**
 * Copies a finished build with coarser values, and returns the copy's path; without steps the build itself. All checks have
 * been made by then, on the values as they were delivered. It is a copy because a file keeps in it what is written over.
 */
export async function coarsenBuild(
  database: BuildDatabase,
  path: string,
  steps: readonly CoarseningStep[],
  staging: string,
): Promise<string> {
  if (steps.length === 0) return path;
  const coarse = join(staging, "coarse.duckdb");
  const changed = coarseColumns(steps);
  await database.run(`attach ${literal(path)} as build (read_only); attach ${literal(coarse)} as coarse`);
  const tables = await database.all("select table_name as name from duckdb_tables() where database_name = 'build'");
  for (const { name } of tables) {
    const table = quoted(String(name));
    const replaced = Object.entries(changed[String(name)] ?? {}).map(([column, sql]) => `${sql} as ${quoted(column)}`);
    const columns = replaced.length === 0 ? "t.*" : `t.* replace (${replaced.join(", ")})`;
    await database.run(`create table coarse.main.${table} as select ${columns} from build.main.${table} as t`);
  }
  await database.run("detach build; detach coarse");
  return coarse;
}
