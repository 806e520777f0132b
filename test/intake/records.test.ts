import { mkdtempSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { openBuild } from "../../electron/engine/database.ts";
import { type CsvRecord, readRecords } from "../../electron/intake/records.ts";

function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "records-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "table.csv");
}

async function recordsOf(text: string): Promise<CsvRecord[]> {
  const path = temporaryFile();
  await writeFile(path, text);
  const records: CsvRecord[] = [];
  for await (const record of readRecords(path, ",")) records.push(record);
  return records;
}

test("a record is told by the line where it begins, whatever its line breaks", async () => {
  const records = await recordsOf('a,b\r\n1,"x\r\ny"\n\n2,"z ""q"""\r3,w');
  expect(records.map(({ line, fields, bytes }) => [line, fields, bytes.toString()])).toEqual([
    [1, 2, "a,b"],
    [2, 2, '1,"x\r\ny"'],
    [4, 1, ""],
    [5, 2, '2,"z ""q"""'],
    [6, 2, "3,w"],
  ]);
});

test("what is wrong with a record's form is seen", async () => {
  const [misquoted, tail, open] = await recordsOf('1,"a"b\n1,,\n1,"a\nb');
  expect(misquoted).toMatchObject({ misquoted: true, unterminated: false });
  expect(tail).toMatchObject({ fields: 3, emptyTail: 2 });
  expect(open).toMatchObject({ line: 3, unterminated: true });
});

test("a record may be longer than what is read at once", async () => {
  const long = "x".repeat(3 << 20);
  const records = await recordsOf(`a,b\n1,${long}\n2,y\n`);
  expect(records.map(({ line, bytes }) => [line, bytes.length])).toEqual([
    [1, 3],
    [2, long.length + 2],
    [3, 3],
  ]);
});

test("where DuckDB reads a file, both readers see the same records", async () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[a-z åäö']{0,4}$/),
    fc.stringMatching(/^[a-z,\n" ]{0,6}$/).map((text) => `"${text.replaceAll('"', '""')}"`),
  );
  const file = fc.record({
    rows: fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }),
    blank: fc.nat(8),
    lineBreak: fc.constantFrom("\n", "\r\n"),
    openEnd: fc.boolean(),
  });
  const path = temporaryFile();
  const database = await openBuild(":memory:");
  onTestFinished(() => database.close());
  await fc.assert(
    fc.asyncProperty(file, async ({ rows, blank, lineBreak, openEnd }) => {
      const lines = ["a,b,c", ...rows.map((row) => row.join(","))];
      lines.splice(blank + 1, 0, "");
      await writeFile(path, lines.join(lineBreak) + (openEnd ? "" : lineBreak));
      const seen = await database.all(`select a, b, c from read_csv('${path}', auto_detect = false, header = true,
        delim = ',', quote = '"', escape = '"', columns = {a: 'varchar', b: 'varchar', c: 'varchar'})`);
      const records: CsvRecord[] = [];
      for await (const record of readRecords(path, ",")) if (!record.blank) records.push(record);
      expect(records.length - 1).toBe(seen.length);
    }),
    { numRuns: 150 },
  );
});
