import { afterAll, describe, expect, test } from "vitest";
import { spawnBuilt } from "../cli/spawned.ts";
import { temporaryFolder } from "../cli/workspace.ts";

const temporary = await temporaryFolder();
afterAll(temporary.remove);

describe("npm start where no window can be shown", () => {
  test.each([
    ["at the first time", 3],
    ["and again", 2],
  ])("%s: one sentence why, the address, and Ctrl-C ends it", async (_, sentences) => {
    const { child, ended, said } = spawnBuilt("start.js", [], { SAMMANHANG_HOME: temporary.folder });
    await expect.poll(said, { timeout: 60_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=\S+\n$/);
    const address = said().trim();
    const entered = await fetch(address, { redirect: "manual" });
    expect(entered.status).toBe(303);
    const cookie = entered.headers.get("set-cookie")!.split(";")[0]!;
    const page = await fetch(new URL("/", address), { headers: { cookie } });
    expect(await page.text()).toMatch(/<script type="module"/);
    const catalog = await fetch(new URL("/host/catalog", address), {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: "{}",
    });
    expect(((await catalog.json()) as { extracts: unknown[] }).extracts.length).toBeGreaterThan(0);

    child.kill("SIGINT");
    const { code, stderr } = await ended;
    expect(code).toBe(0);
    expect(stderr.trim().split("\n")).toHaveLength(sentences);
    expect(stderr).toMatch(/display/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
