import { execFile, spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { openBuild } from "../../electron/engine/database.ts";
import { literal } from "../../electron/engine/literal.ts";
import { type Numbers, numbersOf } from "./numbers.ts";

const command = "Rscript";

/** R's data.table with the tables of a workspace's build in memory: it computes when told to, so rounds can take turns. */
export interface DataTable {
  compute(): Promise<void>;
  /** Of the last round. */
  numbers(): Promise<Numbers>;
  close(): void;
}

export async function isInstalled(): Promise<boolean> {
  return promisify(execFile)(command, ["-e", "library(data.table)"]).then(
    () => true,
    () => false,
  );
}

/** Writes the tables into the folder and has R read them. */
export async function startDataTable(workspace: string, folder: string): Promise<DataTable> {
  const [build] = (await readdir(join(workspace, ".build"))).filter((name) => name.endsWith(".duckdb"));
  const database = await openBuild(":memory:");
  await database.run(`attach ${literal(join(workspace, ".build", build!))} as build (read_only)`);
  for (const table of ["enrolment", "outcome", "milestone"])
    await database.run(`copy build.${table} to ${literal(join(folder, `${table}.csv`))}`);

  const child = spawn(command, [join(import.meta.dirname, "indicators.R"), folder], {
    stdio: ["pipe", "pipe", "inherit"],
    // Threads that wait by spinning would take R many times as long on a machine that is doing something else too.
    env: { ...process.env, OMP_WAIT_POLICY: "passive" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const told = async () => {
    if ((await lines.next()).done) throw new Error("R ended before it was done");
  };
  const tell = (word: string) => {
    child.stdin.write(`${word}\n`);
    return told();
  };
  await told();
  return {
    compute: () => tell("compute"),
    async numbers() {
      await tell("write");
      const types = "{value: 'varchar', breakdown: 'varchar'}";
      const rows = await database.all(`from read_csv(${literal(join(folder, "numbers.csv"))}, types = ${types})`);
      return numbersOf(rows);
    },
    close() {
      child.stdin.end();
      void database.close();
    },
  };
}
