import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sammanhang } from "./spawned.ts";
import { demonstration, temporaryFolder } from "./workspace.ts";

// --protect of the built command: figures as they may leave the evaluator's room.
const temporary = await temporaryFolder();
let workspace: string;
beforeAll(async () => {
  workspace = await demonstration(temporary.folder);
});
afterAll(temporary.remove);

const of = () => ["--workspace", workspace, "--language", "en"];
const INDICATOR = ["indicator", "work-or-study-at-exit", "--cutoff", "2022-10-01"];
const TOWN = [...INDICATOR, "--where", "municipality=1781"];

interface Answer {
  meta: { room: string; changed?: { form: string; base?: number; most?: number }; sentence: { en: string } };
  rows: Record<string, unknown>[];
}

const json = async (...args: string[]) => {
  const { stdout, code } = await sammanhang(...args, ...of(), "--format", "json");
  expect(code).toBe(0);
  return JSON.parse(stdout) as Answer;
};

describe("indicator --protect", () => {
  test("round: 24 of 38 become 25 of 40, and what follows is computed from them", async () => {
    const { meta, rows } = await json(...TOWN, "--protect", "round");
    expect(rows[0]).toMatchObject({ n: 40, k: 25, estimate: 0.625, attained: "undecided" });
    // R: prop.test(25, 40, correct = FALSE)$conf.int
    expect(rows[0]!.lower).toBeCloseTo(0.4703244, 6);
    expect(rows[0]!.upper).toBeCloseTo(0.7577702, 6);
    expect(meta.changed).toMatchObject({ form: "round", base: 5 });
    expect(meta.sentence.en).toContain("Of the 40 persons");
    expect(meta.room).toBe("steering");
  });

  test("cell-key: the same noise each time, within three", async () => {
    const first = await json(...TOWN, "--protect", "cell-key");
    expect(first.meta.changed).toMatchObject({ form: "cell_key", most: 3 });
    const [row] = first.rows;
    expect(Math.abs(Number(row!.n) - 38)).toBeLessThanOrEqual(3);
    expect(Number(row!.estimate)).toBe(Number(row!.k) / Number(row!.n));
    const by = await json(...INDICATOR, "--by", "municipality", "--protect", "cell-key");
    expect(by.rows.find(({ municipality }) => municipality === "1781")).toMatchObject({ n: row!.n, k: row!.k });
    const secret = (await readFile(join(workspace, "ledger", "cell-key"), "utf8")).trim();
    expect(JSON.stringify([first, by])).not.toContain(secret);
  });

  test("csv says in the file itself what was done; without --protect it is the bare table as before", async () => {
    const changed = await sammanhang(...TOWN, ...of(), "--protect", "round", "--format", "csv");
    expect(changed.stdout).toMatch(/^# All counts are rounded to the nearest multiple of 5, .*need not add up.*\nn,k,/);
    const bare = await sammanhang(...TOWN, ...of(), "--format", "csv");
    expect(bare.stdout).toMatch(/^n,k,/);
    expect(changed.stderr).toContain("rounded");
  });
});

test("view --protect suppress is remembered as shown", async () => {
  const args = ["view", "exit_reasons", "--param", "cutoff=2022-10-01", "--protect", "suppress", "--format", "csv"];
  const { stdout, code } = await sammanhang(...args, ...of());
  expect([code, stdout.includes("..")]).toEqual([0, true]);
  expect(await readdir(join(workspace, "ledger"))).toContain("shown.jsonl");
});

test("the steering room refuses noise and rounding, and no other word is known", async () => {
  const { code, stderr } = await sammanhang(...TOWN, ...of(), "--room", "steering", "--protect", "round");
  expect([code, stderr]).toEqual([1, expect.stringContaining("numbers that are hidden")]);
  expect((await sammanhang(...TOWN, ...of(), "--protect", "swap")).code).toBe(2);
});
