import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Stage } from "./app.test.ts";
import { barriers, goTo, settled, visit } from "./app.ts";
import { deliveredPackage, dirtyPackage } from "./workspaces.ts";

const choose = async (page: Page, folder: string) => {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Välj mapp" }).click(),
  ]);
  await chooser.setFiles(folder);
};

/** Drops a file or folder of this computer, as a hand on the mouse would. */
const drop = async (page: Page, path: string) => {
  const box = await page.locator(".drop-zone").boundingBox();
  const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
  }
};

/** In the order of a first day with the product: each test finds the workspace as the one before left it. */
export function describeLoad(stage: Stage): void {
  const extracts = () => readdir(join(stage.folder, "empty", "extracts"));

  describe("loading a package", () => {
    test("with a personal identity number is refused: where it stands, never what, and nothing is kept", async () => {
      const folder = await dirtyPackage("personal-number-in-free-text", join(stage.folder, "with-number"));
      const { page, complaints, close } = await visit(stage.browser, stage.empty, { hash: "#/sources" });
      await choose(page, folder);
      const report = page.getByRole("region", { name: "Paketet ”with-number” togs inte emot" });
      await report.waitFor();
      expect(await report.innerText()).toMatch(/milestone\.csv\s+4\s+note\s+.*personnummer/i);
      expect(await page.content()).not.toMatch(/19460823|9986/);
      expect(await barriers(page)).toEqual([]);
      expect(await extracts()).toEqual([]);
      await page.getByRole("button", { name: "Klar" }).click();
      await page.getByRole("button", { name: "Välj mapp" }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    });

    test("with doubtful numbers waits for the evaluator, who may confirm them", async () => {
      const folder = await dirtyPackage("doubtful-numbers", join(stage.folder, "doubtful"));
      const { page, close } = await visit(stage.browser, stage.empty, { hash: "#/sources" });
      await choose(page, folder);
      await page.getByRole("heading", { name: /väntar på att du tar ställning/ }).waitFor();
      expect(await barriers(page)).toEqual([]);
      const load = page.getByRole("button", { name: "Läs in med bekräftelsen" });
      expect(await load.isDisabled()).toBe(true);
      expect(await extracts()).toEqual([]);
      await page.getByText("Jag har tittat på platserna").click();
      expect(await load.isDisabled()).toBe(false);
      await close();
    });

    test("can be called off, and leaves nothing behind", async () => {
      const folder = await deliveredPackage(join(stage.folder, "large"), 30_000);
      const { page, close } = await visit(stage.browser, stage.empty, { hash: "#/sources" });
      await choose(page, folder);
      await page.getByRole("button", { name: "Avbryt inläsningen" }).click();
      await page.getByRole("heading", { name: /avbröts/ }).waitFor();
      await expect.poll(extracts).toEqual([]);
      await close();
    });

    test("by the file chooser shows how far it has come, then its report, and the figures everywhere", async () => {
      const folder = await deliveredPackage(join(stage.folder, "delivery"), 5000);
      const { page, complaints, close } = await visit(stage.browser, stage.empty, { hash: "#/sources" });
      await choose(page, folder);
      await page.getByRole("progressbar").waitFor();
      await page.getByText(/av [\d,]+ (MB|kB)|av \d+ tabeller/).waitFor();
      const report = page.getByRole("region", { name: "Paketet ”delivery” är inläst" });
      await report.waitFor();
      expect(await report.innerText()).toMatch(/Deltagare\s+participant\.csv\s+5.000\s+5.000\s+0/);
      expect(await extracts()).toHaveLength(1);
      expect(await page.locator(".bar").innerText()).toContain("Syntetiska data");
      await goTo(page, "#/overview");
      expect(await page.locator("main h1").innerText()).toMatch(/av/);

      await goTo(page, "#/sources");
      await page.getByRole("button", { name: "Klar" }).click();
      await page.getByRole("link", { name: "Inläsningsrapport" }).click();
      await settled(page);
      expect(await page.locator(".load-report").innerText()).toMatch(/rader räknas/);
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    test("by dropping its folder a second time changes nothing, and says so", async () => {
      const { page, close } = await visit(stage.browser, stage.empty, { hash: "#/sources" });
      await drop(page, join(stage.folder, "delivery"));
      await page.getByRole("heading", { name: /var redan inläst/ }).waitFor();
      expect(await extracts()).toHaveLength(1);
      await close();
    });

    test("of a later delivery lets the two be compared, by table and by figure", async () => {
      const folder = await deliveredPackage(join(stage.folder, "later"), 200);
      const manifest = join(folder, "extract.json");
      const { as_of, ...rest } = JSON.parse(await readFile(manifest, "utf8"));
      await writeFile(manifest, JSON.stringify({ ...rest, as_of: as_of.replace("2022", "2023") }));
      const { page, complaints, close } = await visit(stage.browser, stage.empty, { hash: "#/sources" });
      await choose(page, folder);
      await page.getByRole("button", { name: "Klar" }).click();
      await page.getByRole("button", { name: "Jämför" }).click();
      const tables = page.getByRole("table", { name: "Rader per tabell", exact: true });
      await tables.waitFor();
      expect(await tables.innerText()).toMatch(/Deltagare\s+5.000\s+200/);
      expect(await page.getByRole("table", { name: "Indikatorer", exact: true }).innerText()).toMatch(/data/);
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });
  });
}
