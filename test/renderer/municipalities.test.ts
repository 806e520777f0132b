import { describe, expect, it } from "vitest";
import type { ChartContext } from "../../renderer/charts/chart.ts";
import { drawCompared } from "../../renderer/charts/compared.ts";
import { readComparison, readWhole } from "../../renderer/charts/comparison-rows.ts";
import { drawDifferences } from "../../renderer/charts/difference.ts";
import { drawFunnel } from "../../renderer/charts/funnel.ts";
import { filePalette } from "../../renderer/charts/palette.ts";
import { placeLabels } from "../../renderer/charts/place-labels.ts";
import { drawShrinkage } from "../../renderer/charts/shrinkage.ts";
import { comparisonFinding } from "../../renderer/pages/municipalities-finding.ts";
import type { Figure } from "../../renderer/table.ts";
import { comparison, steeringComparison, type Town, townCodes, towns } from "./compared.ts";
import { expectGolden } from "./golden.ts";
import { wordingFor } from "./wording.ts";

const swedish = wordingFor("sv", townCodes);
const context: ChartContext = { width: 560, fontSize: 12, palette: filePalette, wording: swedish, cutoff: null };
const figures = comparison(towns);
const units = readComparison(figures, swedish);
const whole = readWhole(figures, swedish);
const hidden = steeringComparison(towns, "03");
const hiddenUnits = readComparison(hidden, swedish);
const hiddenWhole = readWhole(hidden, swedish);

describe("the charts of a comparison", () => {
  it("stand units under the whole, and one with too few back", () => {
    const all = { ...units[3]!, label: "Alla tillsammans", estimate: 0.6, count: 51, base: 85, quiet: false };
    const drawing = drawCompared(all, units, context);
    expectGolden("compared", drawing);
    expect(drawing.summary).toContain("Västerby");
  });

  it("draw the funnel with limits, and a unit outside of them as a diamond", () => {
    expectGolden("funnel", drawFunnel(whole, units, context));
    const outside = readComparison(comparison([...towns.slice(0, 3), { ...towns[3]!, signal: "outside_95" }]), swedish);
    const drawing = drawFunnel(whole, outside, context);
    expectGolden("funnel-outside", drawing);
    expect(drawing.summary).toMatch(/Österby: 63.% \(24 av 38\), utanför 95 %-gränsen/);
  });

  it("draw arrows from each share to the one that chance is taken out of", () => {
    expectGolden("shrinkage", drawShrinkage(whole, units, context));
  });

  it("draw differences around nought, and none for too few", () => {
    const drawing = drawDifferences(units, context);
    expectGolden("difference", drawing);
    expect(drawing.summary).toContain("Västerby: för få för att jämföra");
    expect(drawing.summary).toContain("Norrby: −4 (−24 till +16), p 1");
  });

  it("draw no difference of one whose questionnaires were answered otherwise", () => {
    const unlike = readComparison(comparison([{ ...towns[0]!, modesUnlike: true }, ...towns.slice(1)]), swedish);
    const { summary } = drawDifferences(unlike, context);
    expect(summary).toContain("Norrby: annat svarssätt");
    expect(summary).not.toContain("Norrby: −4");
  });

  it("say hidden in the steering room, and let nothing follow from what is shown", () => {
    const drawings = [
      drawCompared(undefined, hiddenUnits, context),
      drawFunnel(hiddenWhole, hiddenUnits, context),
      drawShrinkage(hiddenWhole, hiddenUnits, context),
      drawDifferences(hiddenUnits, context),
    ];
    for (const { summary } of drawings) {
      expect(summary).toMatch(/visas inte/);
      expect(summary).not.toMatch(/63.%.*Västerby|Västerby: 63/);
    }
    expectGolden("compared-hidden", drawings[0]!);
    expectGolden("funnel-hidden", drawings[1]!);
  });
});

describe("names of points", () => {
  it("never cover each other", () => {
    const points = [1, 2, 3, 4].map((index) => ({ x: 100 + index, y: 50 + index, label: "Söderby" }));
    const at = placeLabels(points, 12, 500).map(({ dy }, index) => points[index]!.y + dy);
    const sorted = at.sort((a, b) => a - b);
    for (const [index, y] of sorted.entries()) if (index > 0) expect(y - sorted[index - 1]!).toBeGreaterThan(12);
  });

  it("stand at the left where there is no room at the right", () => {
    expect(placeLabels([{ x: 480, y: 10, label: "Söderby" }], 12, 500)).toEqual([{ dy: 0, left: true }]);
  });
});

describe("the finding", () => {
  const find = (figure: Figure, language: "sv" | "en" = "sv") => {
    const wording = wordingFor(language, townCodes);
    const rows = readComparison(figure, wording);
    const { title, lede } = comparisonFinding(readWhole(figure, wording), rows, "Mått", wording);
    return [title, lede].map((text) => text.replaceAll(/[\u00a0\u202f]/g, " "));
  };
  const enough = (town: Town): Town => ({ ...town, difference: town.difference ?? [0.1, -0.1, 0.3], p: town.p ?? 1 });

  it("says that none differs, among how many, and the chance of a false alarm", () => {
    expect(find(figures)).toEqual([
      "Ingen av de tre kommuner som går att jämföra skiljer sig säkert från de övriga.",
      "I hela programmet är det 60 % (51 av 85). Med tre kommuner är chansen 14 % att minst en ser avvikande ut av ren slump. Västerby har för få för att jämföras.",
    ]);
    expect(find(comparison(towns.map(enough)))[0]).toBe(
      "Ingen av de fyra kommunerna skiljer sig säkert från de övriga.",
    );
    expect(find(comparison(towns.map(enough)), "en")[0]).toBe(
      "None of the four municipalities surely differs from the rest.",
    );
  });

  it("names those that differ, and which way", () => {
    const [title, lede] = find(
      comparison([
        ...towns.slice(0, 3),
        { ...towns[3]!, difference: [0.25, 0.1, 0.4], p: 0.01, signal: "outside_998" },
      ]),
    );
    expect(title).toBe("Österby (+25 procentenheter) skiljer sig säkert från de övriga.");
    expect(lede).toContain("Österby ligger utanför sin 95 %-gräns.");
  });

  it("calls no difference of unlike modes sure", () => {
    const unlike: Town = { ...towns[3]!, difference: [0.25, 0.1, 0.4], p: 0.001, modesUnlike: true };
    expect(find(comparison([...towns.slice(0, 3), unlike]))[0]).toBe(
      "Ingen av de två kommuner som går att jämföra skiljer sig säkert från de övriga.",
    );
  });

  it("speaks of two as two, of too few as too few, and of nobody as nobody", () => {
    expect(find(comparison([towns[0]!, towns[3]!]))[0]).toBe("Norrby och Österby går inte säkert att skilja åt.");
    expect(find(comparison([towns[2]!, { ...towns[2]!, code: "04" }]))[0]).toBe(
      "Mått: ingen kommun har tillräckligt många för att jämföras.",
    );
    expect(find(comparison([]))[0]).toBe("Mått: ingen kommun har någon att räkna på.");
  });

  it("says hidden in the steering room", () => {
    const [title, lede] = find(hidden);
    expect(title).toBe("Mått: jämförelsen visas inte.");
    expect(lede).not.toMatch(/\d/);
  });
});
