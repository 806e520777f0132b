import { afterAll, beforeAll, expect, test } from "vitest";
import { sammanhang } from "../cli/spawned.ts";
import { deliver, emptyWorkspace, person, stay } from "./deliveries.ts";

let opened: Awaited<ReturnType<typeof emptyWorkspace>>;
let [march, june] = ["", ""];

beforeAll(async () => {
  opened = await emptyWorkspace();
  const deliveries = ["P1", "P2"].map((name) => ({ participant: [person(name)], enrolment: [stay("I1", name)] }));
  march = await deliver(opened.workspace, { as_of: "2022-03-31", ...deliveries[0]! });
  june = await deliver(opened.workspace, { as_of: "2022-06-30", ...deliveries[1]! });
});
afterAll(() => opened?.remove());

const diff = (...args: string[]) =>
  sammanhang("diff", march.slice(0, 12), june.slice(0, 12), "--workspace", opened.workspace.folder, ...args);

test("as JSON: both extracts, the tables and the figures", async () => {
  const { code, stdout } = await diff("--format", "json");
  expect(code).toBe(0);
  const answer = JSON.parse(stdout);
  expect([answer.before.extract, answer.after.extract]).toEqual([march, june]);
  expect(answer.tables).toContainEqual({ table: "participant", before: 1, after: 1, new: 1, gone: 1, changed: 0 });
  expect(answer.tables).toContainEqual({ table: "enrolment", before: 1, after: 1, new: 0, gone: 0, changed: 1 });
  expect(answer.figures.map(({ indicator }: { indicator: string }) => indicator)).toContain("participants-enrolled");
});

test("as CSV: one table with as many cells in each line", async () => {
  const { code, stdout } = await diff("--format", "csv");
  expect(code).toBe(0);
  const [head = "", ...lines] = stdout.trim().split("\n");
  expect(head).toMatch(/^part,table,rows_before,.*,causes$/);
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) expect(line.replaceAll(/"[^"]*"/g, "").split(",")).toHaveLength(head.split(",").length);
});

test("for the eye, in the language that is asked for", async () => {
  const { code, stdout } = await diff("--language", "sv");
  expect(code).toBe(0);
  expect(stdout).toMatch(/Tabell.*Nya.*Borta.*Ändrade/);
});

test("is refused in the steering room, with a sentence and nothing else", async () => {
  const { code, stdout, stderr } = await diff("--room", "steering", "--language", "sv");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/utvärderarens rum|evaluator's room/);
});
