import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Stage } from "./app.test.ts";
import { barriers, goTo, visit } from "./app.ts";
import { programme } from "./workspaces.ts";

const scope = `programme=${programme}&cutoff=2022-10-01`;
const patience = { timeout: 60_000 };

/** A card's figures taken out of the evaluator's room, in each form. */
export function describeFiles(stage: Stage): void {
  const overview = () => visit(stage.browser, stage.demo, { hash: `#/overview?${scope}` });
  const reasonsOf = (page: Page) =>
    page.locator("section.card", { has: page.getByRole("heading", { name: "Vart tog de vägen?" }) });

  test("the form is chosen with the keyboard alone, the workspace's own first, and what is saved is rounded", async () => {
    const { page, complaints, close } = await overview();
    const reasons = reasonsOf(page);
    await reasons.getByRole("button", { name: /^Fler val/ }).focus();
    await page.keyboard.press("Enter");
    const forms = page.getByRole("menuitemradio");
    expect(await forms.locator("b").allInnerTexts()).toEqual([
      "Som styrgruppen ser dem",
      "Avrundade till femtal",
      "Med brus",
      "Som de är",
    ]);
    expect(await forms.first().getAttribute("aria-checked")).toBe("true");
    expect(await barriers(page)).toEqual([]);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    for (let step = 0; step < 4 && !(await focused()).startsWith("Avrundade"); step++)
      await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    expect(await forms.nth(1).getAttribute("aria-checked")).toBe("true");
    for (let step = 0; step < 6 && !(await focused()).startsWith("CSV för R"); step++)
      await page.keyboard.press("ArrowDown");
    const [file] = await Promise.all([page.waitForEvent("download", patience), page.keyboard.press("Enter")]);
    expect(file.suggestedFilename()).toBe("vart-tog-de-vagen-2022-10-01-avrundad.csv");
    const { notes, rows } = await csv(file);
    expect(notes).toContain("avrundade till närmaste multipel av 5");
    expect(notes).not.toMatch(/# (select|with)/);
    expect(rows.length).toBeGreaterThan(3);
    for (const { k, n, share } of rows) {
      expect([Number(k) % 5, Number(n) % 5]).toEqual([0, 0]);
      expect(Number(share)).toBeCloseTo(Number(k) / Number(n), 12);
    }
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  test("hidden as in the steering room, with noise, and as they are, each of which says so", async () => {
    const { page, complaints, close } = await overview();
    const reasons = reasonsOf(page);
    const hidden = await csv(await saved(page, reasons, "Som styrgruppen ser dem", /CSV.*R/));
    expect(hidden.notes).toContain("Skyddad som i styrgruppens rum");
    expect(hidden.rows.some(({ k }) => k === "..")).toBe(true);
    const noisy = await csv(await saved(page, reasons, "Med brus", /CSV.*R/));
    expect(noisy.notes).toContain("brus på högst 3");
    const exact = await csv(await saved(page, reasons, "Som de är", /CSV.*R/));
    expect(exact.notes).toContain("OSKYDDADE SIFFROR");
    const countOf = ({ rows }: Csv, reason: string) => Number(rows.find((row) => row.exit_reason === reason)?.k);
    const work = countOf(exact, "work");
    expect(Math.abs(countOf(noisy, "work") - work)).toBeLessThanOrEqual(3);
    expect(noisy.rows.map(({ k }) => k)).not.toEqual(exact.rows.map(({ k }) => k));
    expect(complaints).toEqual([]);
    await close();
  }, 180_000);

  test("a picture is drawn of the changed figures, with their sentence and the method under it", async () => {
    const { page, complaints, close } = await overview();
    const denominators = page.locator("section.card", { has: page.getByText("på olika nämnare") }).first();
    const file = await saved(page, denominators, "Avrundade till femtal", "Bild som SVG");
    const svg = await readFile(await file.path(), "utf8");
    const drawn = svg.replace(/<metadata>[\s\S]*<\/metadata>/, "").replaceAll("\u00a0", " ");
    const pairs = [...drawn.matchAll(/>(\d+) av (\d+)</g)].flatMap(([, k, n]) => [Number(k), Number(n)]);
    expect(pairs.length).toBeGreaterThan(3);
    expect(pairs.filter((count) => count % 5 !== 0)).toEqual([]);
    expect(drawn).toMatch(/avrundade till närmaste/);
    expect(
      JSON.parse(
        svg
          .match(/<metadata>([\s\S]*)<\/metadata>/)![1]!
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&amp;", "&"),
      )[0].changed,
    ).toMatchObject({ form: "round", base: 5 });
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  describe("every card has a form that can leave, or says why not, and no chart is drawn of the figures as they are", () => {
    test.each([
      "#/overview?",
      "#/municipalities?",
      "#/indicators?indicator=work-or-study-at-exit&",
      "#/kasam?",
      "#/views?view=exit_reasons_by_sex&",
    ])(
      "%s",
      async (hash) => {
        const { page, complaints, close } = await visit(stage.browser, stage.demo, { hash: hash + scope });
        await goTo(page, hash + scope);
        await page.locator("main section.card svg.chart").first().waitFor(patience);
        const more = page.locator("main section.card").getByRole("button", { name: /^Fler val/ });
        let files = 0;
        for (let at = 0; at < (await more.count()); at++) {
          const card = more.nth(at).locator("xpath=ancestor::section[1]");
          await more.nth(at).click();
          const picture = page.getByRole("menuitem", { name: "Bild som SVG" });
          if ((await page.getByRole("menuitemradio").count()) === 0 || (await picture.count()) === 0) {
            await page.keyboard.press("Escape");
            continue;
          }
          await page.getByRole("menuitemradio", { name: "Avrundade till femtal" }).click();
          const ended = Promise.race([
            page.waitForEvent("download", patience),
            card
              .locator(".form-fault")
              .waitFor(patience)
              .then(() => undefined),
          ]);
          await picture.click();
          const file = await ended;
          if (file === undefined) expect(await card.locator(".form-fault").innerText()).toMatch(/styrgruppens rum/);
          else files += 1;
        }
        expect(files).toBeGreaterThan(0);
        expect(complaints).toEqual([]);
        await close();
      },
      240_000,
    );
  });
}

async function saved(page: Page, card: Locator, form: string, file: string | RegExp): Promise<Download> {
  await card.getByRole("button", { name: /^Fler val/ }).click();
  await page.getByRole("menuitemradio", { name: form }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download", patience),
    page.getByRole("menuitem", { name: file }).click(),
  ]);
  return download;
}

interface Csv {
  /** The lines above the table. */
  notes: string;
  rows: Record<string, string>[];
}

async function csv(file: Download): Promise<Csv> {
  const lines = (await readFile(await file.path(), "utf8")).split("\r\n").filter((line) => line !== "");
  const [head, ...rows] = lines.filter((line) => !line.startsWith("#")).map((line) => line.split(","));
  return {
    notes: lines.filter((line) => line.startsWith("#")).join("\n"),
    rows: rows.map((cells) => Object.fromEntries(head!.map((name, at) => [name, cells[at] ?? ""]))),
  };
}
