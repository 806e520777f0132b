import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keyOfCell } from "../../electron/cli/alter-counts.ts";
import { createWorkspace } from "../../electron/workspace.ts";
import { protect } from "./run-protect.ts";

const cells = "town,sex,n\nA,F,30\nA,M,2\nB,F,7\nB,M,12\nC,F,9\n";
const by = ["--by", "town,sex", "--count", "n"];

describe("what is written", () => {
  test("every cell and margin as csv, absent combinations as zero, hidden counts empty", async () => {
    const { code, stdout, stderr } = await protect(cells, ...by, "--format", "csv");
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n")).toEqual([
      "town,sex,n,state",
      "A,F,,secondary",
      "A,M,,primary",
      "A,*,32,shown",
      "B,F,,secondary",
      "B,M,,secondary",
      "B,*,19,shown",
      "C,F,9,shown",
      "C,M,0,shown",
      "C,*,9,shown",
      "*,F,46,shown",
      "*,M,14,shown",
      "*,*,60,shown",
    ]);
    expect(stderr).toMatch(/12 cells and totals. 1 are too small to show, and 3 more/);
  });

  test("json names the hidden column of each row", async () => {
    const { meta, rows } = JSON.parse((await protect(cells, ...by, "--format", "json")).stdout);
    expect(meta).toMatchObject({ by: ["town", "sex"], count: "n", min: 5, room: "evaluator", rows: 12 });
    expect(rows[1]).toEqual({ town: "A", sex: "M", n: null, state: "primary", suppressed: ["n"] });
    expect(rows[2]).toEqual({ town: "A", sex: "*", n: 32, state: "shown", suppressed: [] });
  });

  test("the steering room is not told which cell was too small", async () => {
    const { stdout, stderr } = await protect(cells, ...by, "--format", "csv", "--room", "steering");
    expect(stdout).not.toMatch(/primary|secondary/);
    expect(stdout.match(/hidden/g)?.length).toBe(4);
    expect(stderr).toBe("12 cells and totals, of which 4 are hidden.\n");
  });

  test("the steering room gets neither rounded counts nor noise, which would tell more of what is hidden", async () => {
    for (const method of [["round"], ["cell-key", "--key", "x"]]) {
      const answer = await protect(cells, ...by, "--room", "steering", "--method", ...method);
      expect([answer.code, answer.stdout]).toEqual([1, ""]);
      expect(answer.stderr).toMatch(/no rounded counts and no noise/);
    }
  });

  test("semicolons, quotation marks, Windows-1252, a byte order mark and other columns are read", async () => {
    const text = '"stad";kön;antal;källa\r\n"Åmål; gamla";K;10;x\r\nSäffle;M;20;"a ""b"""\r\n';
    for (const bytes of [Buffer.from(text, "latin1"), Buffer.from(`\ufeff${text}`)]) {
      const { code, stdout } = await protect(bytes, "--by", "stad", "--count", "antal", "--format", "csv");
      expect([code, stdout]).toEqual([0, "stad,antal,state\nÅmål; gamla,10,shown\nSäffle,20,shown\n*,30,shown\n"]);
    }
  });

  test("a code may be named as something that every JavaScript object has", async () => {
    const { stdout } = await protect(
      "town,n\nconstructor,10\ntoString,20\n",
      "--by",
      "town",
      "--count",
      "n",
      "--format",
      "csv",
    );
    expect(stdout).toBe("town,n,state\nconstructor,10,shown\ntoString,20,shown\n*,30,shown\n");
  });

  test("a higher smallest count hides more", async () => {
    const { stdout } = await protect(cells, ...by, "--format", "csv", "--min", "10");
    expect(stdout).toMatch(/B,F,,primary/);
  });
});

describe("what is refused, with a sentence", () => {
  const refused: [string, string, RegExp][] = [
    ["an unknown column", "town,n\nA,1\n", /no column "sex". It has town, n\./],
    ["a column named twice", "town,sex,n,n\nA,F,1,1\n", /several columns named "n"/],
    ["a negative count", "town,sex,n\nA,F,-1\n", /line 2 in column "n" is "-1"/],
    ["a fraction", "town,sex,n\nA,F,1\nA,M,2.5\n", /line 3 in column "n" is "2.5"/],
    ["no count", "town,sex,n\nA,F,\n", /line 2 in column "n" is empty/],
    ["a cell twice", "town,sex,n\nA,F,1\nA,M,1\nA,F,2\n", /Line 4 has the same cell as line 2: A, F/],
    ["a total", "town,sex,n\nA,*,1\n", /Line 2 is a total/],
    ["no code", "town,sex,n\nA,,1\n", /Line 2 has no code in column "sex"/],
    ["a short line", "town,sex,n\nA,F\n", /Line 2 has 2 fields, but the header has 3/],
    ["a stray quotation mark", 'town,sex,n\nA,"F"x,1\n', /Line 2 has a quotation mark/],
    ["an empty file", "", /is empty/],
    ["a header alone", "town,sex,n\n", /no lines below the header/],
  ];
  test.each(refused)("%s", async (_, text, sentence) => {
    const { code, stdout, stderr } = await protect(text, ...by);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(sentence);
  });

  test("a file that is not there", async () => {
    const { code, stderr } = await protect(cells, ...by, "--out", "/nowhere/at/all.csv");
    expect([code, stderr.includes("/nowhere/at/all.csv cannot be written")]).toEqual([1, true]);
  });

  test.each([
    ["--by", "a,b,c,d,e", "--count", "n"],
    ["--by", "town,town", "--count", "n"],
    ["--by", "town,sex"],
    [...by, "--min", "2"],
    [...by, "--min", "4.5"],
    [...by, "--format", "arrow"],
  ])("wrong usage ends with 2", async (...args) => {
    expect((await protect(cells, ...args)).code).toBe(2);
  });
});

describe("--method", () => {
  const counts = async (text: string, ...args: string[]) => {
    const { code, stdout } = await protect(text, ...args, "--format", "csv");
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split("\n").slice(1);
    return new Map(lines.map((line) => [line.split(",").slice(0, -2).join(), Number(line.split(",").at(-2))]));
  };
  const noisy = [...by, "--method", "cell-key", "--key", "salt"];

  test("round: the handbook's counts to the nearest 5, the total by itself", async () => {
    const handbook = [1, 3, 6, 12, 16, 20, 23, 39].map((count, at) => `T${at},${count}`);
    const rounded = await counts(
      `town,n\n${handbook.join("\n")}\n`,
      "--by",
      "town",
      "--count",
      "n",
      "--method",
      "round",
    );
    // The parts make 120 too, by chance; 2 and 1 make 3, which is rounded to 5 while both parts become 0.
    expect([...rounded.values()]).toEqual([0, 5, 5, 10, 15, 20, 25, 40, 120]);
    const small = await counts("town,n\nA,2\nB,1\n", "--by", "town", "--count", "n", "--method", "round");
    expect([...small.values()]).toEqual([0, 0, 5]);
  });

  test("cell-key: keys as Python's hmac makes them, whatever the order of columns", () => {
    const cell = [
      ["town", "A"],
      ["sex", "F"],
    ] as const;
    expect(keyOfCell(cell, "salt")).toBeCloseTo(0.632188851309202, 12);
    expect(keyOfCell([cell[1], cell[0]], "salt")).toBe(keyOfCell(cell, "salt"));
    expect(
      keyOfCell(
        [
          ["town", "A"],
          ["sex", "*"],
        ],
        "salt",
      ),
    ).toBeCloseTo(0.7862972896064129, 12);
    expect(keyOfCell([], "salt")).toBeCloseTo(0.06252996424592894, 12);
  });

  test("cell-key: the same cell has the same noise in every table, zero stays, nobody is shown as one or two", async () => {
    const first = await counts(cells, ...noisy);
    expect(await counts(cells, ...noisy)).toEqual(first);
    const towns = await counts("town,n\nA,32\nB,19\nC,9\n", "--by", "town", "--count", "n", ...noisy.slice(4));
    for (const town of ["A", "B", "C"]) expect(towns.get(town)).toBe(first.get(`${town},*`));
    expect(first.get("C,M")).toBe(0);
    expect([...first.values()].some((count) => count === 1 || count === 2)).toBe(false);
    const other = await counts(cells, ...noisy.slice(0, -1), "pepper");
    expect([...other.values()]).not.toEqual([...first.values()]);
  });

  test("noise without a key is refused, and so is another method", async () => {
    const { code, stderr } = await protect(cells, ...noisy.slice(0, -2));
    expect([code, stderr]).toEqual([1, expect.stringContaining("--key")]);
    expect((await protect(cells, ...by, "--method", "swap")).code).toBe(2);
  });

  test("a workspace's policy says what is done, unless the command line does", async () => {
    const workspace = join(await mkdtemp(join(tmpdir(), "policy-")), "workspace");
    await createWorkspace(workspace, { name: "Test", language: "en", programmes: [] });
    const file = join(workspace, "workspace.json");
    const settings = JSON.parse(await readFile(file, "utf8"));
    expect(settings.disclosure.exports).toBe("suppress");
    const text = (exports: string) =>
      JSON.stringify({ ...settings, disclosure: { ...settings.disclosure, exports, glyph: "x", smallest_count: 8 } });
    await writeFile(file, text("round"));
    expect((await counts(cells, ...by, "--workspace", workspace)).get("A,F")).toBe(30);
    expect((await counts(cells, ...by, "--workspace", workspace)).get("B,F")).toBe(5);
    const { stdout } = await protect(cells, ...by, "--workspace", workspace, "--method", "suppress");
    expect(stdout).toMatch(/B\s+│ F\s+│\s+x │ primary/);
    // With noise, and no key given, the workspace's own is used: the same noise each time.
    await writeFile(file, text("cell_key"));
    const noisy = await counts(cells, ...by, "--workspace", workspace);
    expect(await counts(cells, ...by, "--workspace", workspace)).toEqual(noisy);
    await writeFile(file, text("guess"));
    expect((await protect(cells, ...by, "--workspace", workspace)).code).toBe(1);
  });
});
