import { describe, expect, test } from "vitest";
import { pages } from "../../renderer/pages/pages.ts";
import type { Stage } from "./app.test.ts";
import { barriers, goTo, visit } from "./app.ts";
import { programme } from "./workspaces.ts";

const looks = [
  { language: "sv", theme: "light" },
  { language: "en", theme: "dark" },
] as const;

const opened = [
  ...pages.map(({ name }) => `#/${name}?programme=${programme}`),
  `#/theory?programme=${programme}&view=list`,
  `#/indicators?programme=${programme}&indicator=work-or-study-at-exit`,
  `#/indicators?programme=${programme}&indicator=work-or-study-at-exit&edit=1`,
  `#/views?programme=${programme}&view=exit_reasons`,
  `#/views?programme=${programme}&view=left_for`,
  `#/views?programme=${programme}&view=enrolment_list`,
  `#/views?programme=${programme}&indicator=work-or-study-at-exit&by=sex`,
  `#/views?programme=${programme}&sql=${encodeURIComponent("select sex, k from exit_reasons_by_sex()")}`,
  "#/views?view=nothing_of_that_name",
];

export function describePages(stage: Stage): void {
  describe.each(looks)("in $language, $theme", ({ language, theme }) => {
    test("every page opens without a complaint of the browser and without barriers", async () => {
      const { page, complaints, close } = await visit(stage.browser, stage.demo, { language, theme });
      const found: string[] = [];
      for (const hash of opened) {
        await goTo(page, hash);
        expect(await page.locator("main .notice").allInnerTexts(), hash).toEqual([]);
        for (const barrier of await barriers(page)) found.push(`${hash}: ${barrier}`);
      }
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    test("an empty workspace teaches, on every page", async () => {
      const { page, complaints, close } = await visit(stage.browser, stage.empty, { language, theme });
      const found: string[] = [];
      for (const { name } of pages) {
        await goTo(page, `#/${name}`);
        for (const barrier of await barriers(page)) found.push(`${name}: ${barrier}`);
      }
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });
  });

  test("nothing is wider than a small window", async () => {
    const { page, close } = await visit(stage.browser, stage.demo);
    await page.setViewportSize({ width: 900, height: 800 });
    for (const hash of opened) {
      await goTo(page, hash);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, hash).toBeLessThanOrEqual(0);
    }
    await close();
  });
}
