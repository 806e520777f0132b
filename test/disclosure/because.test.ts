import { describe, expect, test } from "vitest";
import type { DisclosurePolicy } from "../../electron/disclosure/policy.ts";
import { protectTogether } from "../../electron/disclosure/protect-together.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import type { EarlierSet, TogetherResult, TracedFigure } from "../../electron/disclosure/traced.ts";
import { ask, many, type Person, type Question } from "./persons.ts";

// Which earlier answers a cell would unmask somebody with.
const solver = await loadSolver();
const policy: DisclosurePolicy = { smallestCount: 5, smallestBase: 10, smallestMean: 10 };
const plain: Question = { measure: "", by: [], margins: false, base: () => true };

/** What was shown, answer by answer, as the ledger numbers it. */
function show(answers: readonly (readonly TracedFigure[])[]): EarlierSet[] {
  const earlier: EarlierSet[] = [];
  for (const [number, figures] of answers.entries()) {
    const { sets } = protectTogether(solver, { figures, earlier, policy });
    for (const set of sets) {
      const meansFrom = Object.fromEntries(Object.keys(set.means ?? {}).map((measure) => [measure, [number]]));
      earlier.push({ ...set, from: [number], meansFrom });
    }
  }
  return earlier;
}

function look(figures: TracedFigure[], earlier: readonly EarlierSet[]): TogetherResult {
  return protectTogether(solver, { figures, earlier, policy, explainMs: 2000 });
}

// Two towns whose persons differ in what the irrelevant figures count.
const persons: Person[] = [
  ...many(38, { town: "a", sex: "M", job: "yes" }),
  ...many(3, { town: "a", sex: "F", job: "yes" }),
  ...many(25, { town: "b", sex: "M", job: "no" }),
  ...many(31, { town: "b", sex: "F", job: "no" }),
  ...many(40, { town: "c", sex: "F", job: "no" }),
];
const of = (holds: Question["base"]): TracedFigure => ask(persons, { ...plain, base: holds });

describe("one earlier answer", () => {
  const irrelevant = [of(({ town }) => town === "b"), of(({ town }) => town === "c"), of(({ job }) => job === "no")];
  const town = of((person) => person.town === "a");
  const men = of((person) => person.town === "a" && person.sex === "M");

  test("all of a town, and then its men: only the answer with the town is named", () => {
    const earlier = show([[irrelevant[0]!], [irrelevant[1]!], [town], [irrelevant[2]!]]);
    const { hidden, because } = look([men], earlier);
    expect(hidden).toEqual([[{ n: "earlier" }]]);
    expect(because).toEqual([
      [
        {
          n: {
            kind: "unmasks",
            together: [2],
            withOthers: false,
            toOne: false,
            told: { kind: "left" },
            bounds: { low: 3, high: 3 },
          },
        },
      ],
    ]);
  });

  test("without being asked why, nothing is looked for", () => {
    const { because } = protectTogether(solver, { figures: [men], earlier: show([[town]]), policy });
    expect(because).toBeUndefined();
  });

  test("what was hidden in an earlier answer is told of as that", () => {
    const parts = ask(persons, { ...plain, by: ["sex"], base: (person) => person.town === "a" });
    const earlier = show([[irrelevant[0]!], [town, parts]]);
    const { hidden, because } = look([men], earlier);
    expect(hidden).toEqual([[{ n: "earlier" }]]);
    expect(because![0]![0]!.n).toMatchObject({ kind: "unmasks", together: [1], told: { kind: "before", from: [1] } });
  });

  test("no time to look: it is said that nothing was found, and nothing is guessed", () => {
    const earlier = show([[town]]);
    const { because } = protectTogether(solver, { figures: [men], earlier, policy, explainMs: 1e-6 });
    expect(because![0]![0]!.n).toEqual({ kind: "undecided" });
  });

  test("the mean of 41 of 49, whose eight others have too few for a mean", () => {
    const enrolled: Person[] = [...many(41, { entered: 1 }), ...many(8, { entered: 2 }), ...many(20, { entered: 9 })];
    const mean = (measure: string, last: number): TracedFigure =>
      ask(enrolled, { ...plain, measure, mean: true, base: ({ entered }) => Number(entered) <= last });
    const earlier = show([[mean("age", 1)], [mean("hours", 9)], [mean("hours", 1)]]);
    const { hidden, because } = look([mean("hours", 2)], earlier);
    expect(hidden).toEqual([[{ mean: "earlier" }]]);
    expect(because![0]![0]!.mean).toMatchObject({ kind: "unmasks", together: [2], withOthers: false });
    expect(because![0]![0]!.mean).not.toHaveProperty("bounds");
  });

  test("a mean whose count is hidden goes with its count", () => {
    const mean = (base: Question["base"]): TracedFigure => ask(persons, { ...plain, mean: true, base });
    const most = mean(({ town, sex }) => town === "a" && sex === "M");
    const { because } = look([most], show([[irrelevant[1]!], [mean(({ town }) => town === "a")]]));
    expect(because![0]![0]!.mean).toMatchObject({ kind: "unmasks", together: [1], bounds: { low: 3, high: 3 } });
    expect(because![0]![0]!.mean).toEqual(because![0]![0]!.n);
  });
});

describe("several earlier answers together", () => {
  const population: Person[] = [
    ...many(30, { sex: "F", born: "here" }),
    ...many(32, { sex: "M", born: "here" }),
    ...many(1, { sex: "F", born: "elsewhere" }),
    ...many(1, { sex: "M", born: "elsewhere" }),
  ];
  const ofAll = (base: Question["base"]): TracedFigure => ask(population, { ...plain, base });
  const all = ofAll(() => true);
  const part = (sex: string): TracedFigure => ofAll((person) => person.sex === sex && person.born === "here");

  test("64 in all, 30 and 32 in two disjoint parts: both that were shown are named", () => {
    const { because } = look([part("M")], show([[all], [part("F")]]));
    expect(because![0]![0]!.n).toMatchObject({
      kind: "unmasks",
      together: [0, 1],
      withOthers: false,
      bounds: { low: 2, high: 2 },
    });
  });

  test("another cell of the same page in place of one of them", () => {
    const { hidden, because } = look([part("F"), part("M")], show([[all]]));
    expect(hidden.flat(2)).toEqual([{}, { n: "earlier" }]);
    expect(because![1]![0]!.n).toMatchObject({ kind: "unmasks", together: [0], withOthers: true });
  });
});
