import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { audit } from "../../electron/disclosure/audit.ts";
import { cellKey, type NoiseTable, perturb } from "../../electron/disclosure/cell-key.ts";
import { keyOf } from "../../electron/disclosure/lattice.ts";
import { smallCells } from "../../electron/disclosure/primary.ts";
import { protectSystem } from "../../electron/disclosure/protect.ts";
import { roundToBase } from "../../electron/disclosure/rounding.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { linkTables, type System } from "../../electron/disclosure/system.ts";
import { attack } from "./attacker.ts";

const solver = await loadSolver();
const oracle = JSON.parse(readFileSync("test/oracles/oracles.json", "utf8")).sdc_attack as {
  rows: string[];
  cols: string[];
  cells: number[][];
  suppressed: string[];
  extra: string;
  wb_bounds: [number, number];
  wb_bounds_after: [number, number];
};

const dimensions = [
  { name: "row", codes: oracle.rows },
  { name: "column", codes: oracle.cols },
];
const cells = oracle.rows.flatMap((row, r) =>
  oracle.cols.map((column, c) => ({ codes: [row, column], count: oracle.cells[r]![c]! })),
);
const system = linkTables(dimensions, [{ by: ["row", "column"], cells }]);

function nameOf({ lattice, places }: System, cell: number): string {
  const { row = "*", column = "*" } = keyOf(lattice, places[cell]!);
  return row + column;
}

function pattern(names: readonly string[]): Uint8Array {
  return Uint8Array.from(system.values, (_, cell) => (names.includes(nameOf(system, cell)) ? 1 : 0));
}

/** By the product's audit and by the test's own attacker: name → [low, high]. */
function intervals(names: readonly string[]): Record<string, [number, number]> {
  const hidden = pattern(names);
  const { bounds, close } = attack({
    dimensions,
    cells: Array.from(hidden, (each, cell) => {
      const { row = "*", column = "*" } = keyOf(system.lattice, system.places[cell]!);
      return { codes: [row, column], count: each ? null : system.values[cell]! };
    }),
  });
  const audited = audit(solver, system, hidden);
  const answer: Record<string, [number, number]> = {};
  for (const [cell, { low, high, exact }] of audited) {
    expect(exact).toBe(true);
    expect(bounds(cell)).toEqual([low, high]);
    answer[nameOf(system, cell)] = [low, high];
  }
  close();
  return answer;
}

describe("a published pattern with two hidden cells in each line that gives one of them away", () => {
  test("the 47 follows exactly, and the others' intervals are as published", () => {
    expect(intervals(oracle.suppressed)).toEqual({
      wa: [25, 94],
      wb: [47, 47],
      wc: [0, 69],
      xa: [26, 95],
      xc: [0, 69],
      yb: [0, 185],
      yd: [0, 185],
      zb: [906, 1091],
      zd: [585, 770],
    });
  });

  test("one more hidden cell opens it to [0, 78]", () => {
    expect(intervals([...oracle.suppressed, oracle.extra]).wb).toEqual([0, 78]);
    expect(intervals([...oracle.suppressed, "xb"]).wb).toEqual([0, 141]);
  });

  test.each([6, 31, 50, 90])("protected with a smallest count of %i, no interval is narrower", (min) => {
    const primary = smallCells(system, min);
    const { states } = protectSystem(solver, system, primary, min);
    const names = states.flatMap((state, cell) => (state === "shown" ? [] : [nameOf(system, cell)]));
    const found = intervals(names);
    for (const [cell, state] of states.entries()) {
      const [low, high] = found[nameOf(system, cell)] ?? [0, min];
      expect(high - low).toBeGreaterThanOrEqual(state === "primary" ? min : 1);
    }
    expect(names.length).toBeGreaterThan(3);
  });
});

describe("the handbook's linked tables", () => {
  test("what is left when 21 of 22 are told is one person, and is hidden in both tables", () => {
    const dimensions = [
      { name: "works", codes: ["here", "elsewhere"] },
      { name: "sex", codes: ["male", "female"] },
    ];
    const living = linkTables(dimensions, [
      {
        by: ["works", "sex"],
        cells: [
          { codes: ["here", "male"], count: 21 },
          { codes: ["here", "female"], count: 1 },
          { codes: ["elsewhere", "male"], count: 58 },
          { codes: ["elsewhere", "female"], count: 5 },
        ],
      },
      {
        by: ["works"],
        cells: [
          { codes: ["here"], count: 22 },
          { codes: ["elsewhere"], count: 63 },
        ],
      },
    ]);
    const { states } = protectSystem(solver, living, smallCells(living, 5), 5);
    const hidden = Uint8Array.from(states, (state) => (state === "shown" ? 0 : 1));
    const one = Array.from(living.values).indexOf(1);
    expect(hidden[one]).toBe(1);
    const { low, high } = audit(solver, living, hidden).get(one)!;
    expect(high - low).toBeGreaterThanOrEqual(5);
  });

  test("a cell has one state in all tables that show it; tables that disagree are refused", () => {
    const town = { name: "town", codes: ["A", "B", "C"] };
    const sex = { name: "sex", codes: ["F", "M"] };
    const age = { name: "age", codes: ["young", "old"] };
    const bySex = [3, 20, 30].flatMap((count, at) => [
      { codes: [town.codes[at]!, "F"], count },
      { codes: [town.codes[at]!, "M"], count: 40 - count },
    ]);
    const byAge = [12, 14, 18].flatMap((count, at) => [
      { codes: [town.codes[at]!, "young"], count },
      { codes: [town.codes[at]!, "old"], count: 40 - count },
    ]);
    const linked = linkTables(
      [town, sex, age],
      [
        { by: ["town", "sex"], cells: bySex },
        { by: ["town", "age"], cells: byAge },
      ],
    );
    // 12 cells each, of which the 3 towns and the whole are the same.
    expect(linked.values.length).toBe(12 + 12 - 4);
    const { states } = protectSystem(solver, linked, smallCells(linked, 5), 5);
    expect(states.filter((state) => state !== "shown").length).toBe(4);
    const wrong = byAge.map((cell) => ({ ...cell, count: cell.count + 1 }));
    expect(() =>
      linkTables(
        [town, sex, age],
        [
          { by: ["town", "sex"], cells: bySex },
          { by: ["town", "age"], cells: wrong },
        ],
      ),
    ).toThrow(/disagree/);
  });
});

describe("rounding and noise", () => {
  test("the handbook's counts to the nearest 5", () => {
    const counts = [1, 3, 6, 12, 16, 20, 23, 39];
    expect(counts.map((count) => roundToBase(count))).toEqual([0, 5, 5, 10, 15, 20, 25, 40]);
  });

  test("the handbook's noise: keys 0.9, 0.3 and 0.6 make 3 a 4", () => {
    const handbook: NoiseTable = [
      [
        { upTo: 0.5, noise: -1 },
        { upTo: 1, noise: 1 },
      ],
      [
        { upTo: 0.8, noise: 0 },
        { upTo: 1, noise: 1 },
      ],
      [
        { upTo: 0.3, noise: -1 },
        { upTo: 0.7, noise: 0 },
        { upTo: 1, noise: 1 },
      ],
    ];
    const key = cellKey([0.9, 0.3, 0.6]);
    expect(key).toBeCloseTo(0.8);
    expect(perturb(3, key, handbook)).toBe(4);
  });

  test("our noise is nought on average, keeps zero, and never shows 1 or 2", () => {
    const keys = Array.from({ length: 30_000 }, (_, at) => (at + 0.5) / 30_000);
    for (const count of [1, 2, 3, 4, 5, 17, 400]) {
      const shown = keys.map((key) => perturb(count, key));
      expect(shown.reduce((total, each) => total + each, 0) / keys.length).toBeCloseTo(count, 3);
      expect(shown.some((each) => each < 0 || each === 1 || each === 2)).toBe(false);
    }
    expect(perturb(0, 0.99)).toBe(0);
    expect(perturb(4, 1)).toBeNaN();
  });
});
