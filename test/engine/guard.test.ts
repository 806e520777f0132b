import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guardStatement } from "../../electron/engine/guard.ts";
import { allowedFunctions } from "../../electron/engine/guard-functions.ts";
import { Refusal } from "../../electron/refusal.ts";
import { type GuardedDatabase, openGuardedDatabase } from "./guarded-database.ts";

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

/** `BUILD` and `FOLDER` in the statements below stand for the places on this machine. */
function placed(sql: string): string {
  return sql.replaceAll("BUILD", guarded.build).replaceAll("FOLDER", guarded.folder);
}

test.each([
  "select 1",
  "  select count(*) from enrolment -- how many;\n",
  "select ';' as semicolon, $$ ; copy enrolment to 'x' $$ as text;",
  "from enrolment select municipality, count(*) group by all order by all limit 10",
  "from Enrolment",
  'select "ENROLMENT".participant from main."Enrolment"',
  "table enrolment",
  "values (1, 'a'), (2, 'b')",
  "describe enrolment",
  "describe select * from by_municipality",
  "summarize enrolment",
  "select * from (describe enrolment)",
  "select * from known_enrolment(municipality := '1781')",
  "select doubled(21), wilson_lower(24, 38)",
  "with a as (from enrolment), b as (select count(*) as n from a) select * from b, a limit 3",
  "with enrolment as (select 1 as participant) select * from enrolment",
  'with "Mina personer" as (select 1 as x) select * from "mina personer"',
  "with recursive n(i) as (select 1 union all select i + 1 from n where i < 5) select sum(i) from n",
  "with outer_one as (select 1 as x) select (with inner_one as (from outer_one) select max(x) from inner_one)",
  "select e.participant from enrolment e left join lateral (select 1 as one) on true limit 1",
  "select * from range(3) t(i), generate_series(1, 2), unnest([1, 2]) u(x)",
  "select e.participant, f.participant from enrolment e positional join enrolment f limit 1",
  "select row_number() over w, lag(started_on) over w from enrolment window w as (order by started_on) limit 1",
  "select list_transform([1, 2], x -> x + 1), [x * 2 for x in [1, 2] if x > 1], {'a': 1}.a, map {'k': 1}",
  "select count(*) filter (municipality = '1781') / count(*), extract(year from min(started_on)) from enrolment",
  "select started_on::varchar, try_cast('x' as integer), 1::decimal(5, 2), 'a'::enum('a'), ['1']::integer[] from enrolment limit 1",
  "select case when participant like 'P1%' then 'a' else 'b' end, participant between 'P1' and 'P2' from enrolment limit 1",
  "select * exclude (participant) replace (1 as municipality), columns('mun.*') from enrolment limit 1",
  "select municipality from enrolment qualify row_number() over (partition by municipality) = 1",
  "select municipality, grouping(municipality), count(*) from enrolment group by cube (municipality)",
  "unpivot (select 1 as a, 2 as b) on a, b",
  "from enrolment pivot (count(*) for municipality in ('1781', '1780')) limit 1",
  "select exists (from enrolment), 1 in (select 1), (select max(started_on) from enrolment)",
  "(select 1) union all by name (select 2)",
  "select 1 except select 3",
  "select '{}'::json->'a', '{}'::json->>'a', '{}'::json->>'$.a'",
  "select * from enrolment using sample 1%",
  "select 'select * from read_csv(''x'')', \"read_csv('x')\" from (select 1 as \"read_csv('x')\")",
])("allowed, passed on as typed, and it runs: %s", async (sql) => {
  expect(await guardStatement(guarded.database, sql)).toBe(sql);
  await guarded.database.query(sql);
});

const refused: Record<string, string[]> = {
  only_reading: [
    "copy enrolment to 'FOLDER/out.csv'",
    "copy (select 1) to 'FOLDER/out.csv'",
    "export database 'FOLDER/out'",
    "import database 'FOLDER'",
    "attach 'BUILD' as other",
    "attach ':memory:' as other",
    "detach extract_1",
    "use extract_1",
    "install httpfs",
    "load httpfs",
    "force install httpfs from 'FOLDER'",
    "set memory_limit = '1GB'",
    "reset memory_limit",
    "set variable x = 1",
    "pragma database_list",
    "pragma version",
    "call pragma_version()",
    "call duckdb_settings()",
    "checkpoint",
    "vacuum",
    "begin",
    "create table t (a integer)",
    "create or replace macro doubled(x) as 1",
    "create temp view v as select 1",
    "create secret (type s3)",
    "drop view enrolment",
    "alter table code add column x integer",
    "insert into code values ('a', 'b')",
    "update code set code = 'x'",
    "delete from code",
    "truncate code",
    "merge into code using (select 1) on true when matched then delete",
    "explain select 1",
    "explain analyze select 1",
    "prepare p as select 1",
    "execute p",
    "pivot enrolment on municipality",
    "comment on table code is 'x'",
    "select 1; drop view enrolment",
    "/* select */ copy /* */ code from 'FOLDER/secret.csv'",
  ],
  sql_syntax: [
    "select",
    "selekt 1",
    "select 1 into code",
    "select 'HOME'.getenv()",
    "select 'a",
    "with x as (insert into code values (1)) select 1",
    "select 1 \0; drop",
  ],
  sql_empty: ["", "   ", ";", "-- select 1", "/* select 1 */"],
  several_statements: ["select 1; select 2", "select 1;; select 2;", "from enrolment; -- \n from enrolment"],
  sql_too_long: [`select '${"x".repeat(100_000)}'`],
  table_function_not_allowed: [
    "select * from read_csv('FOLDER/secret.csv')",
    "select * from read_csv_auto('FOLDER/secret.csv')",
    "from READ_CSV('FOLDER/secret.csv')",
    "from \"read_csv\"('FOLDER/secret.csv')",
    "from read_text('/etc/passwd')",
    "from read_blob('BUILD')",
    "from read_json('x')",
    "from read_ndjson_objects('x')",
    "from read_parquet('x')",
    "from parquet_scan('x')",
    "from parquet_metadata('x')",
    "from read_duckdb('BUILD')",
    "from sniff_csv('FOLDER/secret.csv')",
    "from glob('FOLDER/*')",
    "from query('select 1')",
    "from query_table('build_enrolment')",
    "from query_table(['enrolment', 'code'])",
    "from json_execute_serialized_sql('x')",
    "from duckdb_settings()",
    "from duckdb_secrets()",
    "from duckdb_functions()",
    "from pragma_database_size()",
    "from pragma_table_info('enrolment')",
    "from seq_scan('enrolment')",
    "from histogram(enrolment, municipality)",
    "from test_all_types()",
    "from sql_auto_complete('sel')",
    "from which_secret('x', 's3')",
    "from summary((from enrolment))",
    "from repeat('x', 1000000000)",
    "from doubled(1)",
    "select (select max(a) from read_csv('FOLDER/secret.csv'))",
    "select 1 where exists (from read_csv('FOLDER/secret.csv'))",
    "with x as (from read_csv('FOLDER/secret.csv')) from x",
    "with recursive x as (select 1 union all select a from read_csv('FOLDER/secret.csv')) from x",
    "select * from enrolment, lateral (from read_text(participant))",
    "select * from enrolment e join read_csv('x') c on true",
    "select 1 union all from read_csv('x')",
    "describe from read_csv('FOLDER/secret.csv')",
    "summarize from read_csv('FOLDER/secret.csv')",
    "select list_transform([1], x -> (select max(content) from read_text('x')))",
    "select count(*) over (order by (select 1 from read_csv('x')))",
    "select 1 order by (select 1 from read_csv('x'))",
    "select 1 limit (select 1 from read_csv('x'))",
    "select count(*) filter ((select true from read_csv('x')))",
    "select * replace ((select 1 from read_csv('x')) as municipality) from enrolment",
    "from known_enrolment(municipality := (select max(a) from read_csv('x')))",
    "values ((select 1 from read_csv('x')))",
    "from (unpivot (from read_csv('x')) on a)",
    "from enrolment pivot (max((select 1 from read_csv('x'))) for municipality in ('1781'))",
    "select case when true then (select 1 from read_csv('x')) end",
    "select 1 from enrolment group by (select 1 from read_csv('x'))",
    "select distinct on ((select 1 from read_csv('x'))) 1",
    "select 1 having (select true from read_csv('x'))",
    "select 1 qualify (select true from read_csv('x'))",
    "select 1 from enrolment a join enrolment b on (select true from read_csv('x'))",
    "select cast((select 1 from read_csv('x')) as varchar) collate nocase",
  ],
  file_not_allowed: [
    "from 'FOLDER/secret.csv'",
    'from "FOLDER/secret.csv"',
    "from 'BUILD'",
    "table 'FOLDER/secret.csv'",
    "describe 'FOLDER/secret.csv'",
    "summarize 'FOLDER/secret.csv'",
    "from 'FOLDER/*.parquet'",
    "from 'https://example.org/x.csv'",
    // A name given by `with` does not reach outside it, nor into itself.
    "select * from (with \"x\" as (select 1) from x), 'FOLDER/secret.csv'",
  ],
  name_not_allowed: [
    "with \"FOLDER/secret.csv\" as (select 1) from 'FOLDER/secret.csv'",
    'with "secret.csv" as (from "secret.csv") from "secret.csv"',
    "with duckdb_settings as (select 1) from duckdb_settings",
    "with build_enrolment as (select 1) from build_enrolment",
    "with sqlite_master as (select 1) from (describe sqlite_master)",
    "with recursive pg_tables as (from pg_tables) from pg_tables",
  ],
  unknown_table: [
    "from build_enrolment",
    "from BUILD_enrolment".replace("BUILD", "Build"),
    "from kept_answer_1",
    "from duckdb_settings",
    "from duckdb_tables",
    "from sqlite_master",
    "from pg_tables",
    "from no_such",
    "with a as (from b), b as (select 1) from a",
    "with a as (from a) from a",
    "select * from (with a as (select 1) from a), a",
    "with a as (select 1) from (describe a)",
    "with a as (select 1) from main.a",
  ],
  qualified_name: [
    "from extract_1.enrolment",
    "from extract_1.main.enrolment",
    'from "EXTRACT_1"."main"."enrolment"',
    "from system.main.duckdb_settings",
    "from information_schema.tables",
    "from pg_catalog.pg_tables",
    "from temp.main.x",
    "show tables from extract_1",
    "from system.main.range(3)",
    "select pg_catalog.pg_typeof(1)",
    "select system.main.abs(1)",
    "select participant.lower() from enrolment",
    "select 1::extract_1.main.some_type",
    "select sum(1) over (order by extract_1.main.abs(1))",
  ],
  function_not_allowed: [
    "select getenv('HOME')",
    "select GetEnv('HOME')",
    "select \"getenv\"('HOME')",
    "select ('HOME').getenv()",
    "select current_setting('temp_directory')",
    "select getvariable('x')",
    "select read_text('x')",
    "select nextval('extract_1.counter')",
    "select currval('counter')",
    "select current_database(), current_schema()",
    "select current_catalog",
    "select current_user",
    "select json_serialize_plan('select 1')",
    "select json_serialize_sql('select 1')",
    "select json_deserialize_sql('x')",
    "select write_log('x')",
    "select parse_duckdb_log_message('x', 'y')",
    "select sleep_ms(100000)",
    "select pg_sleep(100)",
    "select error(participant) from enrolment",
    "select txid_current()",
    "select stats(participant) from enrolment",
    "select has_table_privilege('x', 'y')",
    "select pg_get_viewdef(1)",
    "select repeat('x', 1000000000)",
    "select version()",
    "select known_enrolment('1781')",
    "select query('select 1')",
    "select 1 where getenv('HOME') is not null",
    "select list_filter([1], x -> getenv('HOME') = 'x')",
    "select sum(1) filter (getenv('x') is null)",
    "select max(getenv('x')) over ()",
    "select [getenv('x') for x in [1]]",
    "select {'a': getenv('x')}",
    "from enrolment order by getenv('x')",
    "from range(getenv('x')::integer)",
    "select try(getenv('x'))",
  ],
  show_not_allowed: [
    "show tables",
    "show all tables",
    "show databases",
    "show schemas",
    "show variables",
    "describe",
    "from (show all tables)",
    "select (select count(*) from (show databases))",
  ],
};

describe.each(Object.entries(refused))("refused as %s", (code, statements) => {
  test.each(statements)("%s", async (sql) => {
    const error = await guardStatement(guarded.database, placed(sql)).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).code).toBe(code);
  });
});

test("each refusal says in both languages what is refused and what to do instead", async () => {
  for (const [code, [sql]] of Object.entries(refused)) {
    const refusal = (await guardStatement(guarded.database, placed(sql ?? "")).catch((error) => error)) as Refusal;
    for (const sentence of [refusal.text.sv, refusal.text.en])
      expect(sentence, code).toMatch(/^\S.*[.!] [\p{Lu}]|: |;/u);
  }
});

test("every allowed function is one that DuckDB has", async () => {
  const rows = await guarded.database.rows("select distinct function_name as name from duckdb_functions()");
  const names = new Set(rows.map((row) => row.name));
  // These are parts of the grammar rather than of the catalogue.
  for (const name of ["unnest", "nullif"]) names.add(name);
  expect([...allowedFunctions].filter((name) => !names.has(name))).toEqual([]);
});
