import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Stage } from "./app.test.ts";
import { barriers, goTo, serveApp, settled, visit } from "./app.ts";
import { programme } from "./workspaces.ts";

const indicator = "work-or-study-at-exit";
const list = `#/indicators?programme=${programme}&cutoff=2022-10-01`;
const town = `${list}&where.municipality=1781`;

export function describeIndicators(stage: Stage): void {
  describe("the indicators", () => {
    test("stand with estimate, interval, targets and whether they are reached", async () => {
      const { page, complaints, close } = await visit(stage.browser, stage.demo, { hash: town });
      const row = page.getByRole("row", { name: /Avslutade till arbete eller studier/ });
      const words = (await row.innerText()).replaceAll("\u00a0", " ").replaceAll("\u2060", "");
      expect(words).toMatch(/63 %[\s\S]*24 av 38[\s\S]*47–77 %/);
      // Two promises for one indicator, both there.
      expect(words).toMatch(/mål 60 %[\s\S]*mål 50 % \(Kristinehamn\)/);
      // Before the first survey.
      await goTo(page, town.replace("2022-10-01", "2020-10-01"));
      expect(await page.getByRole("row", { name: /Upplever bättre hälsa/ }).innerText()).toContain("Det finns ingen");
      expect(complaints).toEqual([]);
      await row.getByRole("link").click();
      await settled(page);
      expect(page.url()).toContain(`indicator=${indicator}`);
      await close();
    });

    test("are opened on denominators, groups and time, each with a table", async () => {
      const { page, complaints, close } = await visit(stage.browser, stage.demo, {
        hash: `${town}&indicator=${indicator}`,
      });
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("24");
      const denominators = page.getByRole("region", { name: "Samma täljare, olika nämnare" });
      expect(await denominators.getByRole("img").textContent()).toMatch(/24 av 38/);
      for (const column of ["kön", "ålder", "väg in", "startår"]) {
        const card = page.getByRole("region", { name: `Efter ${column}`, exact: true });
        await card.getByRole("button", { name: "Tabell" }).click();
        expect(await page.getByRole("dialog").getByRole("row").count()).toBeGreaterThan(1);
        await page.keyboard.press("Escape");
      }
      expect(
        await page.getByRole("region", { name: "Samma indikator vid olika brytdatum" }).locator("circle").count(),
      ).toBeGreaterThan(4);
      const definition = page.getByRole("region", { name: "Definition" });
      expect(await definition.innerText()).toMatch(/EECR02 ∪ EECR04[\s\S]*slutrapport[\s\S]*"numerator"/);
      await definition.getByRole("button", { name: "SQL" }).click();
      expect(await definition.innerText()).toMatch(/select/);
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    test("are copied and changed: the effect first, every problem at once, versions kept and compared", async () => {
      const workspace = join(stage.folder, "edited");
      await cp(join(stage.folder, "demo"), workspace, { recursive: true });
      const app = await serveApp(workspace);
      const { page, complaints, close } = await visit(stage.browser, app, {
        hash: `${town}&indicator=${indicator}&edit=1`,
      });
      const effect = page.getByRole("region", { name: "Vad ändringen gör" });
      await page.getByLabel("Nämnare").selectOption("enrolled");
      await expect.poll(() => effect.innerText(), { timeout: 20_000 }).toMatch(/24 av 38[\s\S]*av 6\d/);
      await page.getByRole("button", { name: "Ångra" }).click();
      expect(await page.getByLabel("Nämnare").inputValue()).toBe("exited");
      await page.getByRole("button", { name: "Gör om" }).click();
      expect(await page.getByLabel("Nämnare").inputValue()).toBe("enrolled");

      await page.getByLabel("Namn", { exact: true }).fill("Inget namn");
      await page.getByLabel("Rubrik på svenska").fill("");
      await page.getByLabel("från").fill("40");
      const alert = page.getByRole("alert");
      await expect.poll(() => alert.locator("li").count(), { timeout: 20_000 }).toBe(3);
      expect(await page.getByLabel("Rubrik på svenska").getAttribute("aria-invalid")).toBe("true");
      expect(await barriers(page)).toEqual([]);
      await page.getByLabel("Namn", { exact: true }).fill("eget-matt");
      await page.getByLabel("Rubrik på svenska").fill("Eget mått");
      await page.getByLabel("från").fill("15");
      await page.getByRole("button", { name: "Spara kopian" }).click();
      await expect.poll(() => page.url(), { timeout: 20_000 }).toContain("indicator=eget-matt");
      await settled(page);
      expect(await page.locator(".kicker").innerText()).toBe("Eget mått");

      await page.getByRole("link", { name: "Ändra" }).click();
      const json = page.getByLabel("Definitionen som JSON");
      const text = await json.inputValue();
      await json.fill(text.replace('"late_entry_days": 0', '"late_entry_days": '));
      expect(await page.getByText("Det här är ingen JSON ännu").count()).toBe(1);
      await json.fill(text.replace('"late_entry_days": 0', '"late_entry_days": 30'));
      expect(await page.getByLabel("Minsta tid i programmet, dagar").inputValue()).toBe("30");
      await page.getByRole("button", { name: "Spara som version 2" }).click();
      const compare = page.getByRole("button", { name: "Jämför versioner" });
      await compare.click({ timeout: 20_000 });
      expect(await page.locator(".diff ins").allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining('"late_entry_days": 30')]),
      );
      await goTo(page, list);
      expect(await page.getByRole("row", { name: /Eget mått/ }).innerText()).toContain("egen, version 2");
      expect(complaints).toEqual([]);
      await close();
      await app.close();
    });

    test("are copied with what was promised: a target is changed, judged before it is saved, and kept", async () => {
      const workspace = join(stage.folder, "aimed");
      await cp(join(stage.folder, "demo"), workspace, { recursive: true });
      const app = await serveApp(workspace);
      const { page, complaints, close } = await visit(stage.browser, app, {
        hash: `${town}&indicator=${indicator}&edit=1`,
      });
      const effect = page.getByRole("region", { name: "Vad ändringen gör" });
      const first = page.getByRole("group", { name: "Mål 1", exact: true });
      const second = page.getByRole("group", { name: "Mål 2", exact: true });
      expect(await first.getByLabel("Procent").inputValue()).toBe("60");
      expect(await first.getByLabel("Källa").inputValue()).not.toBe("");
      expect(await second.getByLabel("Kommun").inputValue()).toBe("1781");
      // 24 of 38 is 47–77 %: that covers 60 and lies above 40.
      const after = effect.locator("dl > div").last();
      const judged = async () => (await after.innerText()).replaceAll("\u00a0", " ").replaceAll("\u2060", "");
      await expect.poll(judged, { timeout: 20_000 }).toMatch(/mål 60 %\s*går inte att avgöra/);
      await first.getByLabel("Procent").fill("40,5");
      await expect.poll(judged, { timeout: 20_000 }).toMatch(/mål 41 %\s*målet är nått/);
      expect(await page.getByLabel("Definitionen som JSON").inputValue()).toContain('"value": 0.405');
      await first.getByLabel("Värdet ska vara").selectOption("högst");
      await expect.poll(judged, { timeout: 20_000 }).toMatch(/mål högst 41 %\s*målet är inte nått/);
      await page.getByRole("button", { name: "Ångra" }).click();
      await expect.poll(judged, { timeout: 20_000 }).toMatch(/mål 41 %\s*målet är nått/);

      await page.getByRole("button", { name: "Ta bort mål 2" }).click();
      await page.getByRole("button", { name: "Lägg till ett mål" }).click();
      const alert = page.getByRole("alert");
      // A new target has neither a value nor a source.
      await expect.poll(() => alert.locator("li").count(), { timeout: 20_000 }).toBe(2);
      expect(await second.getByLabel("Procent").getAttribute("aria-invalid")).toBe("true");
      expect(await barriers(page)).toEqual([]);
      await second.getByLabel("Procent").fill("80");
      await second.getByLabel("Kön").selectOption("Kvinnor");
      await second.getByLabel("Källa").fill("Utvärderingens plan");
      await expect.poll(() => alert.count(), { timeout: 20_000 }).toBe(0);
      await page.getByLabel("Namn", { exact: true }).fill("egna-mal");
      await page.getByRole("button", { name: "Spara kopian" }).click();
      await expect.poll(() => page.url(), { timeout: 20_000 }).toContain("indicator=egna-mal");
      await settled(page);
      const result = await page.getByRole("region", { name: "Resultat" }).innerText();
      expect(result.replaceAll("\u00a0", " ")).toMatch(
        /mål 41 %[\s\S]*nått[\s\S]*andra urval[\s\S]*mål 80 % \(Kvinnor\)/,
      );
      await goTo(page, town);
      const row = (await page.getByRole("row", { name: /egen, version 1/ }).innerText()).replaceAll("\u00a0", " ");
      expect(row).toMatch(/mål 41 %[\s\S]*målet är nått/);
      expect(complaints).toEqual([]);
      await close();
      await app.close();
    });
  });
}
