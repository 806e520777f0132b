import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pagesOf } from "../../renderer/pages/pages.ts";
import type { Stage } from "./app.test.ts";
import { barriers, type Visit, type VisitOptions, visit } from "./app.ts";
import { programme } from "./workspaces.ts";

const scope = `programme=${programme}&cutoff=2022-10-01`;
const opened = [
  ...pagesOf("steering").map(({ name }) => `#/${name}?${scope}`),
  `#/indicators?${scope}&indicator=work-or-study-at-exit`,
];
/** What is protected together takes its time, more so on a machine that does other things too. */
const patience = { timeout: 120_000 };

export function describeSteering(stage: Stage): void {
  const steering = (options: VisitOptions = {}): Promise<Visit> =>
    visit(stage.browser, stage.steering, { ...patience, ...options });

  describe("the steering group's room", () => {
    test("says which room it is, over everything and in the window's title", async () => {
      const { page, complaints, close } = await steering({ hash: `#/policy?${scope}` });
      expect(await page.locator(".room-strip > b").innerText()).toBe("Styrgruppens rum · skyddade siffror");
      expect(await page.title()).toMatch(/^Styrgruppens rum · skyddade siffror · Skydd/);
      await page.getByRole("button", { name: "Vad det betyder" }).click();
      expect(await page.getByRole("dialog").innerText()).toContain("Det går inte att stänga av.");
      expect(complaints).toEqual([]);
      await close();
    });

    test("has the pages that work there, and no address leads to another", async () => {
      const { page, close } = await steering({ hash: `#/policy?${scope}` });
      const names = await page.getByRole("navigation").getByRole("link").allInnerTexts();
      expect(names).toHaveLength(pagesOf("steering").length);
      expect(names).toEqual(expect.arrayContaining(["Översikt", "Förändringsteori", "Indikatorer", "Skydd"]));
      for (const absent of ["Vyer", "Underlag"]) expect(names).not.toContain(absent);
      for (const hash of ["#/sources", "#/views", `#/views?${scope}&sql=select%201`]) {
        await page.evaluate((to) => {
          location.hash = to;
        }, hash);
        await expect.poll(() => page.locator("main").getAttribute("aria-label")).toBe("Översikt");
      }
      expect(await page.locator(".sql-editor, .dropzone").count()).toBe(0);
      await page.keyboard.press("Control+k");
      await page.keyboard.type("exit_reasons");
      expect(await page.getByRole("dialog").innerText()).toContain("Inget passar.");
      await close();
    });

    test("its cut-offs are those that are named, and no other can be written", async () => {
      const { page, close } = await steering({ hash: `#/policy?${scope}` });
      await page.getByRole("button", { name: /^Brytdatum/ }).click();
      expect(await page.getByRole("option").count()).toBeGreaterThan(1);
      expect(await page.getByRole("dialog").getByRole("textbox").count()).toBe(0);
      await close();
    });

    test.each([
      ["sql", { sql: "select * from participant" }],
      ["load", { offer: "x", job: "x" }],
      ["save", { kind: "indicator", definition: {} }],
      ["ledger", {}],
    ])("the server behind it refuses %s with a sentence", async (method, body) => {
      const { page, close } = await steering();
      const answer = await ask(page, `/host/${method}`, body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(JSON.parse(answer.text).message.sv).toMatch(/rum/);
      await close();
    });

    test("it does not reach the evaluator's room, even in the same browser", async () => {
      const { page, close } = await steering();
      const evaluator = new URL(stage.demo.address).origin;
      const other = await page.context().newPage();
      await other.goto(stage.demo.address);
      await other.getByRole("navigation").first().waitFor();
      await expect(ask(page, `${evaluator}/host/catalog`, {})).rejects.toThrow();
      expect(await page.evaluate(() => window.opener)).toBeNull();
      await close();
    });

    test("hides what is small: the sign stands for it, in the chart, its table, its words and its file", async () => {
      const { page, complaints, close } = await steering();
      await page.evaluate((to) => {
        location.hash = to;
      }, `#/overview?${scope}`);
      const reasons = page.locator("section.card", { has: page.getByRole("heading", { name: "Vart tog de vägen?" }) });
      await reasons.locator("svg.chart").waitFor(patience);
      expect(await reasons.locator("svg.chart").textContent()).toContain("..  visas inte");
      expect(await reasons.locator("svg.chart").textContent()).not.toMatch(/Misskötsel|Frihetsberövad/);
      expect(await reasons.locator("figcaption").textContent()).toContain("visas inte");
      await reasons.getByText("Varför?").click();
      expect(await reasons.innerText()).toContain("Dold: få personer, eller skulle avslöja en annan dold siffra.");
      await reasons.getByRole("button", { name: "Tabell" }).click();
      const table = page.getByRole("dialog").getByRole("table");
      expect(await table.innerText()).toContain("..");
      expect(await page.getByRole("tab").allInnerTexts()).toEqual(["Tabell", "I ord"]);
      await page.keyboard.press("Escape");
      await reasons.getByRole("button", { name: /^Fler val/ }).click();
      const saved = page.waitForEvent("download");
      await page.getByRole("menuitem", { name: /CSV.*R/ }).click();
      const csv = await text(await (await saved).createReadStream());
      expect(csv).toContain("room steering");
      expect(csv).toMatch(/,\.\.,/);
      expect(csv).not.toContain("# select");
      expect(csv).not.toContain("# with");
      expect(complaints).toEqual([]);
      await close();
    }, 180_000);

    test.each([
      { language: "sv", theme: "light" },
      { language: "en", theme: "dark" },
    ] as const)(
      "every page of it is without barriers, in $language, $theme",
      async ({ language, theme }) => {
        const { page, complaints, close } = await steering({ language, theme });
        const found: string[] = [];
        for (const hash of opened) {
          await page.evaluate((to) => {
            location.hash = to;
          }, hash);
          await page.locator("main h1").first().waitFor();
          await expect
            .poll(() => page.locator("main .skeleton, main .waiting, main [data-loading]").count(), patience)
            .toBe(0);
          expect(await page.locator("main .notice").allInnerTexts(), hash).toEqual([]);
          for (const barrier of await barriers(page)) found.push(`${hash}: ${barrier}`);
        }
        expect(found).toEqual([]);
        expect(complaints).toEqual([]);
        await close();
      },
      600_000,
    );
  });

  describe("in the evaluator's room", () => {
    test("a card is looked at as the steering group sees it, with reasons, and back", async () => {
      const { page, complaints, close } = await visit(stage.browser, stage.demo, { hash: `#/overview?${scope}` });
      const reasons = page.locator("section.card", { has: page.getByRole("heading", { name: "Vart tog de vägen?" }) });
      const words = () => reasons.locator("svg.chart").textContent();
      expect(await words()).not.toContain("visas inte");
      const look = reasons.getByRole("button", { name: "Som styrgruppen ser den: Vart tog de vägen?" });
      await look.focus();
      await page.keyboard.press("Space");
      await expect.poll(words, patience).toContain("..  visas inte");
      await reasons.getByRole("button", { name: "Tabell" }).click();
      const hidden = page.getByRole("dialog").locator("button.suppressed").first();
      await hidden.focus();
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Tab");
      expect(await page.getByRole("tooltip").innerText()).toMatch(/^Dold: /);
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await look.click();
      await expect.poll(words).not.toContain("visas inte");
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);

    test("numbers that would be hidden get a mark, and a figure tells what it costs", async () => {
      const { page, complaints, close } = await visit(stage.browser, stage.demo, { hash: `#/overview?${scope}` });
      await page.getByRole("button", { name: /^Rum/ }).click();
      await page.getByText("Märk det som styrgruppen inte får se").click();
      await page.keyboard.press("Escape");
      const reasons = page.locator("section.card", { has: page.getByRole("heading", { name: "Vart tog de vägen?" }) });
      await expect.poll(() => reasons.locator("svg.chart").textContent(), patience).toMatch(/\d ⊘/);
      await reasons.getByRole("button", { name: /^Fler val/ }).click();
      await page.getByRole("menuitem", { name: "Vad skyddet kostar" }).click();
      await expect
        .poll(() => page.locator(".suppression-cost").innerText(), patience)
        .toMatch(/^\d+ av \d+ celler är dolda/);
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);

    test("the steering group's room is opened from the bar, in a window of its own", async () => {
      const { page, close } = await visit(stage.browser, stage.demo, { hash: `#/policy?${scope}` });
      await page.getByRole("button", { name: /^Rum/ }).click();
      const opening = page.waitForEvent("popup");
      await page.getByRole("button", { name: "Öppna styrgruppens rum" }).click();
      const room = await opening;
      await room.locator(".room-strip").waitFor(patience);
      expect(new URL(room.url()).origin).not.toBe(new URL(page.url()).origin);
      expect(await room.evaluate(() => window.opener)).toBeNull();
      await close();
    }, 120_000);
  });

  test("the policy page tells the workspace's own numbers, in both languages", async () => {
    const { page, close } = await visit(stage.browser, stage.demo, { hash: `#/policy?${scope}` });
    expect(await page.locator("main h1").innerText()).toBe("I styrgruppens rum visas inga antal mellan 1 och 4");
    await page.getByRole("radio", { name: "English" }).click();
    expect(await page.locator("main h1").innerText()).toBe("The steering group's room shows no count between 1 and 4");
    await close();
  });
}

/** A request of the page itself, with its cookies. */
function ask(page: Page, address: string, body: unknown): Promise<{ status: number; text: string }> {
  return page.evaluate(
    async ([to, json]) => {
      const response = await fetch(to as string, {
        method: "POST",
        headers: { "content-type": "application/json" },
        credentials: "include",
        body: json as string,
      });
      return { status: response.status, text: await response.text() };
    },
    [address, JSON.stringify(body)],
  );
}

async function text(stream: AsyncIterable<Buffer | string>): Promise<string> {
  let read = "";
  for await (const part of stream) read += part.toString();
  return read;
}
