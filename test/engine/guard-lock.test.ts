import { afterAll, beforeAll, expect, test } from "vitest";
import { Refusal } from "../../electron/refusal.ts";
import { type GuardedDatabase, openGuardedDatabase } from "./guarded-database.ts";

// What stands when the statement guard is taken away: the lock of the query instance.

let guarded: GuardedDatabase;
let before: string;
beforeAll(async () => {
  guarded = await openGuardedDatabase();
  before = await guarded.fingerprint();
});
afterAll(async () => {
  expect(await guarded.fingerprint(), "no attack changes the build file").toBe(before);
  await guarded.close();
});

const placed = (sql: string) => sql.replaceAll("BUILD", guarded.build).replaceAll("FOLDER", guarded.folder);

test.each([
  "from read_csv('FOLDER/secret.csv')",
  "from 'FOLDER/secret.csv'",
  "from read_text('/etc/hostname')",
  "from glob('FOLDER/*')",
  "from read_blob('FOLDER/../FOLDER/secret.csv')",
  "from sniff_csv('FOLDER/secret.csv')",
  "attach 'FOLDER/other.duckdb' as other",
  "copy enrolment to 'FOLDER/out.csv'",
  "copy code from 'FOLDER/secret.csv'",
  "export database 'FOLDER/out'",
  "install httpfs",
  "load httpfs",
  "load 'FOLDER/x.duckdb_extension'",
  "from 'https://example.org/x.csv'",
  "set enable_external_access = true",
  "set lock_configuration = false",
  "reset lock_configuration",
  "set memory_limit = '100GB'",
  "set temp_directory = 'FOLDER'",
  "set allowed_directories = ['FOLDER']",
  "pragma enable_logging",
  "create table extract_1.made (a integer)",
  "insert into extract_1.enrolment values (1, 'x', 'y', date '2020-01-01')",
  "update extract_1.enrolment set municipality = null",
  "delete from extract_1.enrolment",
  "drop table extract_1.enrolment",
  "select nextval('extract_1.counter')",
  "attach 'BUILD' as second",
  "create persistent secret s (type http)",
])("the lock stops: %s", async (sql) => {
  await expect(guarded.database.query(placed(sql))).rejects.toBeInstanceOf(Refusal);
});

// The build is on DuckDB's own list of allowed files, so here the guard stands alone. If a later DuckDB closes these,
// this test says so.
test.each(["select size from read_blob('BUILD')", "attach ':memory:' as other", "detach other"])(
  "the lock alone lets through: %s",
  async (sql) => {
    await guarded.database.query(placed(sql));
  },
);

test("the evaluator's own views can come after the lock", async () => {
  await guarded.database.define("create view later as select count(*) as n from enrolment");
  expect(await guarded.database.rows("from later")).toEqual([{ n: 5000 }]);
});
