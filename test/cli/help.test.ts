import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sammanhang } from "./spawned.ts";

/** What each command takes, written by hand after the page that describes the command line. */
const COMMANDS: Record<string, { args: string[]; options: string[] }> = {
  demo: { args: ["folder"], options: ["--language"] },
  new: { args: ["folder"], options: ["--programme", "--language"] },
  load: { args: ["package"], options: ["--workspace", "--confirm", "--format", "--room", "--language", "--out"] },
  catalog: { args: [], options: ["--workspace", "--format", "--room", "--language", "--out"] },
  view: {
    args: ["name"],
    options: ["--workspace", "--param", "--protect", "--format", "--room", "--language", "--out"],
  },
  sql: { args: ["select"], options: ["--workspace", "--format", "--room", "--language", "--out"] },
  indicator: {
    args: ["name"],
    options: [
      "--workspace",
      "--programme",
      "--by",
      "--cutoff",
      "--denominator",
      "--where",
      "--margins",
      "--compare",
      "--pairs",
      "--standardise",
      "--protect",
      "--format",
      "--room",
      "--language",
      "--out",
    ],
  },
  protect: {
    args: ["cells.csv"],
    options: [
      "--by",
      "--count",
      "--hierarchy",
      "--min",
      "--method",
      "--key",
      "--workspace",
      "--format",
      "--room",
      "--language",
      "--out",
    ],
  },
  risk: {
    args: [],
    options: [
      "--workspace",
      "--programme",
      "--k",
      "--columns",
      "--apply",
      "--undo",
      "--format",
      "--room",
      "--language",
      "--out",
    ],
  },
  report: {
    args: [],
    options: ["--workspace", "--out", "--programme", "--municipality", "--each", "--language"],
  },
  benchmark: {
    args: ["file.csv"],
    options: ["--workspace", "--title", "--title-en", "--source", "--date", "--unit", "--name", "--language"],
  },
  diff: {
    args: ["before", "after"],
    options: ["--workspace", "--format", "--room", "--language", "--out"],
  },
  ledger: { args: [], options: ["--workspace", "--format", "--room", "--language", "--out"] },
  synth: { args: [], options: ["--programme", "--participants", "--seed", "--out", "--language"] },
  check: { args: [], options: ["--workspace", "--format", "--room", "--language", "--out"] },
  web: { args: [], options: ["--workspace", "--port", "--no-open", "--room", "--language"] },
};

test("the help of the whole lists every command, each with what it does, and the exit codes", async () => {
  const { code, stdout } = await sammanhang("--help");
  expect(code).toBe(0);
  const listed = Array.from(stdout.matchAll(/^ {2}([a-z]+) (?:\[.*?\]|<.*?>|\s)*\s{2,}\S/gm), ([, name]) => name);
  expect(listed.filter((name) => name !== "help").sort()).toEqual(Object.keys(COMMANDS).sort());
  expect(stdout).toMatch(/0 done.*1 refused.*2 wrong usage.*3 .*130 interrupted/);
});

describe.each(Object.entries(COMMANDS))("%s --help", (command, { args, options }) => {
  test("names each argument and option, each with what it means", async () => {
    const { code, stdout, stderr } = await sammanhang(command, "--help");
    expect([code, stderr]).toEqual([0, ""]);
    const usage = stdout.split("\n")[0]!;
    for (const arg of args) expect(usage).toMatch(new RegExp(`<${arg}(\\.\\.\\.)?>`));
    const described = stdout.replaceAll(/\n {10,}/g, " ");
    for (const name of args) expect(described).toMatch(new RegExp(`^ {2}${name}\\s{2,}\\S`, "m"));
    const listed = Array.from(described.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)[^\n]*?\s{2,}\S/gm), ([, name]) => name);
    expect(listed.filter((name) => name !== "--help").sort()).toEqual([...options].sort());
  });
});

test.skipIf(process.platform === "win32")("the command runs by its name, also when it has been built anew", () => {
  const { status, stdout } = spawnSync(join("node_modules", ".bin", "sammanhang"), ["--help"], { encoding: "utf8" });
  expect(status).toBe(0);
  expect(stdout).toContain("protect");
});
