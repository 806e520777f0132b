import type { Browser } from "playwright-core";
import { afterAll, beforeAll, it } from "vitest";
import { launchBrowser } from "../shell/browser.ts";
import { type Engine, startEngine } from "./engine.ts";
import { participants } from "./large.ts";
import { inMilliseconds, median, quantile, report } from "./measure.ts";
import { firstChart, repainted } from "./painted.ts";
import { benchWorkspace } from "./workspaces.ts";

let browser: Browser;
let engine: Engine;

beforeAll(async () => {
  engine = await startEngine(await benchWorkspace());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await engine?.close();
});

const many = participants.toLocaleString("en");

it("opens cold", async () => {
  const taken: number[] = [];
  for (let round = 0; round < 6; round++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    // The token of the address is for one window after another; each context is a browser that has never been here.
    await page.goto(engine.address);
    const painted = await page.evaluate(firstChart);
    if (round > 0) taken.push(painted / 1000);
    await context.close();
  }
  report(`cold page to first chart at ${many}`, `**${inMilliseconds(median(taken))}**`, "≤ 1 s");
});

it.each([
  ["the overview, all of its charts", "/overview"],
  ["a view's page, one chart and its table", "/views?view=exit_reasons"],
])("repaints %s after a filter change", async (what, path) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(engine.address);
  await page.evaluate(firstChart);
  const taken: number[] = [];
  for (let round = 0; round < 45; round++) {
    const hash = `#${path}${path.includes("?") ? "&" : "?"}cutoff=${day(round)}&where.municipality=${municipalities[round % 6]}`;
    const milliseconds = await page.evaluate(repainted, hash);
    if (round >= 5) taken.push(milliseconds / 1000);
  }
  await page.close();
  const [middle, late] = [median(taken), quantile(taken, 0.95)].map(inMilliseconds);
  report(
    `filter change to repainted chart at ${many}: ${what}`,
    `**${late}** (median ${middle})`,
    "≤ 100 ms at the 95th percentile",
  );
});

const municipalities = ["1784", "1766", "1715", "1761", "1780", "1781"];

/** A day that was not asked for before, so that nothing is remembered. */
function day(round: number): string {
  return new Date(Date.UTC(2022, 5, 1 + round)).toISOString().slice(0, 10);
}
