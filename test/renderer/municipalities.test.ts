import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ChartContext } from "../../renderer/charts/chart.ts";
import { drawCompared } from "../../renderer/charts/compared.ts";
import { readComparison, readWhole } from "../../renderer/charts/comparison-rows.ts";
import { drawDifferences } from "../../renderer/charts/difference.ts";
import { drawFunnel } from "../../renderer/charts/funnel.ts";
import { drawMix } from "../../renderer/charts/mix.ts";
import { drawMultiples, type MultiplePoint } from "../../renderer/charts/multiples.ts";
import { filePalette } from "../../renderer/charts/palette.ts";
import { placeLabels } from "../../renderer/charts/place-labels.ts";
import { drawShrinkage } from "../../renderer/charts/shrinkage.ts";
import { drawStandardised } from "../../renderer/charts/standardised.ts";
import { comparisonFinding } from "../../renderer/pages/municipalities-finding.ts";
import { movedWords } from "../../renderer/pages/municipalities-like.tsx";
import { municipalityFinding } from "../../renderer/pages/municipality-finding.ts";
import type { Figure } from "../../renderer/table.ts";
import { unitRow } from "../../renderer/unit-row.ts";
import { comparison, steeringComparison, type Town, townCodes, towns } from "./compared.ts";
import { type Column, figure } from "./figures.ts";
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

  it("name only those outside the limits where there are many", () => {
    const many = Array.from({ length: 40 }, (_, index): Town => {
      const n = 20 + index * 40;
      return { code: String(index), k: Math.round(n * 0.6), n, signal: index % 20 === 7 ? "outside_95" : "within" };
    });
    const drawing = drawFunnel(
      readWhole(comparison(many), swedish),
      readComparison(comparison(many), swedish),
      context,
    );
    expectGolden("funnel-many", drawing);
    expect(
      readFileSync(join(import.meta.dirname, "charts", "funnel-many.svg"), "utf8").match(/<text[^>]*>(7|27|8)</g),
    ).toHaveLength(2);
  });

  it("draw arrows from each share to the one that chance is taken out of", () => {
    expectGolden("shrinkage", drawShrinkage(whole, units, context));
  });

  it("draw differences around nought, and none for too few", () => {
    const drawing = drawDifferences(units, context);
    expectGolden("difference", drawing);
    expect(drawing.summary).toContain("Västerby: för få för att jämföra");
    expect(drawing.summary).toContain("Norrby: −4 (−24 till +16), p = 1");
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

const year = (at: number) => new Date(Date.UTC(at, 0, 1));

describe("like with like", () => {
  const columns: Column[] = [
    { name: "municipality", type: "varchar", role: "by", codes: "municipality" },
    { name: "n", type: "integer", role: "base" },
    { name: "k", type: "integer", role: "count" },
    { name: "estimate", type: "double", role: "share", unit: "share", of: { count: "k", base: "n" } },
    { name: "programme", type: "double", role: "share", unit: "share" },
    { name: "direct", type: "double", role: "share", unit: "share" },
    { name: "moved", type: "double", role: "share", unit: "share" },
    { name: "indirect", type: "double", role: "share", unit: "share" },
    { name: "moved_indirect", type: "double", role: "share", unit: "share" },
    { name: "strata", type: "integer" },
    { name: "strata_empty", type: "integer" },
  ];
  const rows = [
    ["01", 26, 14, 0.54, 0.6, 0.57, 0.03, 0.56, 0.02, 4, 0],
    ["02", 13, 8, 0.62, 0.6, null, null, 0.55, -0.07, 4, 2],
  ];
  const standardised = figure(columns, rows, { kind: "indicator" });

  it("stand as they are, directly and indirectly", () => {
    const drawing = drawStandardised(standardised, context);
    expectGolden("standardised", drawing);
    expect(drawing.summary.replaceAll("\u00a0", " ")).toBe("Norrby: 54 % → 57 % · 56 %; Söderby: 62 % → – · 55 %");
  });

  it("tell what moved most, and where strata are empty", () => {
    expect(movedWords(standardised, swedish)).toBe(
      "Mest flyttas Söderby: −7 procentenheter. Söderby saknar deltagare i någon grupp och går bara att standardisera indirekt.",
    );
    const hidden = figure(columns, rows, { suppressed: { 0: ["estimate", "indirect"] } });
    expect(movedWords(hidden, swedish)).toBe("Vad sammansättningen gör visas inte, för att skydda enskilda.");
  });

  it("show who is counted, and a unit with a hidden group not at all", () => {
    const mixed: Column[] = [columns[0]!, { name: "sex", type: "varchar", role: "by", codes: "sex" }, columns[1]!];
    const cells = [
      ["01", "F", 10],
      ["01", "M", 16],
      ["02", "F", 2],
      ["02", "M", 11],
    ];
    const order = ["02", "01"];
    expectGolden("mix", drawMix(figure(mixed, cells), "sex", order, context));
    const drawing = drawMix(figure(mixed, cells, { suppressed: { 2: ["n"] } }), "sex", order, context);
    expectGolden("mix-hidden", drawing);
    expect(drawing.summary).toBe("Söderby: visas inte, för att skydda enskilda. Norrby: F 10, M 16.");
  });
});

describe("over time", () => {
  const point = (at: number, estimate: number | null, state: "shown" | "hidden" = "shown"): MultiplePoint => ({
    ...units[0]!,
    day: year(at),
    estimate,
    lower: estimate === null ? null : estimate - 0.2,
    upper: estimate === null ? null : estimate + 0.2,
    state,
  });
  const whole = [2020, 2021, 2022].map((at) => point(at, 0.5));

  it("draws each unit by itself before the whole, with outside figures", () => {
    const course = [point(2020, 0.3), point(2021, 0.5), point(2022, 0.6)];
    const reference = [{ day: new Date(Date.UTC(2021, 6, 1)), value: 0.4 }];
    expectGolden(
      "multiples",
      drawMultiples(
        [
          { label: "Norrby", points: course, reference },
          { label: "Söderby", points: course },
        ],
        whole,
        context,
      ),
    );
  });

  it("breaks at a hidden day", () => {
    const course = [point(2020, 0.3), point(2021, null, "hidden"), point(2022, 0.6)];
    const drawing = drawMultiples([{ label: "Norrby", points: course }], whole, context);
    expectGolden("multiples-hidden", drawing);
    expect(drawing.summary).toContain("1 jan 2021 visas inte");
  });

  it("names the first and the last month where no year begins between them", () => {
    const course = [9, 11].map((month) => ({ ...point(2022, 0.5), day: new Date(Date.UTC(2022, month, 1)) }));
    expectGolden("multiples-months", drawMultiples([{ label: "Norrby", points: course }], course, context));
  });
});

describe("one unit of a comparison", () => {
  it("is read alone, with what is hidden of it", () => {
    const own = unitRow(hidden, "municipality", "03");
    expect(own.data.numRows).toBe(1);
    expect(readComparison(own, swedish)[0]).toMatchObject({ unit: "03", state: "hidden", comparisonHidden: true });
    expect(readComparison(unitRow(figures, "municipality", "03"), swedish)[0]).toMatchObject({
      count: 5,
      tooFew: true,
    });
    expect(unitRow(figures, "municipality", "99").data.numRows).toBe(0);
  });

  it("is told with the programme beside it, and with why it is not compared", () => {
    const told = (index: number) => {
      const { title, lede } = municipalityFinding("Norrby", "Mått", units[index], swedish);
      return [title, lede].map((text) => text.replaceAll("\u00a0", " "));
    };
    expect(told(0)).toEqual([
      "Norrby. Mått: 14 av 26, mot 60 % i hela programmet.",
      "Det går inte att säga att kommunen skiljer sig från de övriga.",
    ]);
    expect(told(2)[1]).toBe("Kommunen har för få för att jämföras med de övriga.");
    expect(municipalityFinding("Norrby", "Mått", undefined, swedish).title).toBe("Norrby. Mått: ingen att räkna på.");
    const { title, lede } = municipalityFinding("Västerby", "Mått", hiddenUnits[2], swedish);
    expect(title).toBe("Västerby. Mått: visas inte.");
    expect(lede).not.toMatch(/\d/);
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
