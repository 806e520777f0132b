import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { IndicatorQuestion } from "../../electron/engine/indicator-context.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { sentence } from "../../electron/engine/sentence.ts";
import type { Totals } from "../../electron/engine/sentence-kinds.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { indicator } from "./ask.ts";

const { codes, indicators } = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);

function said(given: Record<string, unknown>, totals: Partial<Totals>, question: Partial<IndicatorQuestion> = {}) {
  const definition = indicator(given);
  return sentence(
    definition,
    { by: [], denominator: definition.denominator, cutoff: "2022-10-01", selection: {}, margins: false, ...question },
    { n: 0, k: 0, unknown: 0, estimate: null, ...totals },
    codes,
    { other: { sv: "Annat", en: "Other" } },
  );
}

describe("the sentence", () => {
  it("of the page on indicators", () => {
    expect(said({}, { n: 38, k: 24 })).toEqual({
      en: "Of the 38 persons who had left by 1 October 2022, 24 left to work or studies. Each person counts once, by the last exit; unknown reasons count as not reached.",
      sv: "Av de 38 personer som hade avslutat senast den 1 oktober 2022 gick 24 till arbete eller studier. Varje person räknas en gång, efter det senaste avslutet; okända orsaker räknas som inte uppnådda.",
    });
  });
  it.each([
    [
      0,
      0,
      "There is no person who had left by 1 October 2022.",
      "Det finns ingen person som hade avslutat senast den 1 oktober 2022.",
    ],
    [
      1,
      0,
      "There is one person who had left by 1 October 2022, but none who left to work or studies.",
      "Det finns en person som hade avslutat senast den 1 oktober 2022, men ingen som gick till arbete eller studier.",
    ],
    [
      1,
      1,
      "There is one person who had left by 1 October 2022, and who left to work or studies.",
      "Det finns en person som hade avslutat senast den 1 oktober 2022, och som gick till arbete eller studier.",
    ],
    [
      2,
      0,
      "Of the 2 persons who had left by 1 October 2022, none left to work or studies.",
      "Av de 2 personer som hade avslutat senast den 1 oktober 2022 gick ingen till arbete eller studier.",
    ],
    [
      1200,
      1,
      "Of the 1,200 persons who had left by 1 October 2022, 1 left to work or studies.",
      "Av de 1\u00a0200 personer som hade avslutat senast den 1 oktober 2022 gick 1 till arbete eller studier.",
    ],
  ])("n = %i, k = %i", (n, k, en, sv) => {
    const whole = said({}, { n, k });
    expect(whole.en.startsWith(en)).toBe(true);
    expect(whole.sv.startsWith(sv)).toBe(true);
  });
  it("says other denominators, clocks, persons and the unknown", () => {
    const definition = {
      numerator: { outcome: ["job_unsubsidised", "job_subsidised", "self_employment", "driving_licence"] },
      denominator: "enrolled",
      clock: "within_project",
      person: { rule: "every_enrolment" },
      unknown: "bounds",
      unknown_reasons: ["unknown", "no_contact"],
    };
    expect(said(definition, { n: 10, k: 4, unknown: 3 })).toEqual({
      en: "Of the 10 enrolments that had started by 1 October 2022, 4 had work or “Driving licence” as an outcome that started within the project's time. Each enrolment counts by itself; unknown reasons, no contact among them, are shown both as not reached and as reached (3).",
      sv: "Av de 10 inskrivningar som hade börjat senast den 1 oktober 2022 hade 4 arbete eller ”Körkort” som utfall med början inom projektets tid. Varje inskrivning räknas för sig; okända orsaker, däribland ingen kontakt, visas både som inte uppnådda och som uppnådda (3).",
    });
  });
  it("says who is left out, by the definition and by the reader", () => {
    const definition = { population: { age: [15, 29], not_in: "other" }, late_entry_days: 30 };
    const { en, sv } = said(
      definition,
      { n: 38, k: 24 },
      { selection: { municipality: ["1781", "1784"], sex: ["F"] } },
    );
    expect(en).toContain("Limited to age 15–29; municipality Kristinehamn or Arvika; sex women.");
    expect(sv).toContain("Avgränsat till ålder 15–29 år; kommun Kristinehamn eller Arvika; kön kvinnor.");
    expect(en).toContain(
      "Those counted in “Other” are left out. Those who started less than 30 days before the cut-off are left out.",
    );
    expect(sv).toContain(
      "De som räknas i ”Annat” ingår inte. De som började mindre än 30 dagar före brytdagen ingår inte.",
    );
  });
  it("says a composite so that Swedish keeps its word order", () => {
    const numerator = {
      any: [{ exit_reason: ["work"] }, { answer: { instrument: "final", wave: "exit", item: 3, at_least: 4 } }],
    };
    const { en, sv } = said({ numerator }, { n: 38, k: 24 });
    expect(en).toContain(
      "24 met at least one of these (left to work; had an answer of at least 4 to item 3 of “final” at the exit).",
    );
    expect(sv).toContain(
      "uppfyllde 24 minst ett av följande (gick till arbete; hade svaret minst 4 på fråga 3 i ”final” vid avslutet).",
    );
    expect(en).toContain("unknown results count as not reached");
  });
  it("counts persons", () => {
    const definition = {
      kind: "count",
      count: "persons",
      denominator: "enrolled",
      person: { rule: "once", which: "first" },
    };
    expect(said(definition, { n: 64, k: 64 })).toEqual({
      en: "There are 64 persons who had been enrolled by 1 October 2022. Each person counts once, by the first enrolment.",
      sv: "Det finns 64 personer som hade skrivits in senast den 1 oktober 2022. Varje person räknas en gång, efter den första inskrivningen.",
    });
    expect(said(definition, { n: 1, k: 1 }).sv).toContain("Det finns en person som hade skrivits in");
  });

  it("tells of one year what was known on the day", () => {
    const definition = {
      clock: "calendar_year",
      year: 2022,
      denominator: "enrolled",
      numerator: { exit_reason: ["work"] },
    };
    expect(said(definition, { n: 27, k: 11 }).sv).toContain(
      "Av de 27 personer som var inskrivna någon dag 2022, så som det var känt den 1 oktober 2022, gick 11 till arbete.",
    );
    expect(said(definition, { n: 27, k: 11 }).en).toContain(
      "Of the 27 persons who had been enrolled on some day of 2022, as known on 1 October 2022, 11 left to work.",
    );
    expect(said(definition, { n: 1 }).sv).toContain(
      "Det finns en person som var inskriven någon dag 2022, så som det var känt den 1 oktober 2022, men ingen som gick till arbete.",
    );
    expect(said(definition, { n: 0 }).sv).toContain("känt den 1 oktober 2022. Varje person");
  });
  it("tells of follow-ups, means, changes, contacts, hours and milestones", () => {
    const followup = { numerator: { followup: { horizon: "exit_90d", status: ["work"] } }, denominator: "due" };
    expect(said(followup, { n: 20, k: 5 }).sv).toContain(
      "Av de 20 personer vars uppföljning 90 dagar efter avslutet skulle ha gjorts senast den 1 oktober 2022 hade 5 ställningen ”Arbete” vid uppföljningen 90 dagar efter avslutet (± 14 dagar).",
    );
    const mean = { kind: "mean", score: { scale: "soc13", wave: "exit" } };
    expect(said(mean, { n: 20, estimate: 61.23 }).sv).toContain(
      "De 20 personer som hade svarat på KASAM-13 vid avslutet senast den 1 oktober 2022 hade i medeltal 61,2 poäng på KASAM-13.",
    );
    const change = { kind: "change", change: { scale: "soc13", from: "baseline", to: "exit" } };
    expect(said(change, { n: 20, estimate: -3.25 }).en).toContain(
      "Among the 20 persons with a score on SOC-13 both at the start and at the exit, by 1 October 2022, the mean fell by 3.3.",
    );
    expect(said(change, { n: 20, estimate: 0.01 }).sv).toContain("ändrades medelvärdet inte.");
    expect(said(change, { n: 20, estimate: 3 }).sv).toContain("ökade medelvärdet med 3.");
    expect(said({ kind: "count", count: "contacts" }, { n: 1, k: 1 }).en).toBe(
      "1 contact with employers has been made within the project's time, up to and including 1 October 2022.",
    );
    expect(said({ kind: "count", count: "hours" }, { n: 9, k: 1234.5 }).sv).toBe(
      "1\u00a0234,5 deltagartimmar är registrerade inom projektets tid, till och med den 1 oktober 2022.",
    );
    expect(said({ kind: "milestone", milestone: ["a"] }, { n: 9, k: 1, unknown: 2 })).toEqual({
      sv: "Av de 9 milstolpar som gäller hade 1 nåtts senast den 1 oktober 2022. 2 har strukits och räknas inte.",
      en: "Of the 9 milestones that apply, 1 had been reached by 1 October 2022. 2 have been dropped and do not count.",
    });
  });

  // Read once by a person in whole; here only what a machine can see.
  it.each(indicators.map((each) => [each.indicator, each] as const))(
    "of %s is one for every number",
    (_, definition) => {
      const question = {
        by: [],
        denominator: definition.denominator,
        cutoff: "2022-10-01",
        selection: {},
        margins: false,
      };
      const titles = Object.fromEntries(indicators.map(({ indicator: name, title }) => [name, title]));
      for (const [n, k] of [
        [0, 0],
        [1, 0],
        [1, 1],
        [2, 0],
        [38, 24],
      ] as const) {
        const { sv, en } = sentence(definition, question, { n, k, unknown: 1, estimate: k }, codes, titles);
        for (const text of [sv, en]) {
          expect(text).toMatch(/^[A-ZÅÄÖ0-9].*\.$/);
          expect(text).not.toMatch(/undefined|null|NaN| {2}|[a-z]_[a-z]|\.\.|,,| ,/);
          expect(text).not.toMatch(/\b1 (persons|personer|enrolments|inskrivningar|contacts|kontakter)\b/);
        }
      }
    },
  );
});

describe("the shipped folder", () => {
  it("is what the library reads", () => {
    const files = readdirSync(join(shippedQueries(), "indicators")).filter((file) => file.endsWith(".json"));
    expect(
      files
        .map((file) => JSON.parse(readFileSync(join(shippedQueries(), "indicators", file), "utf8")).indicator)
        .sort(),
    ).toEqual(indicators.map(({ indicator: name }) => name).sort());
  });
});
