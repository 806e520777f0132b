import { describe, expect, test } from "vitest";
import type { Stage } from "./app.test.ts";
import { barriers, settled, visit } from "./app.ts";
import { programme } from "./workspaces.ts";

const hash = `#/theory?programme=${programme}&cutoff=2022-12-31`;

/** With plain spaces for those that keep a number and its sign together. */
const plain = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u2060", "");

export function describeTheory(stage: Stage): void {
  describe("the theory of change", () => {
    test("shows evidence where there is some, and gaps as gaps", async () => {
      const { page, complaints, close } = await visit(stage.browser, stage.demo, { hash });
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(
        /^\S+ av \S+ led från utfall till lång sikt har underlag\. \S+ påståenden står utan\.$/,
      );
      const measured = page.locator('[data-node="to-work-or-study"]');
      expect(plain(await measured.innerText())).toMatch(
        /\d+ %\s+mål 60 % · \d+ av \d+ · \d+–\d+ %\s+målet är inte nått/,
      );
      expect(await page.locator('[data-node="new-methods"]').innerText()).toContain("1 av 4");
      expect(await page.locator('[data-node="lower-unemployment"]').innerText()).toContain("inget underlag ännu");
      expect(await page.locator(".theory-edges path").count()).toBeGreaterThan(40);
      expect(await page.getByText("Högre KASAM").count()).toBe(1);
      expect(complaints).toEqual([]);
      await close();
    });

    test("is walked by arrows along columns and edges; Enter opens and Escape closes", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash });
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-node"));
      await page.locator('[data-node="talks-and-coaching"]').focus();
      await page.keyboard.press("ArrowUp");
      expect(await focused()).toBe("outreach");
      await page.keyboard.press("ArrowRight");
      expect(await page.locator(`[data-node="${await focused()}"]`).getAttribute("data-claim")).toBe("true");
      await page.locator('[data-node="to-work-or-study"]').focus();
      expect(await page.locator('[data-node="outreach"]').getAttribute("data-relation")).toBe("upstream");
      expect(await page.locator('[data-node="new-methods"]').getAttribute("data-relation")).toBe("downstream");
      await page.keyboard.press("Enter");
      const detail = page.getByRole("complementary");
      expect(await detail.innerText()).toMatch(/Av de \d+ personer[\s\S]*Bygger på[\s\S]*Leder till/);
      expect(page.url()).toContain("node=to-work-or-study");
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect.poll(() => detail.count()).toBe(0);
      expect(await focused()).toBe("to-work-or-study");
      await page.keyboard.press("Enter");
      await detail.getByRole("button", { name: "Stäng" }).click();
      expect(await focused()).toBe("to-work-or-study");
      await close();
    });

    test("is zoomed by keys, and its lines follow", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash });
      const box = page.locator('[data-node="outreach"]');
      const line = () => page.locator(".theory-edges > path").first().getAttribute("d");
      const before = { height: (await box.boundingBox())?.height ?? 0, line: await line() };
      await box.focus();
      await page.keyboard.press("+");
      await expect.poll(async () => (await box.boundingBox())?.height ?? 0).toBeGreaterThan(before.height);
      await expect.poll(line).not.toBe(before.line);
      await close();
    });

    test("is a list for those who would rather read, with a way to each indicator", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash });
      await page.getByRole("button", { name: "Lista" }).click();
      await settled(page);
      const outcomes = page.locator("section.card", {
        has: page.getByRole("heading", { name: "Utfall", exact: true }),
      });
      expect(await outcomes.innerText()).toMatch(/Bygger på [\s\S]*Leder till /);
      expect(await barriers(page)).toEqual([]);
      await outcomes.getByRole("link", { name: "Avslutade till arbete eller studier" }).click();
      await settled(page);
      expect(page.url()).toContain("indicators");
      await close();
    });

    test("prints with its lines where its boxes are", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash });
      const ends = () =>
        page.evaluate(() => {
          const diagram = document.querySelector<HTMLElement>(".theory-diagram");
          const box = document.querySelector<HTMLElement>('[data-node="to-work-or-study"]');
          return [diagram?.scrollWidth, box?.offsetLeft, box?.offsetTop, box?.offsetHeight];
        });
      const onScreen = await ends();
      await page.emulateMedia({ media: "print" });
      const onPaper = await ends();
      const moved = onPaper.map((end, index) => Math.abs((end ?? 0) - (onScreen[index] ?? 0)));
      expect(Math.max(...moved)).toBeLessThanOrEqual(8);
      await close();
    });
  });
}
