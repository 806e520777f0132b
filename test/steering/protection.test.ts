import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { protectTogether, type TogetherQuestion } from "../../electron/disclosure/protect-together.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { inOwnThread } from "../../electron/engine/protection.ts";
import { builtFolder } from "../../electron/start/built.ts";
import { ask, type Person } from "../disclosure/persons.ts";

// The thread that the built app decides in.
const built = join(builtFolder(), "main", "protection.js");
const protection = inOwnThread(built);
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

test("a thread that ended of itself is begun anew", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sammanhang-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [file, once] = [join(folder, "dies-once.mjs"), join(folder, "once")];
  await writeFile(
    file,
    `import { existsSync, writeFileSync } from "node:fs";
     if (existsSync(${JSON.stringify(once)})) await import(${JSON.stringify(pathToFileURL(built).href)});
     else { writeFileSync(${JSON.stringify(once)}, ""); process.exit(1); }`,
  );
  const dying = inOwnThread(file);
  await expect(dying.decide(question)).rejects.toThrow("has ended");
  expect((await dying.decide(question)).hidden).toHaveLength(1);
  await dying.close();
});

test("closed, it calls off what is being decided, and decides nothing more", async () => {
  const closing = inOwnThread(built);
  const waiting = expect(closing.decide(question)).rejects.toThrow("cancelled");
  await closing.close();
  await waiting;
  await expect(closing.decide(question)).rejects.toThrow("cancelled");
});
