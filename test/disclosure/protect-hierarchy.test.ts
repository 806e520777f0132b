import { describe, expect, test } from "vitest";
import { attack, type Published } from "./attacker.ts";
import { fileOf, protect } from "./run-protect.ts";

/** Runs `protect` by the columns of codes in the header, the last but for the count, with groups for the first of them. */
async function protectGrouped(cells: string, groups: string, ...args: string[]) {
  const file = await fileOf("groups.csv", groups);
  const names = cells.split("\n")[0]!.split(",").slice(0, -1);
  const given = ["--by", names.join(), "--count", "n", "--hierarchy", `${names[0]}=${file}`, ...args];
  return { file, ...(await protect(cells, ...given)) };
}

function rowsOf(csv: string): { codes: string[]; count: number | null; state: string }[] {
  const lines = csv.trimEnd().split("\n").slice(1);
  return lines.map((line) => {
    const fields = line.split(",");
    const count = fields.at(-2)!;
    return { codes: fields.slice(0, -2), count: count === "" ? null : Number(count), state: fields.at(-1)! };
  });
}

const towns = "town,n\n1730,3\n1737,40\n1780,50\n1880,10\n1881,60\n";
const counties = "code,parent\n1730,17\n1737,17\n1780,17\n1880,18\n1881,18\n";
const groups = { "1730": "17", "1737": "17", "1780": "17", "1880": "18", "1881": "18" };
const codes = Object.keys(groups);

describe("a table whose counties are known", () => {
  test("protected without them, the small count is what its county's sum leaves over", async () => {
    const rows = rowsOf((await protect(towns, "--by", "town", "--count", "n", "--format", "csv")).stdout);
    expect(rows.filter(({ count }) => count === null).map(({ codes: [town] }) => town)).toEqual(["1730", "1880"]);
    // 3 + 40 + 50 and 10 + 60.
    const sums = [
      { codes: ["17"], count: 93 },
      { codes: ["18"], count: 70 },
    ];
    const alone = attack({ dimensions: [{ codes }], cells: rows });
    expect(alone.bounds(0)).toEqual([0, 13]);
    alone.close();
    const withCounties = attack({ dimensions: [{ codes, groups }], cells: [...rows, ...sums] });
    expect(withCounties.bounds(0)).toEqual([3, 3]);
    withCounties.close();
  });

  test("protected with them, it is hidden by another of its own county", async () => {
    const { code, stdout, stderr } = await protectGrouped(towns, counties, "--format", "csv");
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n")).toEqual([
      "town,n,state",
      "1730,,primary",
      "1737,,secondary",
      "1780,50,shown",
      "17,93,shown",
      "1880,10,shown",
      "1881,60,shown",
      "18,70,shown",
      "*,163,shown",
    ]);
    expect(stderr).toBe(
      "8 cells and totals. 1 are too small to show, and 1 more are hidden so that those cannot be worked out.\n",
    );
    const told = attack({ dimensions: [{ codes, groups }], cells: rowsOf(stdout) });
    expect(told.bounds(0)).toEqual([0, 43]);
    told.close();
  });

  test("with a further column and two levels, whoever solves for all hidden counts finds none", async () => {
    const cells =
      "town,sex,n\n1730,F,3\n1730,M,9\n1737,F,12\n1737,M,8\n1780,F,1\n1780,M,20\n1880,F,7\n1880,M,30\n1881,F,14\n1881,M,2\n2001,F,6\n2001,M,11\n";
    const levels = `${counties}17,west\n18,west\n2001,20\n`;
    const { code, stdout } = await protectGrouped(cells, levels, "--format", "csv");
    expect(code).toBe(0);
    const rows = rowsOf(stdout);
    // Six towns, three counties, west and all; two sexes and all.
    expect(rows).toHaveLength(11 * 3);
    const published: Published = {
      dimensions: [
        { codes: [...codes, "2001"], groups: { ...groups, "17": "west", "18": "west", "2001": "20" } },
        { codes: ["F", "M"] },
      ],
      cells: rows,
    };
    const attacked = attack(published);
    const hidden = rows.flatMap(({ state }, cell) => (state === "shown" ? [] : [{ cell, state }]));
    expect(hidden.filter(({ state }) => state === "primary")).toHaveLength(3);
    for (const { cell, state } of hidden) {
      const [low, high] = attacked.bounds(cell);
      expect(high - low).toBeGreaterThanOrEqual(state === "primary" ? 5 : 1);
    }
    attacked.close();
  });
});

describe("what is written", () => {
  const mixed = "town,sex,n\n1880,F,10\n1780,F,20\n9999,F,30\n1881,F,40\n1881,M,50\n";

  test("each group after its codes and its own groups, all last; a code without a group by itself, and said", async () => {
    const levels =
      "code,parent,name\n1780,17,Karlstad\n1880,18,Örebro\n1881,18,Kumla\n17,west,Värmland\n0180,01,Stockholm\n";
    const { stdout, stderr } = await protectGrouped(mixed, levels, "--format", "csv");
    const rows = rowsOf(stdout);
    const totals = rows.filter(({ codes: [, sex] }) => sex === "*").map(({ codes: [town], count }) => [town, count]);
    expect(totals).toEqual([
      ["1880", 10],
      ["1881", 90],
      ["18", 100],
      ["1780", 20],
      ["17", 20],
      ["west", 20],
      ["9999", 30],
      ["*", 150],
    ]);
    expect(rows.slice(0, 3).map(({ codes: [, sex] }) => sex)).toEqual(["F", "M", "*"]);
    expect(stderr).toMatch(/Without a group in column "town", so directly under all: 9999\.\n/);
  });

  test("json names the files, and groups are rows as others are", async () => {
    const { stdout, file } = await protectGrouped(towns, counties, "--format", "json");
    const { meta, rows } = JSON.parse(stdout);
    expect(meta).toMatchObject({ by: ["town"], hierarchy: { town: file }, min: 5, rows: 8 });
    expect(rows[3]).toEqual({ town: "17", n: 93, state: "shown", suppressed: [] });
    expect(rows[1]).toEqual({ town: "1737", n: null, state: "secondary", suppressed: ["n"] });
  });

  test("two columns with groups", async () => {
    const ages = await fileOf("ages.csv", "code;parent\n16;young\n18;young\n");
    const cells = "town,age,n\n1780,16,10\n1737,18,20\n1880,30,40\n";
    const { stdout } = await protectGrouped(cells, counties, "--hierarchy", `age=${ages}`, "--format", "csv");
    const counts = new Map(rowsOf(stdout).map((row) => [row.codes.join(), row.count]));
    expect(counts.size).toBe(6 * 5);
    expect([counts.get("17,young"), counts.get("18,young"), counts.get("17,*"), counts.get("*,*")]).toEqual([
      30, 0, 30, 70,
    ]);
  });

  test("rounding rounds a group by itself, and noise gives it that of its own code", async () => {
    const small = "town,n\n1730,7\n1737,6\n1880,12\n";
    const rounded = rowsOf((await protectGrouped(small, counties, "--method", "round", "--format", "csv")).stdout);
    expect(rounded.map(({ codes: [town], count }) => [town, count])).toEqual([
      ["1730", 5],
      ["1737", 5],
      ["17", 15],
      ["1880", 10],
      ["18", 10],
      ["*", 25],
    ]);
    const noise = ["--method", "cell-key", "--key", "salt", "--format", "csv"];
    const noisy = rowsOf((await protectGrouped(small, counties, ...noise)).stdout);
    const byCounty = await protect("town,n\n17,13\n18,12\n", "--by", "town", "--count", "n", ...noise);
    const [county17, county18, all] = rowsOf(byCounty.stdout);
    expect([noisy[2], noisy[4], noisy[5]]).toEqual([county17, county18, all]);
  });
});

describe("what is refused, with a sentence in both languages", () => {
  const refused: [string, string, RegExp, RegExp][] = [
    [
      "no header",
      "1730,17\n1737,17\n",
      /first line of .*groups.csv is "1730,17". It must be code,parent/,
      /Första raden/,
    ],
    ["another header", "code,county\n1730,17\n", /is "code,county". It must be code,parent/, /ska vara code,parent/],
    ["a header twice", "code,code,parent\n1,1,2\n", /several columns named "code"/, /flera kolumner/],
    ["an empty file", "", /groups.csv is empty/, /är tom/],
    ["a header alone", "code,parent\n", /no lines below the header/, /inga rader under rubriken/],
    ["a short line", "code,parent\n1730\n", /Line 2 has 1 fields.*groups.csv/, /Rad 2 har 1 fält.*groups.csv/],
    ["no parent", "code,parent\n1730,\n", /Line 2 of .*groups.csv lacks a code/, /Rad 2 i .*groups.csv saknar kod/],
    ["all as a parent", "code,parent\n1730,17\n17,*\n", /Line 3 .* has the code "\*"/, /Rad 3 .* har koden "\*"/],
    ["all as a code", "code,parent\n*,17\n", /Line 2 .* has the code "\*"/, /Rad 2 .* har koden "\*"/],
    [
      "a circle",
      "code,parent\n1730,17\n17,a\na,b\nb,17\n",
      /go in a circle: "17" under "a" under "b" under "17", on line 5/,
      /går i cirkel: "17" under "a" under "b" under "17", på rad 5/,
    ],
    ["a code under itself", "code,parent\n17,17\n", /circle: "17" under "17", on line 2/, /cirkel: "17" under "17"/],
    [
      "two parents",
      "code,parent\n1730,17\n1737,17\n1730,18\n",
      /"1730" in .* is under "17" on line 2 and under "18" on line 4/,
      /"1730" i .* ligger under "17" på rad 2 och under "18" på rad 4/,
    ],
    [
      "a group that is a code of the table",
      "code,parent\n1730,1780\n",
      /"1780" is a parent on line 2 of .* and also a code in the table's column "town"/,
      /"1780" är en grupp på rad 2 i .* och står även som kod i tabellens kolumn "town"/,
    ],
    [
      "codes of something else",
      "code,parent\n730,17\n",
      /No code .* such as "1730", is in/,
      /Ingen kod .* såsom "1730"/,
    ],
  ];
  test.each(refused)("%s", async (_, groups, english, swedish) => {
    const { code, stdout, stderr } = await protectGrouped(towns, groups);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(english);
    expect((await protectGrouped(towns, groups, "--language", "sv")).stderr).toMatch(swedish);
  });

  test("a column that is not in --by, and a file that is not there", async () => {
    const by = ["--by", "town", "--count", "n"];
    const column = await protect(towns, ...by, "--hierarchy", "county=/nowhere/at/all.csv");
    expect([column.code, column.stderr]).toEqual([1, expect.stringContaining('"county", which is not in --by')]);
    const file = await protect(towns, ...by, "--hierarchy", "town=/nowhere/at/all.csv");
    expect([file.code, file.stderr]).toEqual([1, expect.stringContaining("/nowhere/at/all.csv cannot be read")]);
  });

  test("the same line twice is no other parent", async () => {
    expect((await protectGrouped(towns, `${counties}1730,17\n`)).code).toBe(0);
  });

  test.each([["town"], ["town="], ["=groups.csv"], ["town=a.csv", "--hierarchy", "town=b.csv"]])(
    "wrong usage ends with 2: --hierarchy %s",
    async (...values) => {
      expect((await protect(towns, "--by", "town", "--count", "n", "--hierarchy", ...values)).code).toBe(2);
    },
  );
});
