import { describe, expect, it } from "vitest";
import type { IndicatorEntry, Theory, TheoryNode } from "../../electron/contract.ts";
import { theoryHeadline } from "../../renderer/pages/theory-headline.ts";
import { readEvidence } from "../../renderer/theory-evidence.ts";
import { chainColumns, movedNode, related } from "../../renderer/theory-graph.ts";
import { relationWords } from "../../renderer/theory-relations.ts";
import { type Column, figure } from "./figures.ts";
import { wordingFor } from "./wording.ts";

const sv = wordingFor("sv");
const node = (id: string, column: TheoryNode["column"], rest: Partial<TheoryNode> = {}): TheoryNode => ({
  id,
  column,
  title: { sv: id, en: id },
  text: null,
  indicators: [],
  milestones: [],
  ...rest,
});
const theory: Theory = {
  source: "",
  nodes: [
    node("staff", "resources"),
    node("plan", "activities_organisation"),
    node("talks", "activities_individual"),
    node("job", "outcomes", { indicators: ["work"] }),
    node("method", "outcomes", { milestones: [{ title: { sv: "Metod", en: "Method" }, due_on: "2022-01-01" }] }),
    node("growth", "long_term"),
  ],
  edges: [
    { from: "staff", to: "talks" },
    { from: "plan", to: "talks" },
    { from: "talks", to: "job" },
    { from: "job", to: "growth" },
  ],
};

describe("the chain", () => {
  const chain = chainColumns(theory);

  it("has both levels of activities in one column, and columns without nodes", () => {
    expect(chain.map(({ groups }) => groups.map((group) => group.nodes.map(({ id }) => id)))).toEqual([
      [["staff"]],
      [["plan"], ["talks"]],
      [["job", "method"]],
      [],
      [["growth"]],
    ]);
  });

  it("knows what feeds a node and what it feeds, also round a circle", () => {
    const { upstream, downstream } = related(theory.edges, "talks");
    expect([...upstream].sort()).toEqual(["plan", "staff"]);
    expect([...downstream].sort()).toEqual(["growth", "job"]);
    const round = related([...theory.edges, { from: "growth", to: "staff" }], "talks");
    expect([...round.downstream].sort()).toEqual(["growth", "job", "staff"]);
  });

  it.each([
    ["staff", "ArrowRight", "talks"],
    ["talks", "ArrowUp", "plan"],
    ["talks", "ArrowLeft", "staff"],
    ["job", "ArrowDown", "method"],
    ["method", "ArrowRight", "growth"],
    ["method", "ArrowDown", undefined],
    ["plan", "End", "talks"],
    ["growth", "ArrowRight", undefined],
    ["staff", "a", undefined],
  ])("from %s, %s leads to %s", (id, key, expected) => {
    expect(movedNode(chain, theory.edges, id, key)).toBe(expected);
  });

  it("is told in words", () => {
    expect(relationWords(theory, theory.nodes[2] as TheoryNode, sv)).toBe("Bygger på staff och plan. Leder till job.");
  });
});

describe("evidence", () => {
  const work = { name: "work", kind: "share", definition: { numerator: {} } } as unknown as IndicatorEntry;
  const columns: Column[] = [
    { name: "n", type: "integer", role: "base" },
    { name: "k", type: "integer", role: "count" },
    { name: "unknown", type: "integer" },
    { name: "estimate", type: "double", role: "share", of: { count: "k", base: "n" } },
    { name: "lower", type: "double", role: "interval" },
    { name: "upper", type: "double", role: "interval" },
  ];
  const milestones = (...rows: unknown[][]) =>
    figure(
      [
        { name: "node", type: "varchar", role: "by" },
        { name: "note", type: "varchar" },
        { name: "status", type: "varchar" },
        { name: "reached_on", type: "date" },
      ],
      rows,
    );
  const [, , , job, method, growth] = theory.nodes as [unknown, unknown, unknown, TheoryNode, TheoryNode, TheoryNode];
  const read = (of: TheoryNode, figures: Parameters<typeof readEvidence>[2]) => readEvidence(of, [work], figures, sv);

  it("is measured where there is somebody to count, awaited where not, and a gap where nothing is connected", () => {
    expect(read(job, { work: figure(columns, [[38, 24, 0, 0.63, 0.47, 0.77]]) }).state).toBe("measured");
    expect(read(job, { work: figure(columns, [[0, 0, 0, null, null, null]]) }).state).toBe("awaited");
    expect(read(growth, {}).state).toBe("gap");
  });

  it("takes milestones from the extract, and those that it lacks from the theory", () => {
    expect(read(method, { milestones: milestones() })).toMatchObject({ state: "awaited", reached: 0, planned: 1 });
    const day = new Date("2022-10-03T00:00:00Z");
    const known = read(method, {
      milestones: milestones(
        ["method", "Metod", "reached", day],
        ["method", "Annat", "planned", null],
        ["method", "Struken", "dropped", null],
        ["job", "En annans", "reached", day],
      ),
    });
    expect(known).toMatchObject({ state: "measured", reached: 1, planned: 2 });
    expect(known.milestones[0]).toEqual({
      title: "Metod",
      status: "reached",
      hidden: false,
      reachedOn: day,
      dueOn: "2022-01-01",
    });
  });

  it("counts no milestones as reached where the state of one is hidden", () => {
    const { meta, data } = milestones(["method", "Metod", null, null], ["method", "Annat", "reached", null]);
    const hidden = read(method, { milestones: { meta: { ...meta, suppressed: { 0: ["status"] } }, data } });
    expect(hidden).toMatchObject({ state: "measured", reached: null, planned: 2 });
    expect(hidden.milestones[0]).toMatchObject({ status: null, hidden: true });
  });

  it("is summed up in a sentence about the claims only", () => {
    const evidence = new Map(
      theory.nodes.map((each) => [each.id, read(each, { work: figure(columns, [[38, 24, 0, 0.63, 0.47, 0.77]]) })]),
    );
    const said = (language: "sv" | "en") => theoryHeadline(theory.nodes, evidence, wordingFor(language));
    expect(said("sv")).toBe("Ett av tre led från utfall till lång sikt har underlag. Två påståenden står utan.");
    expect(said("en")).toBe(
      "One of three links from outcomes to the long term has evidence. Two claims stand without.",
    );
  });
});
