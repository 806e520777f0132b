import { afterAll, beforeAll, expect, test } from "vitest";
import { readFigures } from "../../electron/cli/table.ts";
import { type Spawned, sammanhang, spawnBuilt } from "../cli/spawned.ts";
import { programme, type SmallWorkspace, smallWorkspace } from "./workspace.ts";

// The steering room from outside: the browser shell and the command line, as built.
let workspace: SmallWorkspace;
let server: Spawned;
let evaluator: Place;
let steering: Place;

interface Place {
  origin: string;
  token: string;
}

beforeAll(async () => {
  workspace = await smallWorkspace(60);
  server = spawnBuilt("cli.js", ["web", "--workspace", workspace.folder, "--no-open"]);
  while (!server.said().includes("\n")) await new Promise((resolve) => setTimeout(resolve, 50));
  evaluator = place(server.said().trim());
  const opened = await post(evaluator, evaluator.token, "/steering");
  steering = place(((await opened.json()) as { address: string }).address);
});
afterAll(async () => {
  server?.child.kill();
  await server?.ended;
  await workspace?.close();
});

function place(address: string): Place {
  const { origin, searchParams } = new URL(address);
  return { origin, token: searchParams.get("token")! };
}

function post({ origin }: Place, token: string, path: string, body: object = {}): Promise<Response> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  return fetch(`${origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

test("the evaluator's page opens the steering room at an address of its own, once", async () => {
  expect(steering.origin).not.toBe(evaluator.origin);
  expect(steering.token).not.toBe(evaluator.token);
  const again = (await (await post(evaluator, evaluator.token, "/steering")).json()) as { address: string };
  expect(place(again.address)).toEqual(steering);
  const rooms = await Promise.all(
    [evaluator, steering].map(async (each) => (await post(each, each.token, "/host/catalog")).json()),
  );
  expect(rooms.map((catalog) => (catalog as { room: string }).room)).toEqual(["evaluator", "steering"]);
});

test("neither room takes the other's token, nor a foreign page", async () => {
  expect((await post(evaluator, steering.token, "/host/catalog")).status).toBe(401);
  expect((await post(steering, evaluator.token, "/host/catalog")).status).toBe(401);
  expect((await post(evaluator, steering.token, "/steering")).status).toBe(401);
  const headers = { authorization: `Bearer ${evaluator.token}`, origin: steering.origin };
  expect((await fetch(`${evaluator.origin}/steering`, { method: "POST", headers })).status).toBe(403);
});

test("the steering room opens no room, takes no upload and answers no SQL", async () => {
  expect((await post(steering, steering.token, "/steering")).status).toBe(404);
  expect((await post(steering, steering.token, "/offer?name=a.csv")).status).toBe(403);
  expect((await post(steering, steering.token, "/host/sql", { sql: "select 1" })).status).toBe(403);
  const request = { scope: {}, figures: [{ view: "exit_reasons" }] };
  const answered = await post(steering, steering.token, "/host/figures", request);
  const [table] = readFigures(new Uint8Array(await answered.arrayBuffer()));
  expect(table?.meta.room).toBe("steering");
  const unknown = await post(steering, steering.token, "/host/figures", { ...request, room: "evaluator" });
  expect(unknown.status).toBe(400);
});

test("the steering room ends with the program that opened it", async () => {
  server.child.kill();
  await server.ended;
  const gone = async () =>
    post(steering, steering.token, "/host/catalog").then(
      () => false,
      () => true,
    );
  while (!(await gone())) await new Promise((resolve) => setTimeout(resolve, 50));
});

test("on the command line a hidden number is a sign, and in JSON it is named", async () => {
  const args = ["--workspace", workspace.folder, "--room", "steering"];
  const [csv, json] = await Promise.all([
    sammanhang("view", "exit_reasons", ...args, "--format", "csv"),
    sammanhang("view", "exit_reasons", ...args, "--format", "json"),
  ]);
  expect(csv.stdout).toContain(",..,");
  const { meta, rows } = JSON.parse(json.stdout);
  expect(meta).toMatchObject({ room: "steering", programme, policy: { smallest_count: 5 } });
  const hidden = rows.filter((row: { k: number | null }) => row.k === null);
  expect(hidden.length).toBeGreaterThan(0);
  for (const row of hidden) expect(row.suppressed).toContain("k");
});

test.each([["sql", "select 1"], ["view", "enrolment_list"], ["load", "."], ["check"]])(
  "on the command line %s is refused in the steering room with a sentence",
  async (...command) => {
    const ended = await sammanhang(...command, "--workspace", workspace.folder, "--room", "steering");
    expect([ended.code, ended.stdout]).toEqual([1, ""]);
    expect(ended.stderr).toMatch(/steering|styrgruppens/i);
  },
);
