import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBuild, openQuery, type QueryDatabase } from "../../electron/engine/database.ts";
import { Refusal, toFault } from "../../electron/refusal.ts";

let folder: string;
let build: string;
let database: QueryDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "database-"));
  build = join(folder, "build.duckdb");
  const writing = await openBuild(build, { threads: 2 });
  await writing.run(`
    create table enrolment as
      select range::integer as stay, 'P' || range as participant, '850101-' || range as note from range(500000)`);
  await writing.close();
  database = await openQuery({ attach: [{ alias: "extract_1", path: build }] });
  await database.define("create view enrolment as select * from extract_1.enrolment");
  await database.lock();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

// Minutes of work, in batches that DuckDB can be stopped between.
const endless = "select count(*) from range(100000000) a(x), range(100000) b(y) where x * y % 7 = 3";

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => expect.unreachable("it should have failed"),
    (error: Error) => error,
  );
}

async function refusal(sql: string): Promise<Refusal> {
  const error = await failure(database.query(sql));
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

describe("stopping", () => {
  test("an abort stops the query within a second, and only it", async () => {
    const controller = new AbortController();
    const start = performance.now();
    const stopped = failure(database.query(endless, {}, { signal: controller.signal }));
    const other = database.rows("select sum(stay) as total from enrolment");
    setTimeout(() => controller.abort(), 100);
    expect((await stopped).name).toBe("AbortError");
    expect(performance.now() - start).toBeLessThan(1100);
    expect(await other).toEqual([{ total: 124999750000 }]);
    expect(toFault(await stopped).code).toBe("cancelled");
  });

  test("an abort while waiting for a turn, or before it, starts nothing", async () => {
    const busy = new AbortController();
    const running = Array.from({ length: 3 }, () => failure(database.query(endless, {}, { signal: busy.signal })));
    const waiting = new AbortController();
    const waited = failure(database.query("select 1", {}, { signal: waiting.signal }));
    waiting.abort();
    expect((await waited).name).toBe("AbortError");
    busy.abort();
    for (const each of running) expect((await each).name).toBe("AbortError");
    expect((await failure(database.query("select 1", {}, { signal: busy.signal }))).name).toBe("AbortError");
    expect(await database.rows("select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("an abort at any moment either stops the query or comes too late", async () => {
    for (let delay = 0; delay < 20; delay++) {
      const controller = new AbortController();
      const running = database.query(endless, {}, { signal: controller.signal });
      setTimeout(() => controller.abort(), delay / 2);
      expect((await failure(running)).name).toBe("AbortError");
    }
  });

  test("a time limit is told in seconds", async () => {
    const error = (await failure(database.query(endless, {}, { timeLimitMs: 500 }))) as Refusal;
    expect(error.code).toBe("time_limit");
    expect(error.text.sv).toContain("0,5 sekunder");
    expect(error.text.en).toContain("0.5 seconds");
  });

  test("a recursion without end meets the time limit", async () => {
    const recursion = "with recursive r as (select 1 as a union all select a + 1 from r) select count(*) from r";
    expect(((await failure(database.query(recursion, {}, { timeLimitMs: 300 }))) as Refusal).code).toBe("time_limit");
  });

  test("a batch that DuckDB cannot be stopped in keeps nobody waiting", async () => {
    const start = performance.now();
    const giant = "select length(repeat('x', 300000000)) from range(20)";
    const error = (await failure(database.query(giant, {}, { timeLimitMs: 200 }))) as Refusal;
    expect(error.code).toBe("time_limit");
    expect(performance.now() - start).toBeLessThan(2500);
  });

  test("closing waits for what is running", async () => {
    const own = await openQuery({ attach: [] });
    const answer = own.query("select count(*) as n from range(50000000) where range % 3 = 1");
    await own.close();
    expect((await answer).rowCount).toBe(1);
    await expect(own.query("select 1")).rejects.toThrow();
  });
});

describe("answers", () => {
  test("a row limit cuts the answer and says so", async () => {
    for (const limit of [0, 1, 2048, 2049, 5000]) {
      const answer = await database.query("from enrolment", {}, { limit });
      expect([answer.rowCount, answer.truncated]).toEqual([limit, true]);
      expect(answer.chunks.reduce((rows, chunk) => rows + chunk.rowCount, 0)).toBe(limit);
    }
    expect((await database.query("select 1", {}, { limit: 1 })).truncated).toBe(false);
  });

  test("values of parameters keep their types, and those not asked for are passed over", async () => {
    const sql = `select $text as text, $whole + 0 as whole, $half as half, $yes as yes, $list::varchar[] as list,
      $none::date as none, $day::date as day, len($empty) as empty`;
    const params = {
      text: "å'",
      whole: 3,
      half: 0.5,
      yes: true,
      list: ["a", "b"],
      none: null,
      day: "2022-10-01",
      empty: [],
    };
    expect(await database.rows(sql, { ...params, unasked: 1 })).toEqual([{ ...params, empty: 0 }]);
    expect(((await failure(database.query("select $text"))) as Refusal).code).toBe("parameter_missing");
  });

  test("columns are described without running", async () => {
    expect(
      await database.describe("select *, $x as x from enrolment where stay > $least", { x: "a", least: 1 }),
    ).toEqual([
      { name: "stay", type: "integer" },
      { name: "participant", type: "varchar" },
      { name: "note", type: "varchar" },
      { name: "x", type: "varchar" },
    ]);
    expect(await database.describe(endless)).toEqual([{ name: "count_star()", type: "bigint" }]);
  });

  test("several statements never run as one", async () => {
    expect(await failure(database.query("select 1; select 2"))).toBeInstanceOf(Error);
  });

  test("the known internal error of an optimizer stays away", async () => {
    const sql = `with t as (select stay % 10 as g, stay, stay || '' as text from enrolment)
      select g, count(*) as n from (select g, stay, text from t qualify row_number() over (partition by g order by stay) = 1) group by g`;
    expect((await database.query(sql)).rowCount).toBe(10);
  });
});

describe("errors", () => {
  test.each([
    ["select partcipant from enrolment", "unknown_column", '"partcipant"'],
    ["select e.foo from enrolment e", "unknown_column", '"foo"'],
    ["select foo", "unknown_column", '"foo"'],
    ["from enrolments", "unknown_table", '"enrolments"'],
    ["select x.a from enrolment e", "unknown_table", '"x"'],
    ["select wilson_lowest(1, 2)", "unknown_function", '"wilson_lowest"'],
    ["from wilson_lowest(1, 2)", "unknown_function", '"wilson_lowest"'],
    ["select sum(participant) from enrolment", "wrong_arguments", '"sum"'],
    ["select stay form enrolment where", "sql_syntax", "SQL"],
    ["select participant, count(*) from enrolment", "sql_invalid", "SQL"],
    ["select note::integer from enrolment", "conversion", '"note"'],
    ["select date 'x'", "conversion", "try_cast"],
    ["select 2147483647::integer + 1::integer", "out_of_range", "double"],
    ["select strptime(note, '%Y') from enrolment", "sql_failed", "values"],
    [
      "select paired_change([1, 2], [1])",
      "wrong_arguments",
      "paired_change belong together member by member, but have 2 and 1",
    ],
    ["select adjust_p([0.1], 'fdr')", "wrong_arguments", "method of adjust_p can only be 'holm', 'bh' or 'bonferroni'"],
    [
      "select wilcoxon_signed_rank([1], 'keep')",
      "wrong_arguments",
      "zeros of wilcoxon_signed_rank can only be 'drop' or 'pratt'",
    ],
    ["select error('by: none, sex')", "wrong_arguments", '"by" can only be none, sex'],
    ["set memory_limit = '1GB'", "refused_by_lock", "select"],
    ["from read_csv('/etc/passwd')", "refused_by_lock", "select"],
  ])("%s is %s", async (sql, code, names) => {
    const error = await refusal(sql);
    expect(error.code).toBe(code);
    expect(error.text.en).toContain(names);
    expect(error.text.sv).toMatch(/^\S.*\.$/);
  });

  test.each([
    "select note::integer from enrolment",
    "select strptime(note, '%Y') from enrolment",
    "select error(note) from enrolment",
    "select error(chr(10) || 'LINE 1: ' || note || chr(10)) from enrolment",
    "select ('x' || note)::json from enrolment",
    "select note::date from enrolment",
    "select note::enum('a') from enrolment",
    "select regexp_matches('a', '(' || note) from enrolment",
    "select (replace(note, '-', '') || '00000000')::bigint::integer from enrolment",
    "select 9223372036854775807 + replace(note, '-', '')::bigint from enrolment",
    "select strftime(now(), note || '%E') from enrolment",
    "select make_date(stay * 100000, 850101, 850101) from enrolment",
  ])("no error repeats a value from a row: %s", async (sql) => {
    const fault = toFault(await refusal(sql));
    expect(JSON.stringify(fault)).not.toMatch(/850101/);
  });

  test("too little memory is a sentence, and the database goes on", async () => {
    const small = await openQuery({ attach: [{ alias: "extract_1", path: build }], memoryLimit: "60MB" });
    const error = (await failure(
      small.query("select range, random() as r from range(30000000) order by r"),
    )) as Refusal;
    expect(error.code).toBe("out_of_memory");
    expect(await small.rows("select count(*) as n from extract_1.enrolment")).toEqual([{ n: 500_000 }]);
    await small.close();
  });
});

describe("a damaged build file", () => {
  const damages: [string, (whole: Buffer) => Buffer][] = [
    ["emptied", () => Buffer.alloc(0)],
    ["something else", () => Buffer.from("hello ".repeat(10_000))],
    ["cut in its first page", (whole) => whole.subarray(0, 100)],
    ["cut in the middle", (whole) => whole.subarray(0, whole.length >> 1)],
    ["scrambled at its start", (whole) => scrambled(whole, 4096, 8192)],
    ["scrambled in the middle", (whole) => scrambled(whole, whole.length >> 1, 300_000)],
  ];

  test.each(damages)("%s is refused as the extract's, with what to do", async (name, damage) => {
    const path = join(folder, `${name}.duckdb`);
    await writeFile(path, damage(await readFile(build)));
    const error = (await failure(readAll(path))) as Refusal;
    expect(error).toBeInstanceOf(Refusal);
    expect(error.code).toBe("build_damaged");
    expect(error.text.en).toContain("load it again");
  });

  test("a missing one too", async () => {
    const error = (await failure(readAll(join(folder, "missing.duckdb")))) as Refusal;
    expect(error.code).toBe("build_damaged");
    expect(error.text.sv).toContain('"extract_7"');
  });

  function scrambled(whole: Buffer, start: number, length: number): Buffer {
    const copy = Buffer.from(whole);
    for (let at = start; at < Math.min(start + length, copy.length); at++) copy[at]! ^= 0x5a;
    return copy;
  }

  async function readAll(path: string): Promise<void> {
    const damaged = await openQuery({ attach: [{ alias: "extract_7", path }] });
    try {
      await damaged.rows("select count(*), max(participant), max(note), sum(stay) from extract_7.enrolment");
    } finally {
      await damaged.close();
    }
  }
});
