import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sammanhang } from "./spawned.ts";
import { demonstration, temporaryFolder } from "./workspace.ts";

const temporary = await temporaryFolder();
let workspace: string;
beforeAll(async () => {
  workspace = await demonstration(temporary.folder);
});
afterAll(temporary.remove);

interface Answer {
  meta: Record<string, unknown>;
  rows: Record<string, unknown>[];
}

async function json(...args: string[]): Promise<Answer> {
  const { stdout, stderr, code } = await sammanhang(...args, "--workspace", workspace, "--format", "json");
  expect([code, stderr.includes("\n    at ")]).toEqual([0, false]);
  return JSON.parse(stdout) as Answer;
}

const CLAIM = ["indicator", "work-or-study-at-exit", "--cutoff", "2022-10-01", "--where", "municipality=1781"];

describe("--format json", () => {
  test("an indicator: unrounded numbers, and where they come from", async () => {
    const { meta, rows } = await json(...CLAIM);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ n: 38, k: 24, suppressed: [] });
    expect(rows[0]!.estimate).toBe(24 / 38);
    expect(rows[0]!.lower).toBeCloseTo(0.4728, 4);
    expect(rows[0]!.upper).toBeCloseTo(0.7662, 4);
    expect(meta).toMatchObject({
      indicator: "work-or-study-at-exit",
      cutoff: "2022-10-01",
      room: "evaluator",
      policy: null,
      rows: 1,
      truncated: false,
    });
    expect(meta.sql).toMatch(/^with /);
    expect(meta.milliseconds).toBeTypeOf("number");
    expect(meta.extracts).toEqual([expect.objectContaining({ extract: expect.stringMatching(/^[0-9a-f]{64}$/) })]);
  });

  test("the other denominator", async () => {
    const other = ["--denominator", "enrolled", "--cutoff", "2022-12-31", "--where", "municipality=1781"];
    const { rows } = await json("indicator", "work-or-study-at-exit", ...other);
    expect(rows[0]).toMatchObject({ n: 64, k: 25 });
    expect(rows[0]!.lower).toBeCloseTo(0.2806, 4);
    expect(rows[0]!.upper).toBeCloseTo(0.5131, 4);
  });

  test("groups, and several codes after one column", async () => {
    const { rows } = await json("indicator", "work-or-study-at-exit", "--by", "sex", "--where", "sex=F,M");
    expect(rows.map(({ sex }) => sex).sort()).toEqual(["F", "M"]);
  });

  test("dates, truth, nothing and text", async () => {
    const sql =
      "select date '2024-02-29' as day, true as yes, null::integer as nothing, 'å, \"ä\"' as text, 0.1::double as x, 'nan'::double as undefined";
    const { rows, meta } = await json("sql", sql);
    expect(rows).toEqual([
      { day: "2024-02-29", yes: true, nothing: null, text: 'å, "ä"', x: 0.1, undefined: null, suppressed: [] },
    ]);
    expect(meta).toMatchObject({ rows: 1, truncated: false });
  });

  test("structs, lists, arrays and maps are values", async () => {
    const sql = `select {'n': 2, 'lower': null::double} as s, [1, null] as l, array_value('a', 'b') as a, map {'k': date '2024-02-29'} as m,
      [{'big': 9007199254740993}] as deep, '[1]' as text, null::integer[] as nothing`;
    const { rows } = await json("sql", sql);
    expect(rows).toEqual([
      {
        s: { n: 2, lower: null },
        l: [1, null],
        a: ["a", "b"],
        m: { k: "2024-02-29" },
        deep: [{ big: "9007199254740993" }],
        text: "[1]",
        nothing: null,
        suppressed: [],
      },
    ]);
  });

  test("a view with a parameter says which it was given", async () => {
    const { meta } = await json("view", "exit_reasons", "--param", "cutoff=2022-10-01");
    expect(meta).toMatchObject({ view: "exit_reasons", cutoff: "2022-10-01" });
  });

  test("an empty text is none of a parameter's choices", async () => {
    const args = ["view", "kasam_score", "--workspace", workspace, "--format", "json", "--language", "en"];
    for (const param of ["scale", "subscale"]) {
      const { code, stdout, stderr } = await sammanhang(...args, "--param", `${param}=`);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(`The parameter "${param}" of view "kasam_score" cannot be "". Choose from`);
    }
    expect((await sammanhang(...args, "--param", "subscale=null")).code).toBe(0);
  });

  test("the catalogue", async () => {
    const catalog = (await json("catalog")) as unknown as Record<string, Record<string, unknown>[]>;
    expect(Object.keys(catalog)).toEqual(["views", "indicators", "programmes", "scales", "extracts", "problems"]);
    expect(Object.keys(catalog.views![0]!)).toEqual(["name", "title", "description", "params", "columns"]);
    expect(Object.keys(catalog.indicators![0]!)).toEqual(["name", "version", "title", "kind", "programmes"]);
    expect(Object.keys(catalog.programmes![0]!)).toEqual(["name", "title", "targets", "indicators"]);
    const text = { sv: expect.any(String), en: expect.any(String) };
    expect(catalog.views![0]).toMatchObject({ title: text, description: text });
    const described = catalog.views!.flatMap(
      ({ params, columns }) => [params, columns].flat() as { description?: object }[],
    );
    for (const { description } of described) expect(description ?? text).toEqual(text);
    expect(catalog.problems).toEqual([]);
  });
});

describe("the other formats say the same", () => {
  test("csv", async () => {
    const sql = "select date '2024-02-29' as day, 1/3 as third, null as nothing, 'å, \"ä\"' as \"a,b\"";
    const { stdout } = await sammanhang("sql", sql, "--workspace", workspace, "--format", "csv");
    expect(stdout).toBe('day,third,nothing,"a,b"\n2024-02-29,0.3333333333333333,,"å, ""ä"""\n');
    const nested = "select {'n': 2, 'lower': null} as s, [1, null] as l";
    const { stdout: json } = await sammanhang("sql", nested, "--workspace", workspace, "--format", "csv");
    expect(json).toBe('s,l\n"{""n"":2,""lower"":null}","[1,null]"\n');
  });

  test("arrow, with what the table says about itself", async () => {
    const { bytes } = await sammanhang(...CLAIM, "--workspace", workspace, "--format", "arrow");
    const table = tableFromIPC(bytes);
    expect(table.get(0)?.toJSON()).toMatchObject({ n: 38, k: 24, estimate: 24 / 38 });
    expect(JSON.parse(table.schema.metadata.get("sammanhang")!)).toMatchObject({ name: "work-or-study-at-exit" });
  });

  test("a table for the eye has the words of the language, and data alone on stdout", async () => {
    const { stdout, stderr } = await sammanhang(...CLAIM, "--workspace", workspace, "--language", "sv");
    expect(stdout).toMatch(/0,6316/);
    expect(stdout).toMatch(/^┌/);
    expect(stderr).toMatch(/38/);
    const english = await sammanhang(...CLAIM, "--workspace", workspace, "--language", "en");
    expect(english.stdout).toMatch(/0\.6316/);
  });

  test("--out writes the same to a file", async () => {
    const out = join(temporary.folder, "answer.csv");
    const { code, stdout } = await sammanhang(
      "sql",
      "select 1 as one",
      "--workspace",
      workspace,
      "--format",
      "csv",
      "--out",
      out,
    );
    expect([code, stdout, await readFile(out, "utf8")]).toEqual([0, "", "one\n1\n"]);
  });
});

describe("load", () => {
  const pack = (name: string) => join(temporary.folder, name);

  test("an accepted package: exactly the keys that are promised", async () => {
    const args = ["--programme", "varmlands-arbetskraft-2", "--participants", "50", "--seed", "7"];
    expect((await sammanhang("synth", ...args, "--out", pack("good"))).code).toBe(0);
    const folder = pack("ny");
    await sammanhang("new", folder);
    const { code, stdout } = await sammanhang("load", pack("good"), "--workspace", folder, "--format", "json");
    const report = JSON.parse(stdout);
    expect([code, report.verdict]).toEqual([0, "accepted"]);
    expect(Object.keys(report)).toEqual([
      "verdict",
      "extract",
      "programme",
      "as_of",
      "tables",
      "set_aside",
      "flags",
      "refusals",
      "notes",
    ]);
    expect(report.extract).toMatch(/^[0-9a-f]{64}$/);
    expect(report.tables).toContainEqual({ table: "participant", rows: 50, kept: 50, set_aside: 0 });
    const again = await sammanhang("load", pack("good"), "--workspace", folder, "--format", "json");
    expect(JSON.parse(again.stdout).extract).toBe(report.extract);
  });

  test("a refused package: exit 1, the report on stdout, a sentence on stderr, and the place but not the value", async () => {
    await mkdir(pack("bad"));
    const manifest = {
      format: "sammanhang-extract/1",
      programme: "varmlands-arbetskraft-2",
      as_of: "2022-12-31",
      completeness: "final",
      supplied_by: "Test",
      items: "raw",
    };
    await writeFile(join(pack("bad"), "extract.json"), JSON.stringify(manifest));
    await writeFile(join(pack("bad"), "participant.csv"), "participant,sex_at_enrolment\n19811218-9876,F\n");
    await writeFile(
      join(pack("bad"), "enrolment.csv"),
      "enrolment,participant,municipality,started_on\nE1,19811218-9876,1781,2021-01-01\n",
    );
    const { code, stdout, stderr } = await sammanhang(
      "load",
      pack("bad"),
      "--workspace",
      workspace,
      "--format",
      "json",
    );
    const report = JSON.parse(stdout);
    expect([code, report.verdict]).toEqual([1, "refused"]);
    expect(report.refusals).toContainEqual(
      expect.objectContaining({ file: "participant.csv", line: 2, column: "participant", message: expect.any(String) }),
    );
    expect(stdout + stderr).not.toContain("9876");
    expect(stderr).toMatch(/\S/);
  });
});
