import { describe, expect, test } from "vitest";
import type { DisclosurePolicy } from "../../electron/disclosure/policy.ts";
import { protectTogether } from "../../electron/disclosure/protect-together.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import type { EarlierSet, TogetherResult, TracedFigure } from "../../electron/disclosure/traced.ts";
import { ask, many, type Person, type Question } from "./persons.ts";

const solver = await loadSolver();
const policy: DisclosurePolicy = { smallestCount: 5, smallestBase: 10, smallestMean: 10 };
const everyone = (): boolean => true;
const plain: Question = { measure: "", by: [], margins: false, base: everyone };

function protect(figures: TracedFigure[], earlier: readonly EarlierSet[] = []): TogetherResult {
  return protectTogether(solver, { figures, earlier, policy });
}

const namesOf = (result: TogetherResult): string[][][] =>
  result.hidden.map((rows) => rows.map((row) => Object.keys(row)));

describe("counts that give a small one away when they are taken from each other", () => {
  const persons: Person[] = [
    ...many(30, { sex: "F", born: "here" }),
    ...many(32, { sex: "M", born: "here" }),
    ...many(1, { sex: "F", born: "elsewhere" }),
    ...many(1, { sex: "M", born: "elsewhere" }),
  ];
  const all = ask(persons, plain);
  const part = (sex: string): TracedFigure =>
    ask(persons, { ...plain, base: (person) => person.sex === sex && person.born === "here" });

  test("64 in all, 30 and 32 in two parts: the two that are left are not told", () => {
    expect(namesOf(protect([all, part("F")]))).toEqual([[[]], [[]]]);
    const hidden = namesOf(protect([all, part("F"), part("M")])).flat(2);
    expect(hidden).toEqual(["n"]);
  });

  test("nor when they are asked for one after the other; the third is hidden because of the two before", () => {
    const orders = [
      [all, part("F"), part("M")],
      [part("M"), all, part("F")],
      [part("F"), part("M"), all],
    ];
    for (const order of orders) {
      const earlier: EarlierSet[] = [];
      const answers = order.map((figure) => {
        const result = protect([figure], earlier);
        earlier.push(...result.sets);
        return result.hidden[0]![0]!;
      });
      expect(answers).toEqual([{}, {}, { n: "earlier" }]);
    }
  });
});
