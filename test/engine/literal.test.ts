import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Value } from "../../electron/contract.ts";
import { openQuery, type QueryDatabase } from "../../electron/engine/database.ts";
import { replaceParameters, withLiterals } from "../../electron/engine/literal.ts";

let database: QueryDatabase;
beforeAll(async () => {
  database = await openQuery({ attach: [] });
});
afterAll(() => database.close());

test.each([
  ["select $a", "select <a>"],
  ["select $a::date, $a", "select <a>::date, <a>"],
  ["select '$a', 'it''s $a', $a", "select '$a', 'it''s $a', <a>"],
  [String.raw`select e'\' $a', E'''$a', $a`, String.raw`select e'\' $a', E'''$a', <a>`],
  [String.raw`select 'ends in a backslash\', $a`, String.raw`select 'ends in a backslash\', <a>`],
  ['select "$a", "a""$a", $a', 'select "$a", "a""$a", <a>'],
  ["select $$ $a $$, $tag$ $a $$ $tag$, $a", "select $$ $a $$, $tag$ $a $$ $tag$, <a>"],
  ["select 1 -- $a '\n, $a", "select 1 -- $a '\n, <a>"],
  ["select 1 /* ' $a /* $a */ $a */, $a", "select 1 /* ' $a /* $a */ $a */, <a>"],
  ["select '/*', $a, '*/'", "select '/*', <a>, '*/'"],
  ["select 1 /* $a", "select 1 /* $a"],
  ["select some$a, x$a$a", "select some$a, x$a$a"],
  ["select $å_1 '😀$a' $a 😀$a", "select <å_1> '😀$a' <a> 😀<a>"],
  ["select $1, $", "select $1, $"],
])("in %s the parameter is found, and nothing else", (sql, expected) => {
  expect(replaceParameters(sql, (name) => `<${name}>`)).toBe(expected);
});

test("a parameter without a value is refused by its name", () => {
  expect(() => withLiterals("select $toString", {})).toThrow('The parameter "toString" has no value');
});

const awkward: Value[] = [
  "",
  "'",
  "''; drop table t; --",
  "\\",
  "\\'",
  "$a",
  "$$",
  "a\nb\t",
  "nu\0ll",
  "/* */ -- åäö 😀",
  null,
  true,
  0,
  -0,
  -5,
  0.1,
  -1e-7,
  1e300,
  Number.MAX_SAFE_INTEGER,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  [],
  ["1781", "1780"],
  [1, 2.5, -3],
  [["a", "'"], []],
];

test.each(awkward.map((value) => ({ value })))(
  "$value reads the same as literal and as bound value",
  async ({ value }) => {
    await expectSame(value);
  },
);

test("any text or number reads the same as literal and as bound value", async () => {
  const values = fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.integer(), fc.array(fc.string()));
  await fc.assert(fc.asyncProperty(values, expectSame), { numRuns: 200 });
});

async function expectSame(value: Value): Promise<void> {
  const sql = "select $value as value, typeof($value) as type, 10 -$number as difference";
  const params = { value, number: -3 };
  expect(await database.rows(withLiterals(sql, params))).toEqual(await database.rows(sql, params));
}
