import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Stage } from "./app.test.ts";
import { settled, visit } from "./app.ts";

async function run(page: Page, sql: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(sql);
  await page.keyboard.press("Control+Enter");
  await settled(page);
}

export function describeSql(stage: Stage): void {
  describe("SQL of one's own", () => {
    test("runs by Ctrl-Enter, proposes names, and is refused in a sentence", async () => {
      const { page, complaints, close } = await visit(stage.browser, stage.demo, { hash: "#/views?sql=" });
      await page.locator(".cm-content").waitFor();
      await run(page, "select count(*) as persons from participant");
      expect(await page.getByRole("columnheader").innerText()).toBe("persons");

      await run(page, "delete from participant");
      expect(await page.getByRole("alert").innerText()).toMatch(/Bara frågor som läser får köras/);

      await run(page, "select reson from enrolment");
      expect(await page.getByRole("alert").innerText()).toMatch(/reson/);

      await page.locator(".cm-content").click();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("select * from enrolm");
      await page.locator(".cm-tooltip-autocomplete").getByText("enrolment", { exact: true }).waitFor();
      // The browser itself mentions the two refusals.
      expect(complaints.filter((each) => !each.includes("422"))).toEqual([]);
      await close();
    });

    test("can be stopped", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash: "#/views?sql=" });
      await page.locator(".cm-content").click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(
        "select count(*) as n from range(200000) as a(x), range(200000) as b(y) where (x * y) % 7 = 3",
      );
      await page.keyboard.press("Control+Enter");
      await page.getByRole("button", { name: "Avbryt" }).click();
      expect(await page.getByRole("alert").innerText()).toMatch(/avbröts/);
      await close();
    });
  });
}
