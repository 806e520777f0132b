import { expect, it } from "vitest";
import { drawAnswers } from "../../renderer/charts/answers.ts";
import type { ChartContext } from "../../renderer/charts/chart.ts";
import { drawDistribution } from "../../renderer/charts/distribution.ts";
import { drawItems } from "../../renderer/charts/items.ts";
import { drawLikert, type LikertRow } from "../../renderer/charts/likert.ts";
import { drawPaired } from "../../renderer/charts/paired.ts";
import { filePalette } from "../../renderer/charts/palette.ts";
import { apart, readScores, type ScoreRow } from "../../renderer/charts/score-rows.ts";
import { drawScores } from "../../renderer/charts/scores.ts";
import { itemRows } from "../../renderer/pages/kasam-items.ts";
import { figure } from "./figures.ts";
import { expectGolden } from "./golden.ts";
import { wordingFor } from "./wording.ts";

const context: ChartContext = {
  width: 640,
  fontSize: 12,
  palette: filePalette,
  wording: wordingFor("sv"),
  cutoff: null,
};
const said = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u2060", "").replaceAll("\u2212", "-");

const score = (estimate: number | null, rest: Partial<ScoreRow> = {}): ScoreRow => ({
  label: "",
  estimate,
  lower: null,
  upper: null,
  base: null,
  state: estimate === null ? "empty" : "shown",
  apart: false,
  expected: false,
  mark: "",
  ...rest,
});

it("changes stand about nought with their intervals; expected, hidden and uncomputable ones are told apart", () => {
  const rows = [
    score(3.77, { label: "Alla", lower: 1.71, upper: 5.83, base: 95 }),
    ...apart([
      score(-0.44, { label: "Norrby", lower: -2.1, upper: 1.22, base: 34 }),
      score(null, { label: "Söderby", state: "hidden" }),
      score(null, { label: "Västerby", base: 1 }),
      score(3.8, { label: "Väntat", expected: true }),
    ]),
  ];
  const drawing = drawScores(rows, { change: true }, context);
  expectGolden("scores-change", drawing);
  expect(said(drawing.summary)).toBe(
    "Alla: +3,8 (n = 95), 95 % osäkerhet +1,7 till +5,8. Norrby: -0,4 (n = 34), 95 % osäkerhet -2,1 till +1,2. " +
      "Söderby: visas inte, för att skydda enskilda. Västerby: för få svar. Väntat: +3,8.",
  );
});

it("coefficients have the decimals and the axis that they ask for", () => {
  const rows = [score(0.835, { label: "Total", lower: 0.794, upper: 0.871, base: 156 })];
  const drawing = drawScores(rows, { digits: 2, domain: [0, 1] }, context);
  expectGolden("scores-alpha", drawing);
  expect(said(drawing.summary)).toBe("Total: 0,84 (n = 156), 95 % osäkerhet 0,79 till 0,87.");
});

it("means of the same persons are joined, those of others are not", () => {
  const drawing = drawPaired(
    [
      { label: "Båda gångerna", before: score(56.1, { base: 95 }), after: score(59.87, { base: 95 }), change: 3.77 },
      {
        label: "Alla",
        before: score(56.97, { lower: 55.2, upper: 58.7, base: 184 }),
        after: score(59.2, { lower: 57.3, upper: 61.1, base: 139 }),
        change: null,
      },
      {
        label: "Norrby",
        before: score(null, { state: "hidden" }),
        after: score(null, { state: "hidden" }),
        change: null,
      },
    ],
    context,
  );
  expectGolden("paired", drawing);
  expect(said(drawing.summary)).toBe(
    "Båda gångerna: 56,1 → 59,9 (+3,8), n = 95. Alla: 57 / 59,2, n = 184 / 139. " +
      "Norrby: visas inte, för att skydda enskilda.",
  );
});

it("scores lie in bands, the start upwards and the end downwards, a hidden band as hidden", () => {
  const part = (share: number) => ({ share, state: "shown" as const });
  const hidden = { share: null, state: "hidden" as const };
  const drawing = drawDistribution(
    [
      { from: 13, to: 39, before: part(0.2), after: hidden },
      { from: 39, to: 65, before: part(0.7), after: part(0.55) },
      { from: 65, to: 91, before: part(0.1), after: hidden },
    ],
    { before: "Start, n = 40", after: "Slut" },
    context,
  );
  expectGolden("distribution", drawing);
  expect(said(drawing.summary)).toBe(
    "Start, n = 40: 13–39 20 %; 39–65 70 %; 65–91 10 %. Slut: 13–39 visas inte; 39–65 55 %; 65–91 visas inte.",
  );
});

it("answers diverge from a common middle, and one hidden answer hides its whole item", () => {
  const row = (label: string, shares: (number | null)[], words = ""): LikertRow => ({
    label,
    base: 40,
    words,
    parts: shares.map((share, index) => ({
      answer: index + 1,
      share,
      state: share === null ? ("hidden" as const) : ("shown" as const),
    })),
  });
  const drawing = drawLikert(
    [
      row("Bättre hälsa", [0.05, 0.1, 0.2, 0.4, 0.25], "65 % instämmer (26 av 40)"),
      row("Närmare arbete", [null, 0.2, 0.2, 0.3, 0.2], "50 % instämmer (20 av 40)"),
    ],
    { lowest: 1, highest: 5 },
    context,
  );
  expectGolden("likert", drawing);
  expect(said(drawing.summary)).toBe(
    "Bättre hälsa: svar 1: 5 %, svar 2: 10 %, svar 3: 20 %, svar 4: 40 %, svar 5: 25 %; 65 % instämmer (26 av 40). " +
      "Närmare arbete: visas inte, för att skydda enskilda.",
  );
});

it("answers come step by step, what stands beside them lighter", () => {
  const step = (label: string, count: number | null, rest = {}) => ({
    label,
    count,
    state: count === null ? ("hidden" as const) : ("shown" as const),
    beside: false,
    apart: false,
    words: "",
    ...rest,
  });
  const drawing = drawAnswers(
    [
      step("Kunde svara", 255),
      step("Svarade", 186, { words: "(73 %)" }),
      step("Anonyma", 5, { beside: true }),
      step("Båda gångerna", null, { apart: true }),
    ],
    context,
  );
  expectGolden("answers", drawing);
  expect(drawing.summary).toBe("Kunde svara 255; Svarade 186 (73 %); Anonyma 5; Båda gångerna: visas inte.");
});

it("the mean of one person is not drawn: it is that person's own score", () => {
  const groups = figure(
    [
      { name: "town", type: "varchar", role: "by" },
      { name: "n", type: "integer", role: "base" },
      { name: "mean", type: "double", role: "mean" },
    ],
    [
      ["01", 1, 71],
      ["02", 2, 60],
      ["03", null, null],
    ],
    { suppressed: { 2: ["n", "mean"] } },
  );
  const rows = readScores(groups, { estimate: "mean" }, ({ town }) => String(town));
  expect(rows.map(({ estimate, state }) => [estimate, state])).toEqual([
    [null, "empty"],
    [60, "shown"],
    [null, "hidden"],
  ]);
  expect(drawScores(rows, {}, context).summary).not.toContain("71");
});

it("items stand with their answers at each time and with how they go with the others; against them is told apart", () => {
  const answersOf = (...shares: (number | null)[]) =>
    shares.map((share, index) => ({
      answer: index + 1,
      share,
      state: share === null ? ("hidden" as const) : ("shown" as const),
    }));
  const drawing = drawItems(
    [
      {
        label: "Fråga 1 (vänd)",
        waves: [
          { answers: answersOf(0.1, 0.6, 0.3), rest: 0.36, alpha: 0.83, state: "shown" },
          { answers: answersOf(0.2, 0.5, 0.3), rest: null, alpha: null, state: "empty" },
        ],
      },
      {
        label: "Fråga 2",
        waves: [
          { answers: answersOf(0, 0.25, 0.75), rest: -0.12, alpha: 0.87, state: "shown" },
          { answers: answersOf(null, 0.5, null), rest: null, alpha: null, state: "hidden" },
        ],
      },
    ],
    ["Vid start", "Vid avslut"],
    context,
  );
  expectGolden("items", drawing);
  expect(said(drawing.summary)).toBe(
    "Fråga 1 (vänd), Vid start: svar 1: 10 %, svar 2: 60 %, svar 3: 30 %; samband med övriga 0,36, alfa utan frågan 0,83. " +
      "Fråga 1 (vänd), Vid avslut: svar 1: 20 %, svar 2: 50 %, svar 3: 30 %; samband med övriga –, alfa utan frågan –. " +
      "Fråga 2, Vid start: svar 1: 0 %, svar 2: 25 %, svar 3: 75 %; samband med övriga -0,12, alfa utan frågan 0,87. " +
      "Fråga 2, Vid avslut: svar 1: visas inte, svar 2: 50 %, svar 3: visas inte; visas inte.",
  );
});

it("items are read from their fit and their answers, those that are turned named so", () => {
  const items = figure(
    [
      { name: "wave", type: "varchar", role: "by" },
      { name: "item", type: "varchar", role: "by" },
      { name: "reversed", type: "boolean" },
      { name: "n", type: "integer", role: "base" },
      { name: "item_rest_r", type: "double", role: "interval" },
      { name: "alpha_without", type: "double", role: "interval" },
    ],
    [
      ["baseline", "1", true, 30, 0.4, 0.8],
      ["baseline", "2", false, 30, null, null],
    ],
    { suppressed: { 1: ["item_rest_r", "alpha_without"] } },
  );
  const answers = figure(
    [
      { name: "wave", type: "varchar", role: "by" },
      { name: "item", type: "varchar", role: "by" },
      { name: "answer", type: "integer", role: "by" },
      { name: "k", type: "integer", role: "count" },
      { name: "share", type: "double", role: "share" },
    ],
    [
      ["baseline", "1", 1, 12, 0.4],
      ["baseline", "1", 2, 18, 0.6],
      ["baseline", "2", 1, null, null],
    ],
    { suppressed: { 2: ["k", "share"] } },
  );
  const { rows, waves } = itemRows(items, answers, wordingFor("en"));
  expect(waves).toHaveLength(1);
  expect(rows.map(({ label }) => label)).toEqual([
    expect.stringMatching(/\(reversed\)$/),
    expect.not.stringMatching("reversed"),
  ]);
  expect(rows.map(({ waves: [wave] }) => [wave?.rest, wave?.alpha, wave?.state])).toEqual([
    [0.4, 0.8, "shown"],
    [null, null, "hidden"],
  ]);
  expect(rows.map(({ waves: [wave] }) => wave?.answers.map(({ share, state }) => [share, state]))).toEqual([
    [
      [0.4, "shown"],
      [0.6, "shown"],
    ],
    [[null, "hidden"]],
  ]);
  expect(itemRows(undefined, answers, wordingFor("en")).rows[0]?.waves[0]?.state).toBe("empty");
});
