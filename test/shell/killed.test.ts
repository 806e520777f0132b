import { type ChildProcess, fork } from "node:child_process";
import { openAsBlob } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { MessageChannel } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTable } from "../../electron/cli/table.ts";
import type { Host } from "../../electron/contract.ts";
import type { FromEngine } from "../../electron/serve/parent.ts";
import { remoteHost, sendOverHttp, sendOverPort, upload } from "../../renderer/client.ts";
import { OUT, sammanhang, spawnBuilt } from "../cli/spawned.ts";
import { demonstration, temporaryFolder } from "../cli/workspace.ts";
import { faultOf } from "../wire/fault-of.ts";

const temporary = await temporaryFolder();
const pack = join(temporary.folder, "package");
let workspace: string;

beforeAll(async () => {
  workspace = await demonstration(temporary.folder);
  const size = ["--participants", "200000", "--seed", "3", "--out", pack];
  expect((await sammanhang("synth", "--programme", "varmlands-arbetskraft-2", ...size)).code).toBe(0);
});
afterAll(temporary.remove);

const SLOW = "select count(*) as n from enrolment a, enrolment b, enrolment c, enrolment d, enrolment e";

interface Engine {
  host: Host;
  offer(path: string): Promise<string>;
  kill(): Promise<void>;
}

/** The entry of the utility process, with the page at the other end of its port. */
async function utilityProcess(): Promise<Engine> {
  const entry = pathToFileURL(join(OUT, "engine.js")).href;
  const child = fork(resolve("test/shell/engine-child.mjs"), [entry, workspace, "evaluator"], {
    serialization: "advanced",
  });
  const { port1, port2 } = new MessageChannel();
  const send = sendOverPort(port2 as unknown as MessagePort);
  port1.on("message", (data) => child.connected && child.send({ to: "port", port: 1, data }));
  const offered = new Map<number, (offer: string) => void>();
  child.on("message", (message: { to: string; data: unknown }) => {
    if (message.to === "port") port1.postMessage(message.data);
    const data = message.data as FromEngine;
    if (message.to === "parent" && data.kind === "offered") offered.get(data.id)?.(data.offer);
  });
  child.on("exit", () => send.fail({ code: "engine_restarted", message: { sv: "", en: "" } }));
  child.send({ to: "engine", data: { kind: "connect" }, port: 1 });
  return {
    host: remoteHost(send),
    offer: (path) =>
      new Promise((done) => {
        offered.set(1, done);
        child.send({ to: "engine", data: { kind: "offer", id: 1, path } });
      }),
    async kill() {
      await killed(child);
      port1.close();
    },
  };
}

/** The web shell, with a browser that has opened its address. */
async function webShell(): Promise<Engine> {
  const { child, said } = spawnBuilt("cli.js", ["web", "--workspace", workspace, "--no-open"]);
  await expect.poll(said, { timeout: 30_000 }).toMatch(/http:.*\n/);
  const { origin: base, port, searchParams } = new URL(said().trim());
  const cookie = `sammanhang-${port}=${searchParams.get("token")}`;
  const fetcher: typeof fetch = (input, init) =>
    fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } });
  return {
    host: remoteHost(sendOverHttp(base, fetcher)),
    async offer(path) {
      let token: string | undefined;
      for (const file of await readdir(path)) {
        const body = await openAsBlob(join(path, file));
        token = await upload(base, { name: `package/${file}`, body, token }, { fetcher });
      }
      return token!;
    },
    kill: () => killed(child),
  };
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await gone;
}

describe.each([
  ["the utility process", utilityProcess, "engine_restarted"],
  ["the web shell", webShell, "engine_gone"],
])("%s is killed", (_, open, code) => {
  test("during a query: the page is told, and the next engine answers", async () => {
    const first = await open();
    expect(readTable(await first.host.sql({ sql: "select 1 as one" })).value(0, 0)).toBe(1);
    const fault = faultOf(first.host.sql({ sql: SLOW }));
    await new Promise((done) => setTimeout(done, 300));
    await first.kill();
    expect((await fault).code).toBe(code);
    const second = await open();
    expect(readTable(await second.host.sql({ sql: "select 2 as two" })).value(0, 0)).toBe(2);
    await second.kill();
  });

  test("during a load: nothing is lost and nothing half-made is left, and the load can be made again", async () => {
    const first = await open();
    const before = await first.host.catalog({});
    const fault = faultOf(first.host.load({ offer: await first.offer(pack), job: "j" }));
    await expect.poll(async () => (await first.host.progress({ job: "j" })).state, { timeout: 20_000 }).toBe("running");
    await new Promise((done) => setTimeout(done, 300));
    await first.kill();
    expect((await fault).code).toBe(code);

    const second = await open();
    expect((await second.host.catalog({})).extracts).toEqual(before.extracts);
    const kept = await readdir(join(workspace, "extracts"));
    expect(kept.sort()).toEqual(before.extracts.map(({ extract }) => extract).sort());
    await second.kill();
  });
});

test("after all that, the package that was broken off is loaded", async () => {
  const { code, stdout } = await sammanhang("load", pack, "--workspace", workspace, "--format", "json");
  expect([code, JSON.parse(stdout).verdict]).toEqual([0, "accepted"]);
});
