import { expect, onTestFinished, test, vi } from "vitest";
import { createPatience } from "../../electron/disclosure/patience.ts";
import { protectTogether, type TogetherQuestion } from "../../electron/disclosure/protect-together.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { ask, many } from "./persons.ts";

const solver = await loadSolver();
const persons = [3, 14, 9, 2, 21, 17].flatMap((size, at) => [
  ...many(size, { town: String(at), sex: "F" }),
  ...many(4 * size, { town: String(at), sex: "M" }),
]);
const question: TogetherQuestion = {
  figures: [ask(persons, { measure: "", by: ["town", "sex"], margins: true, base: () => true })],
  earlier: [],
  policy: { smallestCount: 5, smallestBase: 10, smallestMean: 10 },
};

test("a slow machine shows the same: work is counted, not time", () => {
  const expected = protectTogether(solver, question).hidden;
  expect(expected.flat().some((row) => "n" in row)).toBe(true);
  expect(expected.flat().some((row) => !("n" in row))).toBe(true);

  // Each look at the clock finds it a third of a second later: all in all long after the fifteen seconds of a fast machine.
  let now = performance.now();
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 300));
  onTestFinished(() => clock.mockRestore());
  expect(protectTogether(solver, question).hidden).toEqual(expected);
  expect(clock.mock.calls.length * 300).toBeGreaterThan(20_000);
});

test("with little patience more is hidden, and said to be undecided", () => {
  const shown = (work: number) =>
    protectTogether(solver, { ...question, work })
      .hidden.flat()
      .filter((row) => !("n" in row));
  expect(shown(0).length).toBeLessThan(shown(1_000_000).length);
  const reasons = protectTogether(solver, { ...question, work: 0 })
    .hidden.flat()
    .map(({ n }) => n);
  expect(reasons).toContain("undecided");
});

test("what is spent of a part is spent of the whole, and a part ends before it", () => {
  const whole = createPatience(100);
  const part = whole.part(0.25, 1000);
  part.spend(24);
  expect([part.isOver(), whole.isOver()]).toEqual([false, false]);
  whole.spend(1);
  expect([part.isOver(), whole.isOver()]).toEqual([true, false]);
  part.spend(75);
  expect(whole.isOver()).toBe(true);
  expect(createPatience(100).part(1, 10).isOver()).toBe(false);
});
