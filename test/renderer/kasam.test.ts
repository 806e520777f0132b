import { describe, expect, it } from "vitest";
import type { Catalog, IndicatorEntry, Json, ProgrammeEntry, ScaleEntry } from "../../electron/contract.ts";
import { filePalette } from "../../renderer/charts/palette.ts";
import { answeredScales } from "../../renderer/pages/kasam-answered.ts";
import { kasamCaveats } from "../../renderer/pages/kasam-caveats.ts";
import { readChoices, readNumber } from "../../renderer/pages/kasam-choices.ts";
import { kasamHeadline } from "../../renderer/pages/kasam-headline.ts";
import { goalIndicators, kasamStages } from "../../renderer/pages/kasam-requests.ts";
import { assistedAndAlone, outageMonths } from "../../renderer/pages/kasam-response-charts.ts";
import { type Column, figure } from "./figures.ts";
import { wordingFor } from "./wording.ts";

const wave = [
  { code: "baseline", title: { sv: "Vid start", en: "Baseline" } },
  { code: "exit", title: { sv: "Vid avslut", en: "At exit" } },
];
const sv = wordingFor("sv", { wave });
const en = wordingFor("en", { wave });
const scale = { name: "example", title: { sv: "Skalan", en: "The scale" } } as ScaleEntry;
const said = (text: string | undefined) => text?.replaceAll("\u00a0", " ").replaceAll("\u2212", "-");

const subscale: Column = { name: "subscale", type: "varchar", role: "by" };
const double = (name: string, role: Column["role"]): Column => ({ name, type: "double", role });
const changeColumns: Column[] = [
  subscale,
  { name: "n", type: "integer", role: "base" },
  double("mean_pre", "mean"),
  double("mean_post", "mean"),
  double("change", "mean"),
  double("lower", "interval"),
  double("upper", "interval"),
];
const params = { scale: "example", from: "baseline", to: "exit" };
const changeOf = (...values: (number | null)[]) => figure(changeColumns, [["total", ...values]], { params });
const regressionOf = (expected: number) =>
  figure([subscale, double("expected", "mean")], [["total", expected]], { params });

describe("the headline", () => {
  it("says start, end, change and interval, and what would have come without any effect", () => {
    const change = changeOf(95, 56.1, 59.87, 3.77, 1.71, 5.83);
    const headline = kasamHeadline({ change, regression: regressionOf(3.796) }, scale, sv);
    expect(said(headline?.title)).toBe(
      "De 95 som svarade båda gångerna hade i snitt 56,1 poäng vid starten och 59,9 vid slutet: +3,8 (95 % osäkerhet +1,7 till +5,8).",
    );
    expect(headline?.lede).toBe(
      "Hela osäkerheten ligger över noll. Utan någon effekt alls hade man väntat +3,8 genom regression mot medelvärdet, och förändringen går inte att skilja från det. Ingen jämförs med dem som inte deltog, så en förändring är inte detsamma som en effekt.",
    );
  });

  it("tells a change beyond the expected from one that falls short of it", () => {
    const change = changeOf(95, 56.1, 59.87, 3.77, 1.71, 5.83);
    const lede = (expected: number) => kasamHeadline({ change, regression: regressionOf(expected) }, scale, en)?.lede;
    expect(lede(1.2)).toContain("+1.2 would be expected by regression to the mean; the change is larger than that.");
    expect(lede(6.1)).toContain("the change is smaller than that.");
  });

  it("does not take an interval about nought for a change, and says a fall as one", () => {
    const about = kasamHeadline({ change: changeOf(60, 60, 60.4, 0.4, -1.2, 2) }, scale, sv);
    expect(said(about?.title)).toContain("+0,4 (95 % osäkerhet -1,2 till +2)");
    expect(about?.lede).toMatch(/^Osäkerheten rymmer noll/);
    const fall = kasamHeadline({ change: changeOf(60, 60, 57, -3, -4.5, -1.5) }, scale, sv);
    expect(said(fall?.title)).toContain(": -3 (");
    expect(fall?.lede).toMatch(/^Hela osäkerheten ligger under noll\./);
  });

  it("says of few that they are few, and of one no number at all", () => {
    expect(kasamHeadline({ change: changeOf(6, 50, 58, 8, 1, 15) }, scale, sv)?.lede).toMatch(
      /^Så få säger inte mycket/,
    );
    const one = kasamHeadline({ change: changeOf(1, 50, 58, 8, null, null) }, scale, sv);
    expect(one?.title).toBe("Bara 1 svarade båda gångerna: för få för att säga något om en förändring.");
  });

  it("says that it is hidden, and none of the numbers beside", () => {
    const change = figure(changeColumns, [["total", 95, 56.1, null, null, null, null]], {
      params,
      suppressed: { 0: ["mean_post", "change", "lower", "upper"] },
    });
    const headline = kasamHeadline({ change, regression: regressionOf(3.8) }, scale, sv);
    expect(headline?.title).toBe("Hur Skalan har förändrats visas inte (..).");
    expect(`${headline?.title} ${headline?.lede}`).not.toMatch(/\d/);
  });

  it("says that nobody can be compared, why it was refused, and nothing while it is awaited", () => {
    const none = figure(changeColumns, [], { params });
    expect(kasamHeadline({ change: none }, scale, en)?.title).toBe(
      "Nobody has a score on The scale both times, so there is no change to show.",
    );
    const refused = figure([], [], { fault: { code: "refused", message: { sv: "Nej.", en: "No." } } });
    expect(kasamHeadline({ change: refused }, scale, en)).toEqual({
      title: "The scale: the change is not shown.",
      lede: "No.",
    });
    expect(kasamHeadline({}, scale, sv)).toBeUndefined();
  });
});

describe("the caveats", () => {
  const change = changeOf(12, 56, 60, 4, 1, 7);
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
  const collections = figure(
    [
      { name: "instrument", type: "varchar", role: "by" },
      { name: "wave", type: "varchar", role: "by" },
      { name: "outage_from", type: "date" },
      { name: "outage_to", type: "date" },
      { name: "outage_days", type: "integer" },
    ],
    [
      ["example", "exit", day("2022-10-17"), day("2022-10-26"), 10],
      ["example", "exit", day("2022-10-17"), day("2022-10-26"), 10],
      ["other", "exit", day("2022-01-01"), day("2022-01-02"), 2],
      ["example", "baseline", null, null, null],
    ],
  );

  it("are made of what the figures say, each once", () => {
    const answered = figure(
      [
        { name: "wave", type: "varchar", role: "by" },
        { name: "unexpected", type: "integer", role: "count" },
        { name: "anonymous", type: "integer", role: "count" },
        { name: "window_known", type: "boolean" },
      ],
      [
        ["baseline", 0, 1, true],
        ["exit", 46, 0, false],
      ],
    );
    expect(kasamCaveats({ change, collections, "answered.example": answered }, sv)).toEqual([
      "Bara 12 par: intervallen är breda, och ett test kan missa en verklig förändring.",
      "Enkäten vid avslut låg nere 10 dagar, 17 oktober 2022–26 oktober 2022.",
      "1 svar vid start är anonymt och går inte att följa.",
      "46 svarade vid avslut fast det inte kunde väntas, till exempel efter att ha slutat innan enkäten fanns.",
      "När enkäten vid avslut var öppen säger leveransen inte; dagarna från första svaret räknas.",
    ]);
  });

  it("put the sign where a number is hidden", () => {
    const quality = figure(
      [
        { name: "wave", type: "varchar", role: "by" },
        { name: "survey_check", type: "varchar", role: "by" },
        { name: "k", type: "integer", role: "count" },
        { name: "n", type: "integer", role: "base" },
      ],
      [
        ["baseline", "in_outage", null, 192],
        ["exit", "in_outage", 0, 140],
      ],
      { suppressed: { 0: ["k"] } },
    );
    expect(kasamCaveats({ quality }, sv)).toEqual(["in_outage: .. av 192 enkäter vid start."]);
  });

  it("know which months a questionnaire was down in", () => {
    const isDown = outageMonths(collections, "example");
    expect([isDown("exit", "2022-10"), isDown("exit", "2022-11"), isDown("baseline", "2022-10")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isDown("exit", "2022-01")).toBe(false);
  });
});

it("a scale counts as answered also where how many is hidden", () => {
  const columns: Column[] = ["received", "anonymous", "unexpected"].map((name) => ({
    name,
    type: "integer",
    role: "count",
  }));
  const hidden = figure(columns, [[null, 0, 0]], { suppressed: { 0: ["received"] } });
  const nobody = figure(columns, [[0, 0, 0]]);
  const scales = ["a", "b", "c"].map((name) => ({ ...scale, name }));
  const figures = { "answered.a": hidden, "answered.b": nobody };
  expect(answeredScales(figures, scales).map(({ name }) => name)).toEqual(["a"]);
});

it("choices that cannot be are not asked for", () => {
  const choices = readChoices({ missing: "never", response: "shoe_size", rho: "1,4", mu: "70,7", reliability: "0.8" });
  expect(choices).toMatchObject({ missing: "prorate", response: "mode", rho: null, mu: 70.7, reliability: 0.8 });
  expect(readNumber(" ")).toBeNull();
});

it("the goals are the programme's shares that read the questionnaire, however deep it is named", () => {
  const entry = (name: string, definition: Json, kind = "share") => ({ name, kind, definition }) as IndicatorEntry;
  const catalog: Pick<Catalog, "indicators"> = {
    indicators: [
      entry("deep", { numerator: { any: [{ outcome: "work" }, { answer: { instrument: "final" } }] } }),
      entry("other", { numerator: { answer: { instrument: "soc" } } }),
      entry("mean", { numerator: { answer: { instrument: "final" } } }, "mean"),
      entry("plain", { numerator: { answer: { instrument: "final" } } }),
    ],
  };
  const programme = { indicators: ["plain", "mean", "other", "deep"] } as ProgrammeEntry;
  expect(goalIndicators(catalog, programme, "final").map(({ name }) => name)).toEqual(["plain", "deep"]);
});

it("the steering room asks for the finding first, the evaluator for everything at once", () => {
  const requests = {
    change: { view: "a" },
    scoreMode: { view: "b" },
    distribution: { view: "c" },
    "answered.soc": { view: "d" },
  };
  expect(kasamStages(requests, "evaluator")).toEqual([requests, {}, {}]);
  expect(kasamStages(requests, "steering").map((turn) => Object.keys(turn))).toEqual([
    ["change"],
    ["distribution", "answered.soc"],
    ["scoreMode"],
  ]);
});

it("the steering room does not ask how the answers came about and how they were measured", () => {
  const requests = {
    change: { view: "a" },
    reliable: { view: "b" },
    quality: { view: "c" },
    assistance: { view: "d" },
  };
  expect(kasamStages(requests, "steering")).toEqual([{ change: requests.change }, {}, {}]);
});

it("help from staff is told with how many were helped and how many were not", () => {
  const assistance = figure(
    [
      subscale,
      { name: "wave", type: "varchar", role: "by" },
      { name: "n", type: "integer", role: "base" },
      { name: "n_assisted", type: "integer", role: "count" },
      { name: "n_alone", type: "integer", role: "count" },
      double("difference", "mean"),
      double("lower", "interval"),
      double("upper", "interval"),
    ],
    [
      ["total", "baseline", 184, 40, 144, 2.04, -2.7, 6.8],
      ["part", "baseline", 184, 40, 144, 1.04, -1.7, 3.8],
      ["total", "exit", 139, 55, 84, -2.5, -6.1, 1.1],
    ],
  );
  expect(
    said(
      assistedAndAlone({ assistance }, { width: 560, fontSize: 12, palette: filePalette, wording: sv, cutoff: null })
        .summary,
    ),
  ).toBe(
    "Vid start: 40 med hjälp, 144 på egen hand: +2 (n = 184), 95 % osäkerhet -2,7 till +6,8. " +
      "Vid avslut: 55 med hjälp, 84 på egen hand: -2,5 (n = 139), 95 % osäkerhet -6,1 till +1,1.",
  );
});
