import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../cli/workspace.ts";

/** Electron's program, which its package fetches at the first launch; not every machine can. */
function electronProgram(): string | undefined {
  const folder = resolve("node_modules/electron");
  if (!existsSync(join(folder, "path.txt"))) return undefined;
  const program = join(folder, "dist", readFileSync(join(folder, "path.txt"), "utf8").trim());
  return existsSync(program) ? program : undefined;
}

const program = electronProgram();
const display = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;

describe.skipIf(!program || !display)("the window", () => {
  let app: ElectronApplication;
  let page: Page;
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeAll(async () => {
    temporary = await temporaryFolder();
    app = await _electron.launch({
      executablePath: program,
      args: [resolve("."), "--no-sandbox"],
      env: { ...(process.env as Record<string, string>), SAMMANHANG_HOME: temporary.folder },
    });
    page = await app.firstWindow();
    await page.waitForSelector("main");
  });
  afterAll(async () => {
    await app?.close();
    await temporary?.remove();
  });

  test("lives at an origin of its own and has no Node", async () => {
    expect(page.url()).toMatch(/^app:\/\/sammanhang\//);
    expect(await page.evaluate(() => [typeof (globalThis as { require?: unknown }).require, typeof process])).toEqual([
      "undefined",
      "undefined",
    ]);
  });

  test("shows a figure", async () => {
    await page.waitForSelector("svg");
  });

  test("opens no other window and goes nowhere else", async () => {
    expect(await page.evaluate(() => window.open("https://example.org"))).toBe(null);
    await page.evaluate(() => window.location.assign("https://example.org"));
    expect(page.url()).toMatch(/^app:\/\/sammanhang\//);
    expect(app.windows()).toHaveLength(1);
  });

  test("reaches no network address", async () => {
    const reached = await page.evaluate(() => fetch("https://example.org").then(String, () => "blocked"));
    expect(reached).toBe("blocked");
  });

  test("goes on when the engine dies", async () => {
    await app.evaluate(({ app: electron }) => {
      const engine = electron.getAppMetrics().find(({ serviceName }) => serviceName?.includes("Sammanhang engine"));
      if (engine) process.kill(engine.pid, "SIGKILL");
    });
    await page.reload();
    await page.waitForSelector("svg");
  });
});
