import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sammanhang } from "../cli/spawned.ts";
import { demonstration, temporaryFolder } from "../cli/workspace.ts";

const temporary = await temporaryFolder();
let workspace: string;
beforeAll(async () => {
  workspace = await demonstration(temporary.folder);
});
afterAll(temporary.remove);

const risk = (...args: string[]) => sammanhang("risk", "--workspace", workspace, ...args);

test("a suggestion is applied and taken back; the measure follows", async () => {
  const json = async (...args: string[]) => {
    const { code, stdout, stderr } = await risk("--columns", "municipality,sex,age", "--format", "json", ...args);
    expect([code, stderr.includes("\n    at ")]).toEqual([0, false]);
    return JSON.parse(stdout);
  };
  const before = await json();
  expect(before.meta).toMatchObject({ k: 5, room: "evaluator" });
  expect(before.meta.sql.microdata_risk).toMatch(/quasi_identifiers"? := \['municipality', 'sex', 'age'\]/);
  expect(before.risk.quasi_identifiers).toBe("municipality, sex, age");
  expect(before.subsets).toHaveLength(7);
  const band = before.suggestions.find((each: { way: string }) => each.way === "band");
  expect(band.small_before).toBe(before.risk.small_class_persons);
  expect(band.gained).toBeGreaterThan(0);

  const after = await json("--apply", "age:band");
  expect(after.risk.small_class_persons).toBe(band.small_after);
  expect(after.meta.extracts[0].coarsened).toMatchObject([{ column: "age", way: "band" }]);
  const file = join(workspace, "coarsening", `${after.meta.programme}.json`);
  expect(JSON.parse(await readFile(file, "utf8")).steps).toMatchObject([{ column: "age", way: "band" }]);

  const undone = await json("--undo", "age:band");
  expect(undone.risk).toEqual(before.risk);
});

test("what cannot be is refused with a sentence", async () => {
  const cases: [string[], number, RegExp][] = [
    [["--columns", "sex,shoe_size"], 1, /shoe_size/],
    [["--apply", "sex:rare"], 1, /cannot be made coarser/],
    [["--apply", "age"], 2, /column:way/],
    [["--k", "1"], 2, /2 or more/],
    [["--programme", "nobody"], 1, /nobody/],
  ];
  for (const [args, expected, sentence] of cases) {
    const { code, stderr } = await risk("--language", "en", ...args);
    expect([args, code]).toEqual([args, expected]);
    expect(stderr).toMatch(sentence);
  }
});
