import { type Table, tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TableMeta } from "../../electron/contract.ts";
import { encodeFault, encodeRows, encodeTable, frameTables } from "../../electron/engine/arrow.ts";
import { openQuery, type QueryDatabase, rowsOf } from "../../electron/engine/database.ts";
import { literal } from "../../electron/engine/literal.ts";

let database: QueryDatabase;
beforeAll(async () => {
  database = await openQuery({ attach: [] });
});
afterAll(() => database.close());

const meta: TableMeta = {
  kind: "sql",
  name: "sql",
  title: { sv: "Fråga", en: "Query" },
  sql: "select 1",
  params: {},
  programme: null,
  cutoff: null,
  selection: {},
  extracts: [],
  columns: [{ name: "n", type: "integer", label: { sv: "Antal åäö", en: "Number" }, role: "count", unit: "persons" }],
  rows: 1,
  truncated: false,
  milliseconds: 1,
  room: "evaluator",
  set_aside: [],
  product: "test",
  database: "test",
};

async function table(sql: string): Promise<Table> {
  return tableFromIPC(encodeTable(await database.query(sql), meta));
}

/** The one column's values as plain JavaScript; moments as ISO text. */
async function values(sql: string): Promise<unknown[]> {
  const answer = await table(sql);
  const column = answer.getChildAt(0);
  const isMoment = /Date|Timestamp/.test(String(column?.type));
  return Array.from({ length: answer.numRows }, (_, row) => {
    const value: unknown = column?.get(row);
    return isMoment && value !== null ? new Date(Number(value)).toISOString() : value;
  });
}

describe("each DuckDB type has its Arrow type", () => {
  test.each([
    ["true", "Bool", true],
    ["(-128)::tinyint", "Int32", -128],
    ["32767::smallint", "Int32", 32767],
    ["(-2147483648)::integer", "Int32", -2147483648],
    ["255::utinyint", "Int32", 255],
    ["65535::usmallint", "Int32", 65535],
    ["4294967295::uinteger", "Float64", 4294967295],
    ["9007199254740991::bigint", "Float64", 9007199254740991],
    ["-9007199254740991::bigint", "Float64", -9007199254740991],
    ["9007199254740991::ubigint", "Float64", 9007199254740991],
    ["3::hugeint", "Float64", 3],
    ["-9007199254740991::hugeint", "Float64", -9007199254740991],
    ["7::uhugeint", "Float64", 7],
    ["1.1", "Float64", 1.1],
    ["-0.05::decimal(4, 2)", "Float64", -0.05],
    ["123456.123456::decimal(38, 6)", "Float64", 123456.123456],
    ["0.5::float", "Float64", 0.5],
    ["0.1::double", "Float64", 0.1],
    ["1e300::double", "Float64", 1e300],
    ["'NaN'::double", "Float64", Number.NaN],
    ["'-inf'::double", "Float64", Number.NEGATIVE_INFINITY],
    ["date '2022-10-01'", "Date64<MILLISECOND>", "2022-10-01T00:00:00.000Z"],
    ["date '0001-01-01'", "Date64<MILLISECOND>", "0001-01-01T00:00:00.000Z"],
    ["date '9999-12-31'", "Date64<MILLISECOND>", "9999-12-31T00:00:00.000Z"],
    ["timestamp '2022-10-01 12:34:56.789999'", "Timestamp<MILLISECOND>", "2022-10-01T12:34:56.789Z"],
    ["timestamp '1900-01-01 00:00:00.0005'", "Timestamp<MILLISECOND>", "1900-01-01T00:00:00.000Z"],
    ["timestamp '1969-12-31 23:59:59.9999'", "Timestamp<MILLISECOND>", "1969-12-31T23:59:59.999Z"],
    ["'2022-10-01 12:00:00'::timestamp_s", "Timestamp<MILLISECOND>", "2022-10-01T12:00:00.000Z"],
    ["'2022-10-01 12:00:00.5'::timestamp_ms", "Timestamp<MILLISECOND>", "2022-10-01T12:00:00.500Z"],
    ["'2022-10-01 12:00:00.001'::timestamp_ns", "Timestamp<MILLISECOND>", "2022-10-01T12:00:00.001Z"],
    ["timestamptz '2022-10-01 12:00:00+02'", "Timestamp<MILLISECOND>", "2022-10-01T10:00:00.000Z"],
    ["'åäö 😀 \"''\"'", "Utf8", 'åäö 😀 "\'"'],
    ["''", "Utf8", ""],
    ["'exactly 12 b'", "Utf8", "exactly 12 b"],
    ["'thirteen byte'", "Utf8", "thirteen byte"],
    ["'M'::enum('F', 'M')", "Utf8", "M"],
    ["time '12:34:56'", "Utf8", "12:34:56"],
    ["interval 3 months", "Utf8", "3 months"],
    ["['a', null]", "Utf8", '["a",null]'],
    ["array_value(1, 2)", "Utf8", "[1,2]"],
    ["{'n': 2, 'lower': null::double}", "Utf8", '{"n":2,"lower":null}'],
    ["map {'k': 1}", "Utf8", '{"k":1}'],
    ["map {3: 'åäö \"'}", "Utf8", '{"3":"åäö \\""}'],
    ["[{'on': date '2022-10-01'}]", "Utf8", '[{"on":"2022-10-01"}]'],
    ["[timestamp '1969-12-31 23:59:59.9999']", "Utf8", '["1969-12-31T23:59:59.999Z"]'],
    ["[timestamptz '2022-10-01 12:00:00+02']", "Utf8", '["2022-10-01T10:00:00.000Z"]'],
    ["['NaN'::double, '-inf'::double, 0.5]", "Utf8", "[null,null,0.5]"],
    ["[9007199254740991, 9007199254740993]", "Utf8", '[9007199254740991,"9007199254740993"]'],
    ["[1.25::decimal(4, 2)]", "Utf8", "[1.25]"],
    ["[time '12:34:56']", "Utf8", '["12:34:56"]'],
    ["'00000000-0000-0000-0000-0000000000ff'::uuid", "Utf8", "00000000-0000-0000-0000-0000000000ff"],
    ["'{\"a\": 1}'::json", "Utf8", '{"a": 1}'],
    ["'ab'::blob", "Utf8", "ab"],
    ["9223372036854775807::varchar", "Utf8", "9223372036854775807"],
  ])("%s is %s", async (expression, type, expected) => {
    const answer = await table(`select ${expression} as x`);
    expect(String(answer.getChildAt(0)?.type)).toBe(type);
    expect(await values(`select ${expression} as x`)).toEqual([expected]);
    expect(
      await values(
        `select case when range % 2 = 1 then any_value(${expression}) end as x from range(3) group by range order by range`,
      ),
      "between nulls",
    ).toEqual([null, expected, null]);
  });
});

test.each([
  "9007199254740992",
  "-9007199254740992",
  "9223372036854775807",
  "18446744073709551615::ubigint",
  "1e30::hugeint",
  "1e20::decimal(38, 2)",
])("%s is refused, since a double would change it", async (expression) => {
  const answer = await database.query(`select ${expression} as population`);
  expect(() => encodeTable(answer, meta)).toThrow("population::varchar");
});

test("rows that are read and written again have the same JSON", async () => {
  const answer = await database.query(
    "select [1, null] as l, array_value(1, 2) as a, {'n': 2, 'on': date '2022-10-01'} as s, map {'k': 0.5} as m",
  );
  const [again] = tableFromIPC(encodeRows(answer.columns, rowsOf(answer), meta)).toArray();
  expect(again?.toJSON()).toEqual({ l: "[1,null]", a: "[1,2]", s: '{"n":2,"on":"2022-10-01"}', m: '{"k":0.5}' });
});

test("over chunk borders every row is there, in order, with its nulls", async () => {
  for (const rows of [0, 1, 7, 8, 9, 2047, 2048, 2049, 10_000]) {
    const sql = `select case when range % 3 = 0 then null else range::integer end as x from range(${rows})`;
    expect(await values(sql)).toEqual(Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? null : row)));
  }
});

test("chunks that are no multiple of eight rows keep their nulls and booleans in place", async () => {
  const parts = [5, 2048, 3, 13].map(
    (rows, part) => `select ${part} as part, range as row, range % 2 = 0 as even from range(${rows})`,
  );
  const sql = `from (${parts.join(" union all ")}) select case when row % 5 <> 0 then even end as x order by part, row`;
  const expected = [5, 2048, 3, 13].flatMap((rows) =>
    Array.from({ length: rows }, (_, row) => (row % 5 === 0 ? null : row % 2 === 0)),
  );
  expect(await values(sql)).toEqual(expected);
  expect(await values(sql.replace("case when row % 5 <> 0 then even end", "even"))).toHaveLength(expected.length);
});

test("what lay under a null does not go out", async () => {
  const sql = `
    with hidden as (select 4242424242 as wide, 42424242::integer as narrow, 4.25::double as real, date '2042-04-02' as day,
      timestamp '2042-04-02' as moment, 'hidden text of some length' as long_text, 'hidden' as short_text, true as flag
      from range(100))
    select ${["wide", "narrow", "real", "day", "moment", "long_text", "short_text", "flag"].map((name) => `if(wide > 0, null, ${name}) as ${name}`).join(", ")}
    from hidden`;
  const answer = await table(sql);
  expect(answer.nullCount).toBe(0);
  for (const { values: memory, nullCount } of answer.batches.flatMap((batch) => batch.data.children)) {
    expect(nullCount).toBe(100);
    expect(Array.from(memory as ArrayLike<number | bigint>).every((each) => Number(each) === 0)).toBe(true);
  }
});

test("a table without rows has its columns, types and words", async () => {
  const answer = await table("select 1::integer as n, 'x' as t, date '2020-01-01' as d where false");
  expect(answer.numRows).toBe(0);
  expect(answer.schema.fields.map((field) => `${field.name} ${field.type}`)).toEqual([
    "n Int32",
    "t Utf8",
    "d Date64<MILLISECOND>",
  ]);
  expect(JSON.parse(answer.schema.metadata.get("sammanhang") ?? "")).toEqual(meta);
  expect(JSON.parse(answer.schema.fields[0]?.metadata.get("sammanhang") ?? "")).toEqual(meta.columns[0]);
  expect(answer.schema.fields[1]?.metadata.size).toBe(0);
});

test("a fault is a table without columns that says what went wrong", () => {
  const failed = { ...meta, fault: { code: "unknown_column", message: { sv: "Nej.", en: "No." } } };
  const answer = tableFromIPC(encodeFault(failed));
  expect([answer.numCols, answer.numRows]).toEqual([0, 0]);
  expect(JSON.parse(answer.schema.metadata.get("sammanhang") ?? "")).toEqual(failed);
});

test("columns of one name are told apart", async () => {
  expect((await table("select 1 as a, 2 as a")).schema.fields.map(({ name }) => name)).toEqual(["a", "a:1"]);
});

test("tables are framed one behind the other", async () => {
  const tables = [encodeFault(meta), new Uint8Array(), encodeTable(await database.query("select 1 as n"), meta)];
  let framed = frameTables(tables);
  const parts: Uint8Array[] = [];
  while (framed.length > 0) {
    const length = new DataView(framed.buffer, framed.byteOffset).getUint32(0, true);
    parts.push(framed.slice(4, 4 + length));
    framed = framed.subarray(4 + length);
  }
  expect(parts).toEqual(tables);
});

test("any table reads as the driver's own rows", async () => {
  const cell = fc.record(
    {
      i: fc.option(fc.integer()),
      d: fc.option(fc.double()),
      b: fc.option(fc.boolean()),
      t: fc.option(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("a text repeated in many rows", "kort"))),
      day: fc.option(fc.integer({ min: -100_000, max: 100_000 })),
    },
    { noNullPrototype: true },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 150 }),
      async (cells, times) => {
        const rows = cells.map(
          ({ i, d, b, t, day }, at) =>
            `(${[at, i, d, b, t?.replaceAll("\0", "") ?? null, day].map(literal).join(", ")})`,
        );
        const answer = await database.query(`
        select i::integer as i, i::bigint as wide, d::double as d, b::boolean as b, t::varchar as t,
          date '1970-01-01' + day::integer as day, (date '1970-01-01' + day::integer)::timestamp as moment
        from (values ${rows.join(", ")}) cells(nth, i, d, b, t, day), range(${times}) order by range, nth`);
        const names = answer.columns.map(({ name }) => name);
        const expected = answer.chunks
          .flatMap((chunk) => chunk.getRowObjects(names))
          .map((row) => ({
            ...row,
            wide: row.wide === null ? null : Number(row.wide),
            day: row.day === null ? null : `${row.day}T00:00:00.000Z`,
            moment: row.moment === null ? null : `${row.moment}`.replace(" ", "T").padEnd(19).concat(".000Z"),
          }));
        const encoded = tableFromIPC(encodeTable(answer, meta));
        const iso = (value: unknown) => (value === null ? null : new Date(Number(value)).toISOString());
        const actual = encoded
          .toArray()
          .map((row) => ({ ...row.toJSON(), day: iso(row.day), moment: iso(row.moment) }));
        expect(actual).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});
