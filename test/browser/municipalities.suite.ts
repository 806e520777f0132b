import { describe, expect, test } from "vitest";
import type { Stage } from "./app.test.ts";
import { barriers, goTo, settled, visit } from "./app.ts";
import { programme } from "./workspaces.ts";

const page = `#/municipalities?programme=${programme}&cutoff=2022-10-01`;
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ").replaceAll("\u2060", "");

export function describeMunicipalities(stage: Stage): void {
  describe("the municipalities", () => {
    test.each([
      ["sv", "light", "Ingen av de fem kommuner som går att jämföra skiljer sig säkert från de övriga."],
      ["en", "dark", "None of the five municipalities that can be compared surely differs from the rest."],
    ] as const)("open with the finding, and keep nobody out (%s, %s)", async (language, theme, finding) => {
      const visited = await visit(stage.browser, stage.demo, { hash: `${page}&like=sex&pairs=1`, language, theme });
      expect(await visited.page.getByRole("heading", { level: 1 }).innerText()).toBe(finding);
      expect(plain(await visited.page.locator(".lede").innerText())).toMatch(/57 ?%.*89 (av|of) 156.*23 ?%.*Kil/);
      expect(await barriers(visited.page)).toEqual([]);
      expect(visited.complaints).toEqual([]);
      await visited.close();
    });

    test("stand by name, by size when asked, and by result only with a warning", async () => {
      const { page: shown, complaints, close } = await visit(stage.browser, stage.demo, { hash: page });
      const names = () => shown.getByRole("navigation", { name: "Öppna en kommun:" }).getByRole("link").allInnerTexts();
      expect(await names()).toEqual(["Arvika", "Hammarö", "Karlstad", "Kil", "Kristinehamn", "Sunne"]);
      await shown.getByRole("button", { name: "Efter storlek" }).click();
      await settled(shown);
      expect((await names()).slice(0, 2)).toEqual(["Karlstad", "Kristinehamn"]);
      expect(await shown.getByText("Det här är ingen rangordning").count()).toBe(0);
      await shown.getByRole("button", { name: "Efter resultat" }).click();
      await settled(shown);
      expect(await shown.getByText("Det här är ingen rangordning").count()).toBe(1);
      const funnel = shown.getByRole("region", { name: "Är skillnaderna större än slumpens?" });
      expect(await funnel.innerText()).toContain("inte vidgade");
      expect(plain((await funnel.getByRole("img").textContent()) ?? "")).toContain("Kristinehamn");
      const differences = shown.getByRole("region", { name: "Skiljer sig en kommun från de övriga?" });
      expect(plain(await differences.locator("figcaption").innerText())).toMatch(/Kil: för få för att jämföra/);
      expect(complaints).toEqual([]);
      await close();
    });

    test("are made alike by sex, with the mix beside it", async () => {
      const { page: shown, complaints, close } = await visit(stage.browser, stage.demo, { hash: page });
      await shown.getByRole("checkbox", { name: "Kön" }).press("Space");
      await settled(shown);
      const alike = shown.getByRole("region", { name: "Med samma sorts deltagare överallt" });
      expect(plain(await alike.locator("figcaption").innerText())).toMatch(/Karlstad: 54 % → 5\d % · 5\d %/);
      const mix = shown.getByRole("region", { name: "Vilka de är: kön" });
      const [, women, men] =
        /Kristinehamn: Kvinnor (\d+), Män (\d+)\./.exec(await mix.locator("figcaption").innerText()) ?? [];
      // The 38 who have left.
      expect(Number(women) + Number(men)).toBe(38);
      expect(complaints).toEqual([]);
      await close();
    });

    test("each have a page, and the keyboard leads from one to the next", async () => {
      const { page: shown, complaints, close } = await visit(stage.browser, stage.demo, { hash: page });
      await shown.getByRole("link", { name: "Kristinehamn", exact: true }).press("Enter");
      await settled(shown);
      const heading = shown.getByRole("heading", { level: 1 });
      expect(plain(await heading.innerText())).toBe(
        "Kristinehamn. Avslutade till arbete eller studier: 24 av 38, mot 57 % i hela programmet.",
      );
      const row = shown.getByRole("row", { name: /^Avslutade till arbete eller studier/ });
      expect(plain(await row.innerText())).toMatch(/63 %[\s\S]*24 av 38[\s\S]*47–77 %[\s\S]*57 %[\s\S]*mål 50 %/);
      expect(await shown.locator(".notice").count()).toBe(0);
      expect(await shown.getByText("--municipality 1781").count()).toBe(1);
      expect(await barriers(shown)).toEqual([]);
      await shown.keyboard.press("Alt+ArrowDown");
      await expect.poll(() => heading.innerText()).toContain("Sunne.");
      await shown.keyboard.press("Alt+ArrowUp");
      await expect.poll(() => heading.innerText()).toContain("Kristinehamn.");
      expect(complaints).toEqual([]);
      await close();
    });

    test("of a programme with one or two are not compared as if they were many", async () => {
      const { page: shown, close } = await visit(stage.browser, stage.demo, {
        hash: "#/municipalities?programme=kramfors-ungdomsanstallningar",
      });
      expect(await shown.locator(".lede").innerText()).toContain("Bara Kramfors har deltagare");
      expect(await shown.getByRole("region", { name: "Är skillnaderna större än slumpens?" }).count()).toBe(0);
      await goTo(shown, "#/municipalities?programme=trappsteget");
      expect(await shown.getByRole("heading", { level: 1 }).innerText()).toBe(
        "Jönköping och Vaggeryd går inte säkert att skilja åt.",
      );
      expect(await shown.getByRole("region", { name: "Är skillnaderna större än slumpens?" }).count()).toBe(0);
      expect(await shown.getByRole("region", { name: "Hur stor är skillnaden?" }).count()).toBe(1);
      await close();
    });
  });
}
