import { describe, expect, test } from "vitest";
import type { Stage } from "./app.test.ts";
import { barriers, settled, visit } from "./app.ts";
import { programme } from "./workspaces.ts";

const kasam = `#/kasam?programme=${programme}`;
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ").replaceAll("\u2060", "");

export function describeKasam(stage: Stage): void {
  describe("the KASAM page", () => {
    test.each([
      ["sv", "light", /^De \d+ som svarade båda gångerna hade i snitt .* \(95 % osäkerhet .* till .*\)\.$/],
      ["en", "dark", /^The \d+ who answered both times scored .* \(95% uncertainty .* to .*\)\.$/],
    ] as const)("says the change with its uncertainty, without barriers (%s, %s)", async (language, theme, said) => {
      const { page, complaints, close } = await visit(stage.browser, stage.demo, { hash: kasam, language, theme });
      expect(plain(await page.locator("main h1").innerText())).toMatch(said);
      const charts = page.locator("main svg.chart");
      expect(await charts.count()).toBeGreaterThanOrEqual(12);
      for (const chart of await charts.all()) {
        const described = await chart.getAttribute("aria-describedby");
        expect(await page.locator(`[id="${described}"]`).textContent()).not.toBe("");
      }
      // The licence stands by its scale: keys and numbers, never an item's words.
      const rights = language === "sv" ? "aldrig frågornas ordalydelse" : "never the wording of the questions";
      expect(await page.locator("main").innerText()).toContain(rights);
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    test("an assumption is changed by the keyboard, and the address keeps it", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash: kasam });
      const lede = page.locator("main .lede");
      const before = await lede.innerText();
      await page.getByLabel("Samband mellan två mätningar").focus();
      await page.keyboard.type("0,99");
      await page.keyboard.press("Enter");
      await expect.poll(() => lede.innerText()).not.toBe(before);
      expect(page.url()).toContain("rho=0%2C99");
      await page.getByLabel("Samband mellan två mätningar").fill("2");
      expect(await page.getByText("Skriv ett tal mellan 0 och 1.").count()).toBe(1);
      await close();
    });

    test("changes and response rates are divided as one chooses", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash: `${kasam}&by=mode&response=month` });
      const words = (title: string) =>
        page.locator("main section.card", { has: page.getByRole("heading", { name: title }) }).locator("figcaption");
      expect(await words("Har grupperna förändrats lika?").textContent()).toContain("Med hjälp av personal");
      expect(await words("Svarade alla grupper lika ofta?").textContent()).toContain("avbrott");
      await page.locator("main select").nth(2).selectOption("sex");
      await settled(page);
      expect(await words("Har grupperna förändrats lika?").textContent()).toContain("Kvinnor");
      expect(page.url()).toContain("by=sex");
      await close();
    });

    test("a programme without answers is told what to deliver, and sees no number", async () => {
      const { page, complaints, close } = await visit(stage.browser, stage.demo, {
        hash: "#/kasam?programme=framtid-kronoberg",
      });
      expect(await page.locator("main h1").innerText()).toBe("Ingen enkät har svar i uttaget");
      expect(await page.locator("main svg.chart").count()).toBe(0);
      expect(await page.getByText("response.csv").count()).toBe(1);
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });
  });
}
