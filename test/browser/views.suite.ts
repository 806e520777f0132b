import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Stage } from "./app.test.ts";
import { goTo, settled, visit } from "./app.ts";
import { programme } from "./workspaces.ts";

const cells = (page: Page, row: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 1}"] [role=gridcell]`).allInnerTexts();

export function describeViews(stage: Stage): void {
  describe("a view", () => {
    test("is found by search, and another parameter draws another chart and table", async () => {
      const { page, complaints, close } = await visit(stage.browser, stage.demo, {
        hash: `#/views?programme=${programme}&where.municipality=1781`,
      });
      await page.getByRole("searchbox", { name: "Sök vy eller indikator" }).fill("viss orsak");
      expect(await page.locator(".views-list li").count()).toBe(1);
      await page.locator(".views-list").getByRole("link", { name: "Avslutade av en viss orsak, efter kön" }).click();
      await settled(page);
      const table = () => page.locator("[role=grid]").innerText();
      const chart = () => page.locator("main figure svg").innerHTML();
      const before = { table: await table(), chart: await chart() };
      await page.getByRole("combobox", { name: /reason/ }).selectOption("studies");
      await expect.poll(table).not.toBe(before.table);
      await expect.poll(chart).not.toBe(before.chart);
      expect(page.url()).toContain("param.reason=studies");
      await page.reload();
      await settled(page);
      expect(await table()).not.toBe(before.table);
      expect(complaints).toEqual([]);
      await close();
    });

    test("shows its SQL, which runs as pasted, and where it comes from", async () => {
      const hash = `#/views?programme=${programme}&view=left_for`;
      const { page, close } = await visit(stage.browser, stage.demo, { hash });
      const answer = await cells(page, 1);
      await page.getByRole("tab", { name: "SQL" }).click();
      const sql = await page.locator("[role=tabpanel] pre").first().innerText();
      await page.getByRole("tab", { name: "Källa" }).click();
      expect(await page.locator("[role=tabpanel]").innerText()).toMatch(/left_for[\s\S]*Uttag[\s\S]*DuckDB/);
      await page.getByRole("tab", { name: "Kolumner" }).click();
      expect(await page.locator("[role=tabpanel]").innerText()).toContain("persons");
      await goTo(page, `#/views?programme=${programme}&sql=${encodeURIComponent(sql)}`);
      // The codes of typed SQL have no names, so only the numbers are the same.
      expect((await cells(page, 1)).at(-1)).toBe(answer.at(-1));
      await close();
    });

    test("with an error is told by file and place, and the others work", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash: "#/sources" });
      const problems = page.getByRole("region", { name: "Filer som behöver rättas" });
      expect(await problems.innerText()).toMatch(/broken\.sql[\s\S]*nowhere/);
      await close();
    });
  });

  describe("the grid", () => {
    const hash = `#/views?programme=${programme}&view=enrolment_list`;

    test("sorts by a click on a column's name, and searches codes by their words", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash });
      const header = page.getByRole("columnheader", { name: /Startdatum/ });
      await header.getByRole("button").click();
      await expect.poll(() => header.getAttribute("aria-sort")).toBe("ascending");
      await settled(page);
      const first = await cells(page, 1);
      await header.getByRole("button").click();
      await expect.poll(async () => (await cells(page, 1)).join()).not.toBe(first.join());
      expect(await header.getAttribute("aria-sort")).toBe("descending");
      await page.getByRole("button", { name: "Sök i kolumnerna" }).click();
      await page.getByRole("searchbox", { name: "Sök i Kommun" }).fill("sunne");
      await expect.poll(async () => (await cells(page, 1)).join()).toContain("Sunne");
      const count = Number(await page.getByRole("grid").getAttribute("aria-rowcount"));
      expect(count).toBeGreaterThan(2);
      expect(count).toBeLessThan(100);
      await close();
    });

    test("reaches its last row by keyboard, with few rows in the document", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash });
      const grid = page.getByRole("grid");
      const count = Number(await grid.getAttribute("aria-rowcount"));
      await grid.focus();
      await page.keyboard.press("Control+End");
      await expect.poll(() => page.locator(`[role=row][aria-rowindex="${count}"]`).count()).toBe(1);
      await settled(page);
      expect((await cells(page, count - 1))[0]).toMatch(/^P-/);
      expect(await page.locator("[role=row]").count()).toBeLessThan(60);
      const active = await grid.getAttribute("aria-activedescendant");
      expect(await page.locator(`[id="${active}"]`).isVisible()).toBe(true);
      await page.keyboard.press("Control+Home");
      await expect.poll(() => page.locator('[role=row][aria-rowindex="2"]').count()).toBe(1);
      await close();
    });

    test("saves the whole answer for Excel: every row, semicolons, and a mark of UTF-8", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash });
      const count = Number(await page.getByRole("grid").getAttribute("aria-rowcount"));
      await page.getByRole("button", { name: "Spara som CSV" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: /Excel/ }).click(),
      ]);
      const text = await readFile(await download.path(), "utf8");
      expect(download.suggestedFilename()).toBe("enrolment_list-excel.csv");
      expect(text.startsWith("\ufeff# ")).toBe(true);
      const lines = text.split("\r\n").filter((line) => line !== "" && !/^\ufeff?#/.test(line));
      expect(lines).toHaveLength(count);
      expect(lines[0]).toMatch(/^Deltagare;Inskrivning;Kommun/);
      await close();
    });
  });
}
