import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { protectTogether, type TogetherQuestion } from "../../electron/disclosure/protect-together.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { inOwnThread } from "../../electron/engine/protection.ts";
import { builtFolder } from "../../electron/start/built.ts";
import { ask, type Person } from "../disclosure/persons.ts";

// The thread that the built app decides in.
const protection = inOwnThread(join(builtFolder(), "main", "protection.js"));
afterAll(() => protection.close());

const persons: Person[] = Array.from({ length: 60 }, (_, at) => ({
  town: at < 25 ? "a" : "b",
  sex: at % 12 === 0 ? "x" : at % 2 === 0 ? "f" : "m",
}));
const figure = ask(persons, { measure: "m", by: ["town", "sex"], margins: true, base: () => true });
const question: TogetherQuestion = {
  figures: [figure],
  earlier: [],
  policy: { smallestCount: 5, smallestBase: 10, smallestMean: 10 },
};

test("a thread of its own decides the same", async () => {
  const here = protectTogether(await loadSolver(), question);
  expect(here.hidden.flat().some((row) => Object.keys(row).length > 0)).toBe(true);
  expect(await protection.decide(question)).toEqual(here);
});

test("meanwhile other work is done", async () => {
  let isDecided = false;
  const deciding = protection.decide(question).then(() => {
    isDecided = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isDecided).toBe(false);
  await deciding;
});

test("what goes wrong is said to who asked, and the next is answered", async () => {
  const wrong = { ...question, figures: [{ ...figure, marks: {} }] };
  await expect(protection.decide(wrong)).rejects.toThrow("no mark");
  expect((await protection.decide(question)).hidden).toHaveLength(1);
});

test("a thread that was ended is begun anew", async () => {
  const waiting = protection.decide(question);
  const ended = expect(waiting).rejects.toThrow("has ended");
  await protection.close();
  await ended;
  expect((await protection.decide(question)).hidden).toHaveLength(1);
});
