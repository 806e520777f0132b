import { expect, test } from "vitest";
import { hideByCubes } from "../../electron/disclosure/cubes.ts";
import type { CountTable } from "../../electron/disclosure/margins.ts";
import { smallCells } from "../../electron/disclosure/primary.ts";
import { protectSystem, type State } from "../../electron/disclosure/protect.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { linkTables, type System } from "../../electron/disclosure/system.ts";
import { attack, type Published } from "./attacker.ts";
import { publish, randomTable } from "./tables.ts";

const solver = await loadSolver();
const tables = Number(process.env.SAMMANHANG_TABLES ?? 200);

/** The two ways of choosing what is hidden: for small tables, and for large ones. */
const ways = {
  "the fewest cells": (system: System, primary: Uint8Array, min: number): State[] =>
    protectSystem(solver, system, primary, min).states,
  "the cheapest cubes": (system: System, primary: Uint8Array, min: number): State[] => {
    const { hidden } = hideByCubes(system, primary, min);
    return Array.from(hidden, (each, cell) => (!each ? "shown" : primary[cell] ? "primary" : "secondary"));
  },
};

const secondary: Record<string, number> = {};

test.each(Object.entries(ways))(
  `a solving attacker recovers nothing from ${tables} random tables: %s`,
  { timeout: 7_200_000 },
  (name, choose) => {
    const recovered: string[] = [];
    secondary[name] = 0;
    for (let seed = 1; seed <= tables; seed++) {
      const random = randomTable(seed, 45);
      const system = linkTables(random.dimensions, [random.table]);
      const min = 3 + (seed % 4);
      const primary = smallCells(system, min);
      const states = choose(system, primary, min);
      const published = publish(random, system, states);
      expect(Array.from(primary.keys()).every((cell) => !primary[cell] || states[cell] === "primary")).toBe(true);
      recovered.push(...attackAll(published, states, system.values, min).map((cell) => `table ${seed}: ${cell}`));
      secondary[name] += states.filter((state) => state === "secondary").length;
    }
    expect(recovered).toEqual([]);
    expect(secondary[name]).toBeGreaterThan(tables);
  },
);

test(`nor from ${tables} pairs of tables that share a dimension and come from the same persons`, {
  timeout: 7_200_000,
}, () => {
  const recovered: string[] = [];
  for (let seed = 1; seed <= tables; seed++) {
    const { dimensions, table } = randomTable(seed, 45);
    const names = dimensions.map(({ name }) => name);
    if (names.length < 3) continue;
    const pairs = [names.slice(0, 2), [names[0]!, names[2]!]];
    const system = linkTables(
      dimensions.slice(0, 3),
      pairs.map((by) => ({ by, cells: marginOf(table, by) })),
    );
    const min = 3 + (seed % 4);
    const { states } = protectSystem(solver, system, smallCells(system, min), min);
    const published = publish({ dimensions: dimensions.slice(0, 3), table }, system, states);
    recovered.push(...attackAll(published, states, system.values, min).map((cell) => `tables ${seed}: ${cell}`));
  }
  expect(recovered).toEqual([]);
});

/** The counts of a table over some of its dimensions. */
function marginOf({ by, cells }: CountTable, kept: readonly string[]): CountTable["cells"] {
  const counts = new Map<string, number>();
  for (const { codes, count } of cells) {
    const key = JSON.stringify(kept.map((name) => codes[by.indexOf(name)]));
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return Array.from(counts, ([key, count]) => ({ codes: JSON.parse(key) as string[], count }));
}

test("cubes hide at most a third more than the fewest that suffice", () => {
  const [fewest, cubes] = Object.keys(ways).map((name) => secondary[name]!);
  console.log(`further cells hidden in ${tables} tables: ${fewest} at least, ${cubes} by cubes`);
  expect(cubes).toBeGreaterThanOrEqual(fewest!);
  expect(cubes! / fewest!).toBeLessThan(4 / 3);
});

/** The hidden cells that everybody, or someone who stands alone in a cell, can work out. */
function attackAll(published: Published, states: readonly State[], values: Float64Array, min: number): string[] {
  const { differs, close } = attack(published);
  const hidden = Array.from(states.keys()).filter((cell) => states[cell] !== "shown");
  const named = (cell: number, knower = ""): string => `${published.cells[cell]!.codes}${knower}`;
  const byAll = hidden
    .filter((cell) => !differs(cell, states[cell] === "primary" ? min : 1))
    .map((cell) => named(cell));
  const byOne = knowledge(published, values).flatMap((known) =>
    hidden
      .filter((cell) => states[cell] === "primary" && !known.has(cell) && !differs(cell, min, known))
      .map((cell) => named(cell, ` by ${[...known.keys()]}`)),
  );
  close();
  return [...byAll, ...byOne];
}

/** What each person who stands alone in an inner cell knows: that cell, and its margins in which nobody else is. */
function knowledge({ dimensions, cells }: Published, values: Float64Array): Map<number, number>[] {
  const isInner = (codes: readonly string[]): boolean =>
    codes.every((code, at) => dimensions[at]!.codes.includes(code));
  const contains = (margin: readonly string[], inner: readonly string[]): boolean =>
    margin.every((code, at) => [inner[at], dimensions[at]!.groups?.[inner[at]!], "*"].includes(code));
  const alone = cells.filter(({ codes }, cell) => values[cell] === 1 && isInner(codes));
  return alone.map(
    (inner) =>
      new Map(
        cells.flatMap(({ codes }, cell) => (values[cell] === 1 && contains(codes, inner.codes) ? [[cell, 1]] : [])),
      ),
  );
}
