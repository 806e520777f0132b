import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../shell/browser.ts";
import { type ServedApp, serveDemonstration } from "./served.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let app: ServedApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([serveDemonstration(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
beforeEach(async () => {
  // The page's own policy forbids scripts from elsewhere, axe's among them.
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  page = await context.newPage();
  problems.length = 0;
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
});
afterEach(async () => {
  await context.close();
});

const headline = () => page.getByRole("heading", { level: 1 }).innerText();
/** Other work may share the machine. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });
const charts = () => page.locator("main svg.chart");
const waitForCharts = () => page.waitForFunction(() => document.querySelectorAll("main svg.chart").length >= 7);

const scope = "#/overview?programme=varmlands-arbetskraft-2";

async function open(hash = `${scope}&cutoff=2022-10-01`): Promise<void> {
  await page.goto(app.address + hash);
  await waitForCharts();
}

describe("the overview of the demonstration", () => {
  it("opens a finished programme on the last day of its reports", async () => {
    await open(scope);
    await page.getByRole("button", { name: /Program/ }).click();
    await page.getByRole("option", { name: "Värmlands Arbetskraft 2.0" }).click();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("Värmlands");
    await page.keyboard.press("Enter");
    await eventually(() => page.url()).toContain("cutoff=2022-10-01");
  });

  it("says the finding on both denominators", async () => {
    await open();
    expect(await headline()).toMatch(
      /^Av de 156 personer .* gick 89 till arbete eller studier\. Räknat på alla 255 inskrivna är det \d+\.$/,
    );
    expect(problems).toEqual([]);
  });

  it("follows a selection: the municipality's own numbers, with both targets", async () => {
    await open();
    await page.getByRole("button", { name: /Urval/ }).click();
    await page.getByText("Kristinehamn", { exact: true }).last().click();
    await page.keyboard.press("Escape");
    await eventually(headline).toMatch(/^Av de 38 personer .* gick 24 .* alla 64 inskrivna är det 25\.$/);
    expect(page.url()).toContain("where.municipality=1781");
    const lede = (await page.locator(".lede").innerText()).replaceAll("\u00a0", " ").replaceAll("\u2060", "");
    expect(lede).toContain("ryms i osäkerheten, 47–77 %");
    expect(lede).toContain("mål 60 % och mål 50 % (Kristinehamn)");
    await page.goBack();
    await eventually(headline).toMatch(/^Av de 156 personer/);
  });

  it("gives each chart its words, its table, its SQL and its source", async () => {
    await open();
    for (const chart of await charts().all()) {
      const described = await chart.getAttribute("aria-describedby");
      expect(await page.locator(`[id="${described}"]`).innerText()).not.toBe("");
      expect(await chart.getAttribute("aria-label")).not.toBe("");
    }
    const cards = await page.locator("main section.card").count();
    expect(await page.getByRole("button", { name: "Tabell" }).count()).toBe(cards);
    await page.getByRole("button", { name: "Tabell" }).first().click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByRole("rowheader").first().innerText()).toContain("Avslutade till");
    await dialog.getByRole("tab", { name: "SQL" }).click();
    expect(await dialog.locator("pre").first().innerText()).toContain("select");
    await dialog.getByRole("tab", { name: "Källa" }).click();
    expect(await dialog.innerText()).toContain("Uppgifterna är påhittade");
    await page.keyboard.press("Escape");
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Tabell");
  });

  it("changes language by keyboard alone, and remembers it", async () => {
    await open();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("engl");
    await page.keyboard.press("Enter");
    await eventually(headline).toMatch(/^Of the 156 persons/);
    await page.reload();
    await waitForCharts();
    expect(await headline()).toMatch(/^Of the 156 persons/);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  });

  it("lets the keyboard skip to the content", async () => {
    await open();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  });

  it.each([1024, 1440, 1920])("fits a window of %d pixels", async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await open();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const outside = await charts().evaluateAll(
      (all) => all.filter((svg) => svg.getBoundingClientRect().right > window.innerWidth).length,
    );
    expect(outside).toBe(0);
  });

  it("keeps what was shown while the next is computed, says how long, and can be stopped", async () => {
    await open();
    await page.route("**/host/figures", () => {});
    await page.evaluate(() => {
      location.hash += "&where.sex=F";
    });
    await page.getByText(/Räknar fortfarande/).waitFor({ timeout: 10_000 });
    expect(await charts().count()).toBeGreaterThanOrEqual(7);
    await page.getByRole("button", { name: "Avbryt" }).click();
    await page.getByText("Beräkningen avbröts.").waitFor();
    await page.unroute("**/host/figures");
    await page.getByRole("button", { name: "Försök igen" }).click();
    await page.getByText("Beräkningen avbröts.").waitFor({ state: "detached" });
    await eventually(headline).not.toMatch(/156/);
  });

  it("says when the engine is gone, and what to do", async () => {
    await open();
    await page.route("**/host/figures", (route) => route.abort());
    await page.evaluate(() => {
      location.hash += "&where.sex=F";
    });
    expect(await page.getByRole("alert").innerText()).toContain("Starta programmet igen");
  });
});

describe("accessibility (WCAG 2.2 AA, by axe)", () => {
  it.each([
    ["light", "sv"],
    ["dark", "sv"],
    ["dark", "en"],
  ] as const)("%s, %s", async (colorScheme, language) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.addInitScript((chosen) => localStorage.setItem("sammanhang.language", chosen), language);
    await open();
    expect(await violations()).toEqual([]);
    await page
      .getByRole("button", { name: language === "sv" ? "Källa" : "Source" })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: language === "sv" ? /Brytdatum/ : /Cut-off/ }).click();
    await page.getByRole("dialog").waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    // The list scrolls as the arrow keys move through it from the search field, which axe cannot know.
    expect(await violations("scrollable-region-focusable")).toEqual([]);
  });
});

async function violations(except = ""): Promise<string[]> {
  await page.addScriptTag({ content: axe });
  return page.evaluate(async (exempt) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          options: unknown,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      };
    };
    const found = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return found.violations
      .filter(({ id }) => id !== exempt)
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
      );
  }, except);
}
