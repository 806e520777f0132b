import { afterAll, beforeAll, expect, test } from "vitest";
import { sammanhang } from "../cli/spawned.ts";
import { ask, type SmallWorkspace, smallWorkspace } from "./workspace.ts";

// `sammanhang ledger`: what has been shown, for an evaluator to read.
let workspace: SmallWorkspace;

beforeAll(async () => {
  workspace = await smallWorkspace(60);
  const steering = await workspace.open("steering");
  await ask(steering, [{ view: "exit_reasons" }, { indicator: "driving-licence", by: ["sex"] }], {
    scope: { cutoff: "2022-12-31", selection: { sex: ["F"], foreign_born: ["Y"] } },
  });
  await ask(steering, [{ view: "inflow" }]);
});
afterAll(() => workspace.close());

const ledger = (...args: string[]) => sammanhang("ledger", "--workspace", workspace.folder, ...args);

test("lists each answer with its figures and of whom they were, the latest first", async () => {
  const { code, stdout } = await ledger("--format", "json");
  expect(code).toBe(0);
  const [latest, first, ...more] = JSON.parse(stdout);
  expect(more).toEqual([]);
  expect(latest).toMatchObject({ programme: "varmlands-arbetskraft-2", scope: { sv: "alla", en: "everyone" } });
  expect(first.figures).toEqual([
    { sv: "Avslutade personer efter avslutsorsak", en: "Persons who have left per exit reason" },
    { sv: "Tog körkort under projekttiden, per kön", en: "Got a driving licence within the project, by sex" },
  ]);
  expect(first.scope).toEqual({
    sv: "Kvinnor, utrikes född: Ja, till och med den 31 december 2022",
    en: "Women, foreign-born: Yes, by 31 December 2022",
  });
  expect(first.shown + first.hidden).toBeGreaterThan(5);
});

test("as a table and as CSV, in the language asked for", async () => {
  const drawn = await ledger("--language", "sv");
  expect(drawn.stdout).toContain("Celler dolda");
  expect(drawn.stdout).toContain("Avslutade personer efter avslutsorsak (+ 1)");
  const { stdout } = await ledger("--format", "csv", "--language", "en");
  const lines = stdout.trim().split("\n");
  expect(lines[0]).toBe("shown_at,programme,figures,scope,cells_shown,cells_hidden");
  expect(lines.length).toBe(3);
  expect(lines[2]).toContain(
    '"Persons who have left per exit reason; Got a driving licence within the project, by sex"',
  );
});

test("is refused in the steering room, with a sentence and nothing else", async () => {
  const { code, stdout, stderr } = await ledger("--room", "steering", "--language", "sv");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/styrgruppens rum/);
  expect(stderr).not.toMatch(/Avslut/);
});
