import { describe, expect, test } from "vitest";
import type { Stage } from "./app.test.ts";
import { settled, visit } from "./app.ts";
import { programme } from "./workspaces.ts";

const kristinehamn = `#/overview?programme=${programme}&cutoff=2022-10-01&where.municipality=1781`;

// What the programme's report says of this municipality: 24 of the 38 who had left, and 25 of all 64.
const said = /38 personer.* gick 24 /;
const saidAtEnd = /25/;
const saidInEnglish = /38 persons.* 24 /;

export function describeOverview(stage: Stage): void {
  describe("the overview", () => {
    test("says the finding, and another when the cut-off is another", async () => {
      const { page, complaints, close } = await visit(stage.browser, stage.demo, { hash: kristinehamn });
      const title = page.locator("main h1");
      expect(await title.innerText()).toMatch(said);
      const svg = () => page.locator("main figure svg").first().innerHTML();
      const drawn = await svg();
      await page.getByRole("button", { name: /^Brytdatum/ }).click();
      await page.getByRole("option", { name: /31 december 2022/ }).click();
      await expect.poll(() => title.innerText()).not.toMatch(said);
      await settled(page);
      expect(await title.innerText()).toMatch(saidAtEnd);
      await expect.poll(svg).not.toBe(drawn);
      expect(page.url()).not.toContain("cutoff=");
      expect(complaints).toEqual([]);
      await close();
    });

    test("an address brings back what it was copied from, and so does the back button", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash: kristinehamn });
      const heading = await page.locator("main h1").innerText();
      await page.getByRole("link", { name: "Underlag" }).click();
      await settled(page);
      await page.goBack();
      await settled(page);
      expect(await page.locator("main h1").innerText()).toBe(heading);
      const again = await page.context().newPage();
      await again.goto(page.url());
      await settled(again);
      expect(await again.locator("main h1").innerText()).toBe(heading);
      await close();
    });

    test("speaks English when asked to, and still does the next time", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash: kristinehamn });
      await page.getByRole("radio", { name: "English" }).click();
      await expect.poll(() => page.locator("main h1").innerText()).toMatch(saidInEnglish);
      await page.reload();
      await settled(page);
      expect(await page.locator("main h1").innerText()).toMatch(saidInEnglish);
      await close();
    });
  });
}
