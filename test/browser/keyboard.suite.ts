import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Stage } from "./app.test.ts";
import { settled, visit } from "./app.ts";
import { programme } from "./workspaces.ts";

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    return element?.getAttribute("aria-label") ?? element?.innerText ?? "";
  });

export function describeKeyboard(stage: Stage): void {
  describe("by keyboard alone", () => {
    test("the first stop leads past the rail to the content", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash: `#/overview?programme=${programme}` });
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe("Hoppa till innehållet");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
      await close();
    });

    test("the palette goes to a page and to a view", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash: `#/overview?programme=${programme}` });
      await page.keyboard.press("Control+k");
      await page.keyboard.type("Underlag");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect.poll(() => page.url()).toContain("#/sources");
      await settled(page);
      await page.keyboard.press("Control+k");
      await page.keyboard.type("exit_reasons_by_sex");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect.poll(() => page.url()).toContain("view=exit_reasons_by_sex");
      await settled(page);
      expect(await page.locator("main h1").innerText()).toBe("Avslutade personer efter avslutsorsak och kön");
      await close();
    });

    test("Tab goes on to the grid and out of it again, and a column is sorted by Enter", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, {
        hash: `#/views?programme=${programme}&view=enrolment_list`,
      });
      await page.getByRole("button", { name: "Spara som CSV" }).focus();
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("grid");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await expect.poll(() => page.locator("[role=columnheader]").nth(1).getAttribute("aria-sort")).toBe("ascending");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("[role=grid]"))).toBeNull();
      await close();
    });
  });
}
