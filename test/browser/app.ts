import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { Language, Room } from "../../electron/contract.ts";
import { serveWorkspace } from "../../electron/web.ts";

/** The app as `sammanhang web` serves it. */
export interface App {
  address: string;
  close(): Promise<void>;
}

export async function serveApp(workspace: string, room: Room = "evaluator"): Promise<App> {
  const end = new AbortController();
  let serving: Promise<void> = Promise.resolve();
  const address = await new Promise<string>((ready, failed) => {
    serving = serveWorkspace({ workspace, room, port: 0, open: false, signal: end.signal, ready });
    serving.catch(failed);
  });
  return {
    address,
    async close() {
      end.abort();
      await serving;
    },
  };
}

export interface Visit {
  page: Page;
  /** What the browser complained about since the visit began. */
  complaints: string[];
  close(): Promise<void>;
}

export interface VisitOptions {
  hash?: string;
  language?: Language;
  theme?: "light" | "dark";
  /** Milliseconds that something may take to be there. */
  timeout?: number;
}

/** Opens the app as a reader on a computer of their own does. */
export async function visit(browser: Browser, app: App, options: VisitOptions = {}): Promise<Visit> {
  const { hash = "", language = "sv", theme = "light", timeout = 20_000 } = options;
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: language === "sv" ? "sv-SE" : "en-GB",
    colorScheme: theme,
    reducedMotion: "reduce",
  });
  await context.addInitScript((chosen) => {
    if (localStorage.getItem("sammanhang.language") === null) localStorage.setItem("sammanhang.language", chosen);
  }, language);
  const page = await context.newPage();
  page.setDefaultTimeout(timeout);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.goto(app.address);
  await page.getByRole("navigation").first().waitFor();
  if (hash !== "") await goTo(page, hash);
  return { page, complaints, close: () => context.close() };
}

/** Follows an address within the app, and waits until nothing is awaited any more. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await settled(page);
}

/** The page's code and figures are there. */
export async function settled(page: Page): Promise<void> {
  await page.locator("main h1").first().waitFor();
  await expect
    .poll(() => page.locator("main .skeleton, main .waiting, main [data-loading], main [aria-busy]").count(), {
      timeout: 20_000,
      interval: 50,
    })
    .toBe(0);
}

/** What keeps people with a disability out of the page: WCAG 2.2 A and AA, serious and critical. */
export async function barriers(page: Page): Promise<string[]> {
  // Evaluated by the browser itself: as a script of the page it would, rightly, be blocked.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: looking } = globalThis as unknown as { axe: typeof axe };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations, passes } = await looking.run({ runOnly: { type: "tag", values: tags } });
    if (passes.length === 0) throw new Error("axe has looked at nothing.");
    return violations;
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}\n${node.failureSummary}`));
}
