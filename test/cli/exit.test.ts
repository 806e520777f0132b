import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sammanhang, spawnBuilt } from "./spawned.ts";
import { demonstration, temporaryFolder } from "./workspace.ts";

const temporary = await temporaryFolder();
let workspace: string;
beforeAll(async () => {
  workspace = await demonstration(temporary.folder);
});
afterAll(temporary.remove);

const STACK = /\n\s+at |node:internal/;

describe("2: wrong usage", () => {
  test.each([
    ["no command", []],
    ["an unknown command", ["conjure"]],
    ["an unknown option", ["catalog", "--workspace", ".", "--colour"]],
    ["no workspace", ["sql", "select 1"]],
    ["no statement", ["sql", "--workspace", "."]],
    ["an unknown format", ["view", "x", "--workspace", ".", "--format", "pdf"]],
    ["an unknown room", ["view", "x", "--workspace", ".", "--room", "basement"]],
    ["a day that is none", ["indicator", "x", "--workspace", ".", "--cutoff", "2022-02-30"]],
    ["a parameter without a value", ["view", "x", "--workspace", ".", "--param", "by"]],
    ["a number that is none", ["synth", "--programme", "x", "--participants", "many", "--out", "y"]],
    ["a port out of range", ["web", "--workspace", ".", "--port", "70000"]],
  ])("%s", async (_, args) => {
    const { code, stdout, stderr } = await sammanhang(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/\S/);
    expect(stderr).not.toMatch(STACK);
  });
});

describe("1: refused, with a sentence", () => {
  const refused: [string, () => string[], RegExp][] = [
    ["a workspace that is not there", () => ["catalog", "--workspace", join(temporary.folder, "none")], /none/],
    ["an unknown view", () => ["view", "no_such_view", "--workspace", workspace], /no_such_view/],
    [
      "an unknown parameter",
      () => ["view", "exit_reasons", "--workspace", workspace, "--param", "colour=red"],
      /colour/,
    ],
    ["an unknown indicator", () => ["indicator", "no-such", "--workspace", workspace], /no-such/],
    ["a statement that writes", () => ["sql", "drop table enrolment", "--workspace", workspace], /\S/],
    ["a column that is not there", () => ["sql", "select colour from enrolment", "--workspace", workspace], /colour/],
    [
      "a package that is not there",
      () => ["load", join(temporary.folder, "gone.zip"), "--workspace", workspace],
      /gone\.zip/,
    ],
    ["a folder that is taken", () => ["new", workspace], /\S/],
    ["a recipe that is not there", () => ["synth", "--programme", "x", "--participants", "1", "--out", "y"], /"x"/],
    [
      "a file that cannot be written",
      () => ["sql", "select 1 as one", "--workspace", workspace, "--out", join(temporary.folder, "none", "x.csv")],
      /x\.csv/,
    ],
  ];
  test.each(refused)("%s", async (_, args, says) => {
    const { code, stdout, stderr } = await sammanhang(...args());
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(STACK);
  });

  test("the sentence comes in the language asked for", async () => {
    const { stderr } = await sammanhang("view", "no_such_view", "--workspace", workspace, "--language", "sv");
    expect(stderr).toMatch(/[åäö]/);
  });
});

describe("130: interrupted", () => {
  const SLOW = "select count(*) as n from enrolment a, enrolment b, enrolment c, enrolment d, enrolment e";

  test("Ctrl-C stops a query soon, and leaves no half-written file", async () => {
    const out = join(temporary.folder, "slow.csv");
    // Nothing tells from outside when the query has begun: twice the time of a quick one will do on any machine.
    const started = Date.now();
    await sammanhang("sql", "select 1 as one", "--workspace", workspace);
    const usual = Date.now() - started;
    const { child, ended } = spawnBuilt("cli.js", [
      "sql",
      SLOW,
      "--workspace",
      workspace,
      "--format",
      "csv",
      "--out",
      out,
    ]);
    await new Promise((resolve) => setTimeout(resolve, 2 * usual + 500));
    expect(child.exitCode).toBe(null);
    const pressed = Date.now();
    child.kill("SIGINT");
    const { code, stdout, stderr } = await ended;
    expect(Date.now() - pressed).toBeLessThan(3000);
    expect([code, stdout]).toEqual([130, ""]);
    expect(stderr).not.toMatch(STACK);
    expect((await readdir(temporary.folder)).filter((file) => file.startsWith("slow"))).toEqual([]);
  });

  test("Ctrl-C while a package is made leaves nothing of it", async () => {
    const out = join(temporary.folder, "large");
    const args = ["synth", "--programme", "varmlands-arbetskraft-2", "--participants", "3000000", "--out", out];
    const { child, ended } = spawnBuilt("cli.js", args);
    const unfinished = async () => (await readdir(temporary.folder)).filter((file) => file.includes("unfinished"));
    await expect.poll(unfinished, { timeout: 30_000 }).toHaveLength(1);
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(existsSync(out)).toBe(false);
    expect(await unfinished()).toEqual([]);
  });
});

describe("0: done", () => {
  test("a reader who leaves early is no error", async () => {
    const { child, ended } = spawnBuilt("cli.js", [
      "sql",
      "select * from enrolment",
      "--workspace",
      workspace,
      "--format",
      "csv",
    ]);
    child.stdout!.destroy();
    expect((await ended).code).toBe(0);
  });

  test("new makes a workspace that can be opened, and says where", async () => {
    const folder = join(temporary.folder, "ny");
    expect((await sammanhang("new", folder, "--programme", "a", "b")).code).toBe(0);
    expect(JSON.parse(await readFile(join(folder, "workspace.json"), "utf8"))).toMatchObject({
      name: "ny",
      programmes: ["a", "b"],
    });
    expect((await sammanhang("catalog", "--workspace", folder)).code).toBe(0);
  });

  test("check finds nothing wrong with what ships", async () => {
    const { code, stdout, stderr } = await sammanhang("check", "--workspace", workspace);
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/\d+/);
  });
});
