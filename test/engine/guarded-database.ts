import { createHash } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBuild, openQuery, type QueryDatabase } from "../../electron/engine/database.ts";

/** A query instance on a real build file, made and locked as a session makes it, with files around it to be reached for. */
export interface GuardedDatabase {
  database: QueryDatabase;
  folder: string;
  build: string;
  /** SHA-256 of the build file as it is now. */
  fingerprint(): Promise<string>;
  close(): Promise<void>;
}

export async function openGuardedDatabase(): Promise<GuardedDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "guard-"));
  const build = join(folder, "build.duckdb");
  const writing = await openBuild(build);
  await writing.run(`
    create table enrolment as
      select range::integer as stay, 'P' || range as participant, ['1781', '1780'][range % 2 + 1] as municipality,
        date '2021-01-01' + range::integer as started_on
      from range(5000);
    create table manifest as select 'nobody' as supplied_by;
    create sequence counter`);
  await writing.close();
  await chmod(build, 0o444);
  await writeFile(join(folder, "secret.csv"), "a,b\n1,2\n");

  const database = await openQuery({ attach: [{ alias: "extract_1", path: build }] });
  await database.define(`
    create view build_enrolment as select *, 1 as extract_no from extract_1.enrolment;
    create view enrolment as select participant, municipality, started_on from build_enrolment;
    create table code (list varchar, code varchar);
    create table kept_answer_1 (of_another_reader varchar);
    create macro known_enrolment(municipality := null) as table
      from build_enrolment as e where municipality is null or e.municipality = municipality;
    create macro doubled(x) as 2 * x;
    create view by_municipality as select municipality, count(*) as n from enrolment group by all`);
  await database.lock();
  return {
    database,
    folder,
    build,
    fingerprint: async () =>
      createHash("sha256")
        .update(await readFile(build))
        .digest("hex"),
    async close() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
