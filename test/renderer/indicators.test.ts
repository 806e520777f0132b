import { describe, expect, it } from "vitest";
import type { IndicatorEntry, Json, ProgrammeEntry } from "../../electron/contract.ts";
import { breakdownParts } from "../../renderer/breakdown-parts.ts";
import { filePalette } from "../../renderer/charts/palette.ts";
import type { PromisedTarget } from "../../renderer/charts/targets.ts";
import { drawTrend, type TrendPoint } from "../../renderer/charts/trend.ts";
import { jsonPath, readAt, startDraft, writeAt } from "../../renderer/definition-draft.ts";
import { newHistory, redone, undone, written } from "../../renderer/draft-history.ts";
import { draftProblems } from "../../renderer/draft-problems.ts";
import { draftTargets, inUnit, newTarget, promisedFor, readAmount, writeAmount } from "../../renderer/draft-targets.ts";
import { basisWords, type Estimate, intervalWords, readEstimate, valueWords } from "../../renderer/estimate.ts";
import { aroundChanges, lineChanges } from "../../renderer/line-changes.ts";
import { numberWords } from "../../renderer/number-words.ts";
import { listHeadline } from "../../renderer/pages/indicators-headline.ts";
import { comparedDenominators, openedRequests } from "../../renderer/pages/indicators-requests.ts";
import type { PageScope } from "../../renderer/scope.ts";
import { readRows } from "../../renderer/table.ts";
import { trendDays } from "../../renderer/trend-days.ts";
import { type Column, figure } from "./figures.ts";
import { expectGolden } from "./golden.ts";
import { wordingFor } from "./wording.ts";

const sv = wordingFor("sv");
const plain = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u202f", " ").replaceAll("\u2060", "");
const entry = (definition: Json, rest: Partial<IndicatorEntry> = {}): IndicatorEntry => ({
  name: "example",
  version: 1,
  title: { sv: "Exempel", en: "Example" },
  description: { sv: "", en: "" },
  kind: "share",
  better: "higher",
  programmes: [],
  denominator: "exited",
  breakdowns: ["sex"],
  esf: null,
  targets: [],
  source: "",
  definition,
  versions: [],
  origin: "shipped",
  ...rest,
});
const columns: Column[] = [
  { name: "n", type: "integer", role: "base" },
  { name: "k", type: "integer", role: "count" },
  { name: "unknown", type: "integer" },
  { name: "estimate", type: "double", role: "share", of: { count: "k", base: "n" } },
  { name: "lower", type: "double", role: "interval" },
  { name: "upper", type: "double", role: "interval" },
];
const read = (cells: unknown[], indicator = entry({ numerator: {} }), hidden: string[] = []) =>
  readEstimate(indicator, figure(columns, [cells], { suppressed: { 0: hidden } }), sv) as Estimate;

describe("an estimate in words", () => {
  it("has its value, its base and its interval", () => {
    const estimate = read([38, 24, 0, 0.632, 0.473, 0.766, null]);
    expect([valueWords(estimate, sv), basisWords(estimate, sv), intervalWords(estimate, sv)].map(plain)).toEqual([
      "63 %",
      "24 av 38",
      "47–77 %",
    ]);
  });

  it("is no nought where there is nobody, and two dots where it is hidden", () => {
    expect(read([0, 0, 0, null, null, null, null])).toMatchObject({ state: "unmeasured" });
    const hidden = read([38, null, 0, null, null, null], undefined, ["k", "estimate"]);
    expect(hidden.state).toBe("hidden");
    expect(valueWords(hidden, sv)).toBe("..");
  });
});

describe("the list's headline", () => {
  const judged = (...attained: PromisedTarget["attained"][]) =>
    attained.map((each) => ({ state: "shown", row: { targets: [{ attained: each }] } }) as unknown as Estimate);

  it("agrees in number", () => {
    expect(listHeadline(judged("yes", "no", "undecided", null), sv)).toEqual({
      title: "Alla fyra indikatorer går att mäta. Ett av fyra mål är nått.",
      lede: "Ett är inte nått, ett går inte att avgöra och ett saknar underlag.",
    });
    expect(listHeadline(judged("no", "no"), sv).title).toBe(
      "Alla två indikatorer går att mäta. Inget av två mål är nått.",
    );
    expect(listHeadline(judged("undecided"), sv).title).toBe(
      "Indikatorn går att mäta. Om målet är nått går inte att avgöra.",
    );
    expect(listHeadline([], sv).title).toContain("inte satt några mål");
  });

  it("writes small numbers as words, unless a large one stands beside them", () => {
    expect(numberWords([0, 1, 12], "sv", "common")).toEqual(["ingen", "en", "tolv"]);
    expect(numberWords([5, 14], "sv")).toEqual(["5", "14"]);
  });
});

describe("what an opened indicator asks for", () => {
  const scope = {
    programme: { starts_on: "2020-09-01", ends_on: "2022-12-31", cutoffs: [{ on: "2022-10-01" }] } as ProgrammeEntry,
    asOf: "2022-12-31",
    cutoff: "2022-10-01",
  } as PageScope;

  it.each([
    [{ exit_reason: ["work"] }, ["exited_known", "exited", "enrolled"]],
    [{ followup: { horizon: "exit_90d", status: ["work"] } }, ["reached", "due", "exited", "enrolled"]],
    [{ answer: { item: "1" } }, ["exited", "respondents", "exited", "enrolled"].slice(1)],
    [{ any: [{ outcome: ["work"] }, { answer: { item: "1" } }] }, ["exited_known", "exited", "enrolled"]],
  ])("compares the denominators that make sense for %j", (numerator, expected) => {
    expect(comparedDenominators(entry({ numerator } as Json))).toEqual(expected);
  });

  it("looks back from the ends of quarters and the days of reports, none twice, none after the extract", () => {
    const days = trendDays(scope);
    expect(days[0]).toBe("2020-09-30");
    expect(days).toContain("2022-10-01");
    expect(days.at(-1)).toBe("2022-12-31");
    expect(new Set(days).size).toBe(days.length);
    expect(trendDays({ ...scope, asOf: "2021-06-30", cutoff: null }).at(-1)).toBe("2021-06-30");
  });

  it("asks more seldom of a long programme", () => {
    const long = { ...scope.programme, starts_on: "2000-01-01" } as ProgrammeEntry;
    const days = trendDays({ ...scope, programme: long });
    expect(days.length).toBeLessThan(30);
    expect(days[0]).toBe("2000-12-31");
  });

  it("tries each rule for the unknown as a draft", () => {
    const requests = openedRequests(entry({ numerator: { exit_reason: ["work"] }, unknown: "not_reached" }), scope);
    expect(requests["unknown.bounds"]).toMatchObject({ draft: { unknown: "bounds" } });
  });

  it("divides by all of its columns in one question", () => {
    const requests = openedRequests(entry({}, { breakdowns: ["sex", "year"] }), scope);
    expect(requests.by).toEqual({ indicator: "example", by: ["sex", "year"], margins: "each" });
    expect(openedRequests(entry({}, { breakdowns: [] }), scope)).not.toHaveProperty("by");
  });

  it("takes the answer apart: each column's own groups, an unknown year among the years, the total with none", () => {
    const group = (name: string, type: string): Column => ({ name, type, role: "by" });
    const divided = figure(
      [
        group("sex", "varchar"),
        group("year", "integer"),
        group("mode", "varchar"),
        { name: "margin", type: "boolean" },
        columns[0]!,
      ],
      [
        ["F", null, null, false, 3],
        ["U", null, null, false, 1],
        [null, 2021, null, false, 2],
        [null, null, null, false, 2],
        [null, null, null, true, 4],
      ],
    );
    const parts = breakdownParts(divided, ["sex", "year", "mode"]);
    expect(Object.values(parts).map((part) => readRows(part))).toEqual([
      [
        { sex: "F", n: 3 },
        { sex: "U", n: 1 },
      ],
      [
        { year: 2021, n: 2 },
        { year: null, n: 2 },
      ],
      [],
    ]);
    expect(parts.year?.meta).toMatchObject({ rows: 2, columns: [{ name: "year" }, { name: "n" }] });
  });
});

describe("a trend", () => {
  const context = { width: 600, fontSize: 12, palette: filePalette, wording: sv, cutoff: "2022-09-30" };

  it("has a band, two promises by name, a hollow point where it is uncertain, and two dots where it is hidden", () => {
    const promised = [0.6, 0.55].map((value, index) => ({
      value,
      share: true,
      whose: index === 0 ? "" : "Norrby",
      title: null,
      source: "",
      attained: null,
    }));
    const days = ["2022-03-31", "2022-06-30", "2022-09-30", "2022-12-31"];
    const points = days.map((day, index) => ({
      ...read([38, 24, 0, 0.5 + index / 20, 0.4, 0.75, null]).row,
      day: new Date(`${day}T00:00:00Z`),
      targets: promised,
      lowPrecision: index === 0,
      state: index === 1 ? ("hidden" as const) : ("shown" as const),
    }));
    expectGolden("trend", drawTrend(points, context));
  });

  it("draws days on which nobody could be counted as nothing, and tells them", () => {
    const point = (day: string, estimate: number | null): TrendPoint => ({
      ...(read([38, 24, 0, estimate, 0.4, 0.7, null]).row as TrendPoint),
      day: new Date(`${day}T00:00:00Z`),
    });
    const { summary } = drawTrend([point("2022-06-30", null), point("2022-09-30", 0.63)], context);
    expect(plain(summary)).toBe("30 juni 2022: ingen att räkna på; 30 sep 2022: 63 % (24 av 38).");
  });
});

describe("a draft", () => {
  it("of a shipped indicator is a copy with a free name that says where it comes from", () => {
    const indicator = entry({ indicator: "example", version: 1 });
    expect(startDraft(indicator, ["example", "example-egen"], "egen")).toMatchObject({
      indicator: "example-egen-2",
      copied: { from: "example", version: 1 },
    });
    expect(startDraft({ ...indicator, origin: "workspace" }, [], "egen")).toBe(indicator.definition);
  });

  it("of a copy begins with what was promised for the original, in figures only", () => {
    const promise = { unit: "share", comparator: ">=", scope: {}, source: "plan" } as const;
    const promised = { ...promise, indicator: "example", value: 0.6, title: { sv: "60 %", en: "60 %" } };
    const targets = [promised, { ...promised, indicator: "another" }];
    const found = promisedFor("example", { targets } as unknown as ProgrammeEntry);
    expect(found).toMatchObject([{ value: 0.6, title: { sv: "60 %" } }]);
    const own = { ...promise, value: 0.7 };
    expect(startDraft(entry({ indicator: "example" }, { targets: [own] }), [], "egen", found).targets).toEqual([
      { ...promise, value: 0.6 },
      own,
    ]);
  });

  it("is written within a list, behind it, and a place can be taken away", () => {
    const targets: Json[] = [{ value: 1 }, { value: 2, scope: { sex: "F" } }];
    const draft = { targets };
    expect(jsonPath(["targets", 1, "scope", "sex"])).toBe("$.targets[1].scope.sex");
    expect(readAt(draft, ["targets", 1, "scope", "sex"])).toBe("F");
    expect(readAt(draft, ["targets", 2, "value"])).toBe(undefined);
    expect(writeAt(draft, ["targets", 0, "value"], 3)).toEqual({ targets: [{ value: 3 }, targets[1]] });
    expect(writeAt(draft, ["targets", 1, "scope", "sex"], undefined)).toEqual({
      targets: [{ value: 1 }, { value: 2, scope: {} }],
    });
    expect(writeAt(draft, ["targets", 0], undefined)).toEqual({ targets: [targets[1]] });
    expect(writeAt(draft, ["targets", 2], { value: 3 })).toEqual({ targets: [...targets, { value: 3 }] });
  });

  it("has shares in per cent in its form and fractions in its JSON", () => {
    expect(["60", "62,5", "62.", " 7 ", "", "sextio"].map((typed) => readAmount(typed, true))).toEqual([
      0.6,
      0.625,
      0.62,
      0.07,
      undefined,
      "sextio",
    ]);
    expect(readAmount("255", false)).toBe(255);
    expect([0.55, 0.07, 0.625].map((value) => writeAmount(value, true, "sv"))).toEqual(["55", "7", "62,5"]);
    expect([
      writeAmount(3.5, false, "en"),
      writeAmount("sextio", true, "sv"),
      writeAmount(undefined, true, "sv"),
    ]).toEqual(["3.5", "sextio", ""]);
    expect(inUnit({ unit: "share", value: 0.55 }, "count")).toEqual({ unit: "count", value: 55 });
    expect(inUnit({ unit: "count", value: 55 }, "share")).toEqual({ unit: "share", value: 0.55 });
  });

  it("gets a new target in its kind's unit, without a value", () => {
    expect(["share", "milestone", "count", "mean"].map((kind) => newTarget(kind).unit)).toEqual([
      "share",
      "share",
      "count",
      "score",
    ]);
    expect(newTarget("share")).not.toHaveProperty("value");
    expect(draftTargets({ targets: [1] })).toEqual([]);
  });

  it("is written at a path, and a field can be taken away", () => {
    expect(writeAt({ title: { sv: "a", en: "b" } }, ["title", "sv"], "c")).toEqual({ title: { sv: "c", en: "b" } });
    expect(writeAt({ population: { age: [1, 2], sex: ["F"] } }, ["population", "age"], undefined)).toEqual({
      population: { sex: ["F"] },
    });
  });

  it("goes back and forth; letters typed after each other are one step", () => {
    let history = newHistory({ a: 0 });
    history = written(history, { a: 1 }, "a", 1000);
    history = written(history, { a: 12 }, "a", 1300);
    history = written(history, { a: 12, b: 1 }, "b", 1400);
    history = written(history, { a: 12, b: 2 }, "b", 9000);
    expect(history.past).toHaveLength(3);
    const back = undone(undone(undone(history)));
    expect(back.present).toEqual({ a: 0 });
    expect(undone(back).present).toEqual({ a: 0 });
    expect(redone(redone(redone(back))).present).toEqual({ a: 12, b: 2 });
    expect(written(back, { c: 1 }, "c", 9999).future).toEqual([]);
  });

  it("that is refused has each problem for itself", () => {
    const message = { sv: "Två fel.", en: "Two faults." };
    const problems = ["$.title.sv", "$.unknown"].map((where) => ({ file: "case", where, message }));
    expect(draftProblems({ code: "draft_invalid", message, problems })).toEqual(problems);
    expect(draftProblems({ code: "other", message: { sv: "Fel.", en: "Wrong." } })).toEqual([
      { file: "", message: { sv: "Fel.", en: "Wrong." } },
    ]);
  });
});

describe("two versions", () => {
  it("are set against each other in whole lines, what stayed left out", () => {
    const before = ["a", "b", "c", "d", "e", "f"].join("\n");
    const changes = lineChanges(before, before.replace("c", "C"));
    expect(changes.filter(({ kind }) => kind !== "same")).toEqual([
      { text: "c", kind: "removed" },
      { text: "C", kind: "added" },
    ]);
    expect(aroundChanges(changes, 1).map(({ text, kind }) => (kind === "skipped" ? "…" : text))).toEqual([
      "…",
      "b",
      "c",
      "C",
      "d",
      "…",
    ]);
    expect(lineChanges("a", "a")).toEqual([{ text: "a", kind: "same" }]);
  });
});
