import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, barriers, serveApp, settled, visit } from "../browser/app.ts";
import { demonstration, temporaryFolder } from "../cli/workspace.ts";
import { launchBrowser } from "../shell/browser.ts";

const temporary = await temporaryFolder();
let app: App;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  app = await serveApp(await demonstration(temporary.folder));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await temporary.remove();
});

test("the sources page tells the risk, and a suggestion is chosen and taken back with a button", async () => {
  const { page, complaints, close } = await visit(browser, app, { hash: "#/sources", theme: "dark" });
  const risk = page.getByRole("region", { name: "Risk att peka ut personer" });
  await risk.getByText("är ensamma om sin kombination").waitFor();
  await settled(page);
  expect(await barriers(page)).toEqual([]);
  const sentence = await risk.locator(".risk-sentence").textContent();

  await risk.getByRole("button", { name: "k = 10" }).click();
  await risk.getByText("färre än 10 personer").waitFor();
  await risk.getByRole("button", { name: "k = 5" }).click();
  await risk.getByRole("button", { name: /^Använd: Ålder vid start/ }).click();
  await risk.getByText("Åldrar är ersatta med gruppens lägsta ålder").waitFor();
  await risk.getByRole("button", { name: "Ta tillbaka" }).click();
  await risk.getByRole("button", { name: /^Använd: Ålder vid start/ }).waitFor();
  expect(await risk.locator(".risk-sentence").textContent()).toBe(sentence);
  expect(complaints).toEqual([]);
  await close();
});
