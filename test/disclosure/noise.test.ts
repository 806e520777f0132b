import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { perturb } from "../../electron/disclosure/cell-key.ts";
import type { Mark } from "../../electron/disclosure/traced.ts";
import { keysOfMarks } from "../../electron/engine/cell-keys.ts";
import { createRandom } from "../../electron/synth/random.ts";
import { markOf } from "./persons.ts";

// Noise as it is drawn from sets of persons, held against the table in the README, which people are told of.

/** Share of cells by count and noise, as the README's table says it. */
function readmeTable(): Map<number, Map<number, number>> {
  const text = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const lines = text.slice(text.indexOf("| count | −3 |")).split("\n");
  const noises = lines[0]!
    .split("|")
    .slice(2, -1)
    .map((cell) => Number(cell.replace("−", "-")));
  const rows = lines.slice(2, 7).map((line) => line.split("|").slice(1, -1));
  const share = (cell: string) => {
    const [over, under = "1"] = cell.trim().split("/");
    return Number(over) / Number(under);
  };
  return new Map(
    rows.map(([count, ...cells]) => [
      Number.parseInt(count!, 10),
      new Map(cells.flatMap((cell, at) => (cell.trim() === "" ? [] : [[noises[at]!, share(cell)]]))),
    ]),
  );
}

const PARTS = 1024;
const random = createRandom(20_261_122, "noise");
const keyOf = keysOfMarks("a secret of the test");

/** A set of so many persons, each in a part of their own choice. */
function someSet(persons: number): Mark {
  return markOf(
    Array.from({ length: persons }, () => Math.floor(random() * PARTS)),
    PARTS,
  );
}

const table = readmeTable();
const CELLS = 20_000;

describe.each([1, 2, 3, 4, 5, 40])("of sets of %i persons", (count) => {
  const noises = Array.from({ length: CELLS }, () => perturb(count, keyOf(someSet(count))) - count);
  const expected = table.get(Math.min(count, 5))!;

  test("each noise is drawn as often as the README says, within four standard errors", () => {
    for (const noise of [-3, -2, -1, 0, 1, 2, 3]) {
      const share = expected.get(noise) ?? 0;
      const drawn = noises.filter((each) => each === noise).length / CELLS;
      expect(Math.abs(drawn - share), `${noise}: ${drawn} against ${share}`).toBeLessThanOrEqual(
        4 * standardError(share, count),
      );
    }
  });

  test("the mean is about nought: within four standard errors, at most 0.18", () => {
    const mean = noises.reduce((sum, each) => sum + each, 0) / CELLS;
    const variance = [...expected].reduce((sum, [noise, share]) => sum + noise * noise * share, 0);
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(variance / distinct(count)));
  });

  test("1 and 2 are never shown", () => {
    expect(noises.filter((noise) => [1, 2].includes(count + noise))).toEqual([]);
  });
});

/** Of one person there are no more keys than parts, so that is how many draws there are. */
function distinct(count: number): number {
  return count === 1 ? PARTS : CELLS;
}

function standardError(share: number, count: number): number {
  return Math.sqrt((share * (1 - share)) / distinct(count));
}

test("the key is the set's: neither the order of persons nor the figure is any part of it, and the secret is", () => {
  const set = someSet(12);
  expect(keyOf(set)).toBe(keysOfMarks("a secret of the test")({ ...set }));
  expect(keyOf(set)).not.toBe(keysOfMarks("another secret")(set));
});
