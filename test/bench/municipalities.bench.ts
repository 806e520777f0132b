import type { Browser } from "playwright-core";
import { afterAll, beforeAll, it } from "vitest";
import { launchBrowser } from "../shell/browser.ts";
import { type Engine, startEngine } from "./engine.ts";
import { participants } from "./large.ts";
import { inMilliseconds, median, quantile, report } from "./measure.ts";
import { firstChart, repainted } from "./painted.ts";
import { municipalWorkspace } from "./workspaces.ts";

let browser: Browser;
let engine: Engine;

beforeAll(async () => {
  engine = await startEngine(await municipalWorkspace());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await engine?.close();
});

it("compares all municipalities, request to painted chart", async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(engine.address);
  await page.evaluate(firstChart);
  const taken: number[] = [];
  for (let round = 0; round < 15; round++) {
    const milliseconds = await page.evaluate(repainted, `#/municipalities?cutoff=${day(round)}`);
    if (round >= 5) taken.push(milliseconds / 1000);
  }
  await page.close();
  const [middle, late] = [median(taken), quantile(taken, 0.95)].map(inMilliseconds);
  report(
    `290 municipalities compared at ${participants.toLocaleString("en")}: request to painted chart`,
    `**${middle}** (95th percentile ${late})`,
    "≤ 300 ms",
  );
});

/** A day that was not asked for before, so that nothing is remembered. */
function day(round: number): string {
  return new Date(Date.UTC(2022, 5, 1 + round)).toISOString().slice(0, 10);
}
