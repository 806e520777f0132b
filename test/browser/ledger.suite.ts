import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Selection } from "../../electron/contract.ts";
import { openHost } from "../../electron/engine/host.ts";
import type { Stage } from "./app.test.ts";
import { barriers, visit } from "./app.ts";
import { programme } from "./workspaces.ts";

const patience = { timeout: 120_000 };
const scope = `programme=${programme}&cutoff=2022-12-31`;

/** What earlier figures mean for a new one. Shows figures to the steering group, so it comes after the others. */
export function describeLedger(stage: Stage): void {
  describe("what the steering group has seen", () => {
    test("opens from a cell that is hidden because of it, by keyboard", { timeout: 300_000, retry: 2 }, async () => {
      const steering = await openHost({ workspace: join(stage.folder, "demo"), room: "steering" });
      for (const selection of [{}, { sex: ["F"] }] as Selection[]) {
        const figures = [{ indicator: "participants-enrolled" }];
        await steering.figures({ scope: { programme, selection }, figures });
      }
      await steering.close();
      const hash = `#/overview?${scope}&where.sex=M`;
      const { page, complaints, close } = await visit(stage.browser, stage.demo, { hash, ...patience });
      const reasons = page.locator("section.card", { has: page.getByRole("heading", { name: "Vart tog de vägen?" }) });
      await reasons.getByRole("button", { name: "Som styrgruppen ser den: Vart tog de vägen?" }).click();
      await expect.poll(() => reasons.locator("svg.chart").textContent(), patience).toContain("..");
      await reasons.getByRole("button", { name: "Tabell" }).click();
      // Of some cells it is not found in time which figures they are.
      const said: string[] = [];
      for (const cell of await page.locator('[data-reason="earlier"]').all()) {
        await cell.focus();
        await page.keyboard.press("Enter");
        said.push(await page.locator(".earlier").innerText());
        if (said.length === 1) expect(await barriers(page)).toEqual([]);
        await page.keyboard.press("Escape");
        await page.locator(".earlier").waitFor({ state: "detached" });
      }
      const [earlier] = said.filter((each) => each.includes("Det som skulle röjas: "));
      // What else has been shown by now may tell as much, so whichever figures they are.
      expect(earlier).toMatch(/, visad \d/);
      expect(complaints).toEqual([]);
      await close();
    });

    test("is a table on the protection page, in the evaluator's room only", async () => {
      const hash = `#/policy?${scope}`;
      const { page, complaints, close } = await visit(stage.browser, stage.demo, { hash });
      const table = page.locator("section.card", { has: page.locator("#policy-ledger") }).getByRole("table");
      await table.waitFor();
      expect(await table.locator("tbody tr").first().innerText()).toMatch(/Inskrivna deltagare.*Kvinnor/s);
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
      const room = await visit(stage.browser, stage.steering, { hash, ...patience });
      expect(await room.page.locator("#policy-ledger").count()).toBe(0);
      expect(room.complaints).toEqual([]);
      await room.close();
    }, 120_000);
  });
}
