import { chmod, cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { openBuild } from "../../electron/engine/database.ts";

const numbers = ["stay", "person", "respondent"];
const names = ["participant", "enrolment", "response", "employer"];

/** A copy of a workspace with each person ten times in its build: the package of that size would take an hour to write. */
export async function tenfold(workspace: string, copy: string): Promise<void> {
  await cp(workspace, copy, { recursive: true });
  const [build] = (await readdir(join(copy, ".build"))).filter((name) => name.endsWith(".duckdb"));
  const path = join(copy, ".build", build!);
  await chmod(path, 0o644);
  const database = await openBuild(path);
  const tables = await database.all(
    `select table_name, list(column_name) as columns
    from duckdb_columns()
    where database_name = current_database() and not internal
    group by all`,
  );
  for (const { table_name: table, columns } of tables) {
    const own = columns as string[];
    const shifted = own.filter((column) => numbers.includes(column));
    const renamed = own.filter((column) => names.includes(column));
    if (shifted.length + renamed.length === 0) continue;
    const replacements = [
      ...shifted.map((column) => `${column} + copy * (select max(${column}) from "${table}") as ${column}`),
      ...renamed.map((column) => `${column} || '-' || copy as ${column}`),
    ];
    await database.run(
      `insert into "${table}" select * exclude (copy) replace (${replacements.join(", ")}) from "${table}", range(1, 10) as copies(copy)`,
    );
    // The build says how many rows it holds, and is made anew where that is not so.
    await database.run(`update table_rows set kept = (select count(*) from "${table}") where "table" = '${table}'`);
  }
  await database.run("checkpoint");
  await database.close();
  await chmod(path, 0o444);
}
