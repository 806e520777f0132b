import { describe, expect, it } from "vitest";
import { linkProblems } from "../../electron/engine/definition-links.ts";
import { readIndicator, readProgramme, readScale } from "../../electron/engine/definitions.ts";

const text = { sv: "…", en: "…" };
const plain = {
  indicator: "case",
  title: text,
  description: text,
  source: "test",
  kind: "share",
  numerator: { exit_reason: ["work"] },
};
const target = { value: 0.6, unit: "share", comparator: ">=", source: "test" };
const where = ({ problems }: { problems: { where?: string }[] }) => problems.map((problem) => problem.where);

describe("an indicator's file", () => {
  it("is resolved: what it leaves out is there afterwards", () => {
    const { definition } = readIndicator("case.json", plain);
    expect(definition).toMatchObject({
      version: 1,
      denominator: "enrolled",
      clock: "exit",
      horizon_days: 28,
      window_days: 14,
      cutoff: "as_of",
      person: { rule: "once", which: "last" },
      unknown: "not_reached",
      unknown_reasons: ["unknown"],
      population: {},
      late_entry_days: 0,
      copied: null,
    });
  });

  it("tells every problem at once, each with its spot and a sentence in both languages", () => {
    const bad = {
      ...plain,
      title: { sv: "…" },
      kind: "shar",
      numerator: { exit_reason: "work" },
      late_entry_days: -1,
      cutoff: "1 October",
      clock: "calendar_year",
      population: { age: [29, 15], sexx: ["F"] },
      colour: "red",
    };
    const read = readIndicator("case.json", bad);
    expect(read.definition).toBeUndefined();
    expect(where(read).sort()).toEqual([
      "$.colour",
      "$.cutoff",
      "$.kind",
      "$.late_entry_days",
      "$.numerator.exit_reason",
      "$.population.age",
      "$.population.sexx",
      "$.title.en",
      "$.year",
    ]);
    for (const { file, message } of read.problems) {
      expect(file).toBe("case.json");
      for (const sentence of [message.sv, message.en]) {
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/invalid|expected|received|undefined|zod/i);
      }
    }
  });

  it("finds a problem deep in a composite", () => {
    const numerator = { any: [{ exit_reason: ["work"] }, { all: [{ outcom: ["job_subsidised"] }, { outcome: [] }] }] };
    expect(where(readIndicator("case.json", { ...plain, numerator })).sort()).toEqual([
      "$.numerator.any[1].all[0]",
      "$.numerator.any[1].all[1].outcome",
    ]);
  });

  it.each([
    [{ kind: "count", numerator: undefined }, "$.count"],
    [{ kind: "mean", numerator: undefined }, "$.score"],
    [{ count: "persons" }, "$.count"],
    [{ clock: "calendar_year" }, "$.year"],
    [{ clock: "after_exit", numerator: { outcome: ["job_subsidised"] } }, "$.horizon_days"],
    [{ numerator: { answer: { instrument: "final", wave: "exit", item: 1 } } }, "$.numerator.answer"],
    [{ population: { not_in: "case" } }, "$.population.not_in"],
    [{ denominator: "respondents" }, "$.denominator"],
    [{ breakdowns: ["sex", "mode"] }, "$.breakdowns"],
  ])("%j", (change, spot) => {
    expect(where(readIndicator("case.json", { ...plain, ...change }))).toContain(spot);
  });

  it.each([null, 3, "share", [], {}])("%j is no definition and no crash", (json) => {
    const read = readIndicator("case.json", json);
    expect(read.definition).toBeUndefined();
    expect(read.problems.length).toBeGreaterThan(0);
    expect(readProgramme("case.json", json).problems.length).toBeGreaterThan(0);
    expect(readScale("case.json", json).problems.length).toBeGreaterThan(0);
  });
});

describe("a programme's file", () => {
  const programme = {
    programme: "case",
    title: text,
    description: text,
    source: "test",
    starts_on: "2021-01-01",
    ends_on: "2022-12-31",
    municipalities: ["1781"],
    funder: text,
    target_group: text,
    age_bands: [{ label: "15-29", from: 15, to: 29 }],
  };
  it("is resolved", () => {
    expect(readProgramme("case.json", programme).definition).toMatchObject({ targets: [], theory: null, budget: null });
  });
  it("tells what does not belong together", () => {
    const target = { indicator: "other", value: 60, unit: "share", comparator: ">=", source: "test" };
    const node = { id: "a", column: "outcomes", title: text };
    const bad = {
      ...programme,
      ends_on: "2020-12-31",
      municipalities: ["781"],
      age_bands: [
        { label: "15-29", from: 15, to: 29 },
        { label: "20-24", from: 20, to: 24 },
      ],
      targets: [target],
      theory: { source: "test", nodes: [node, node], edges: [{ from: "a", to: "b" }] },
    };
    expect(where(readProgramme("case.json", bad)).sort()).toEqual([
      "$.age_bands[1]",
      "$.ends_on",
      "$.municipalities[0]",
      "$.targets[0].indicator",
      "$.targets[0].value",
      "$.theory.edges[0].to",
      "$.theory.nodes[1].id",
    ]);
  });
});

describe("an indicator's own targets", () => {
  const problems = (kind: Record<string, unknown>, ...targets: object[]) =>
    readIndicator("case.json", { ...plain, ...kind, targets }).problems;

  it("are none unless it says so, and hold for everybody", () => {
    expect(readIndicator("case.json", plain).definition!.targets).toEqual([]);
    expect(readIndicator("case.json", { ...plain, targets: [target] }).definition!.targets).toEqual([
      { ...target, scope: {} },
    ]);
  });
  it("have every problem told at once, with its spot", () => {
    const bad = { value: 60, unit: "share", comparator: ">", scope: { education: "1" }, source: "", indicator: "case" };
    const ends = { ...target, valid_from: "2022-01-02", valid_to: "2022-01-01" };
    expect(where({ problems: problems({}, bad, ends, { ...target, unit: "score" }) }).sort()).toEqual([
      "$.targets[0].comparator",
      "$.targets[0].indicator",
      "$.targets[0].scope.education",
      "$.targets[0].source",
      "$.targets[0].value",
      "$.targets[1].valid_to",
      "$.targets[2].unit",
    ]);
  });
  it("are in the unit of the indicator's kind", () => {
    const kinds = {
      share: [{}, ["share", "count"]],
      count: [{ kind: "count", count: "persons" }, ["count"]],
      mean: [{ kind: "mean", numerator: null, score: { scale: "mood", wave: "exit" } }, ["score"]],
    } as const;
    for (const [kind, units] of Object.values(kinds)) {
      const fitting = ["share", "count", "score"].filter(
        (unit) => problems(kind, { ...target, value: 1, unit }).length === 0,
      );
      expect(fitting).toEqual(units);
    }
    expect(problems({ kind: "count", count: "persons" }, target)[0]!.message).toEqual({
      sv: 'Ett mål för en indikator av slaget "count" har enheten "count".',
      en: 'A target for an indicator of the kind "count" has the unit "count".',
    });
  });
});

describe("names that refer to nothing", () => {
  it("are told with their spot, across files", () => {
    const indicator = readIndicator("case.json", {
      ...plain,
      numerator: { any: [{ exit_reason: ["work", "wrok"] }, { score: { scale: "mood", wave: "exit", at_least: 1 } }] },
      population: { not_in: "other", sex: ["F", "W"], disability: ["Y"], target_group: ["its own"] },
      targets: [{ ...target, scope: { sex: "W", foreign_born: "1", municipality: "of no list", age_band: "16-24" } }],
    }).definition!;
    const code = (name: string) => ({ code: name, title: text });
    const codes = { exit_reason: [code("work"), code("unknown")], sex: [code("F")], yes_no: [code("Y")] };
    const problems = linkProblems({
      indicators: [{ ...indicator, file: "case.json" }],
      programmes: [],
      scales: [
        readScale("s.json", {
          scale: "gloom",
          title: text,
          description: text,
          source: "test",
          items: [1],
          lowest: 1,
          highest: 5,
        }).definition!,
      ],
      codes,
    });
    expect(where({ problems })).toEqual([
      "$.numerator.any[0].exit_reason[1]",
      "$.numerator.any[1].score.scale",
      "$.population.sex[1]",
      "$.population.not_in",
      "$.targets[0].scope.sex",
      "$.targets[0].scope.foreign_born",
    ]);
    expect(problems[0]!.message.en).toBe('There is no code "wrok". Correct the name.');
  });
});
