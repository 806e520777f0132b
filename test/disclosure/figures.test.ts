import { describe, expect, test } from "vitest";
import type { Figure, FigureColumn } from "../../electron/disclosure/figure.ts";
import type { DisclosurePolicy } from "../../electron/disclosure/policy.ts";
import { protectFigures } from "../../electron/disclosure/protect-figures.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";

const solver = await loadSolver();
const policy: DisclosurePolicy = { smallestCount: 5, smallestBase: 10, smallestMean: 10 };

const shareColumns: FigureColumn[] = [
  { name: "town", role: "by" },
  { name: "n", role: "base" },
  { name: "k", role: "count" },
  { name: "share", role: "share", of: { count: "k", base: "n" } },
  { name: "lower", role: "interval" },
  { name: "attained" },
];

function shares(counts: [string | null, number, number][], population = "exited"): Figure {
  const rows = counts.map(([town, n, k]) => ({ town, n, k, share: k / n, lower: 0, attained: "no" }));
  return { population, columns: shareColumns, rows };
}

const protect = (figures: Figure[], more: Partial<DisclosurePolicy> = {}): string[][][] =>
  protectFigures(solver, { figures, policy: { ...policy, ...more } });

describe("shares", () => {
  test("nothing is hidden where all is large", () => {
    expect(
      protect([
        shares([
          ["A", 40, 20],
          ["B", 50, 30],
          [null, 90, 50],
        ]),
      ]),
    ).toEqual([[[], [], []]]);
  });

  test("a small count takes its share, interval and verdict with it; without totals nothing else", () => {
    expect(
      protect([
        shares([
          ["A", 40, 2],
          ["B", 50, 30],
        ]),
      ]),
    ).toEqual([[["k", "share", "lower", "attained"], []]]);
  });

  test("what is left of the base is a count too", () => {
    const [rows] = protect([
      shares([
        ["A", 40, 38],
        ["B", 50, 30],
      ]),
    ]);
    expect(rows![0]).toEqual(expect.arrayContaining(["share", "lower", "attained"]));
    expect(rows![0]!.includes("k") || rows![0]!.includes("n")).toBe(true);
  });

  test("with a total, a second row is hidden", () => {
    const [rows] = protect([
      shares([
        ["A", 40, 2],
        ["B", 50, 30],
        ["C", 60, 30],
        [null, 150, 62],
      ]),
    ]);
    expect(rows!.filter((hidden) => hidden.includes("share")).length).toBe(2);
    expect(rows![3]).toEqual([]);
  });

  test("a base below the smallest base hides the share and what it follows from", () => {
    const [rows] = protect([
      shares([
        ["A", 9, 0],
        ["B", 50, 30],
      ]),
    ]);
    expect(rows![0]).toEqual(["k", "share", "lower", "attained"]);
  });

  test("all of a group in a sensitive state is hidden, else shown", () => {
    const figures = [
      shares([
        ["A", 12, 12],
        ["B", 50, 30],
      ]),
    ];
    expect(protect(figures)[0]![0]).toEqual([]);
    expect(protect(figures, { sensitive: ["k"] })[0]![0]).toContain("share");
  });
});

test("a group of one in a sensitive state is hidden, and protecting it ends", () => {
  const figures = [
    shares([
      ["A", 1, 0],
      ["B", 1, 1],
      ["C", 60, 30],
      ["D", 1, 0],
      [null, 63, 31],
    ]),
  ];
  const [rows] = protect(figures, { sensitive: ["k"] });
  for (const at of [0, 1, 3]) expect(rows![at]).toEqual(expect.arrayContaining(["n", "k", "share"]));
});

describe("figures that are shown together", () => {
  const bySex = (counts: [string | null, number][]): Figure => ({
    population: "exited",
    columns: [
      { name: "sex", role: "by" },
      { name: "n", role: "base" },
    ],
    rows: counts.map(([sex, n]) => ({ sex, n })),
  });

  test("the total of one figure protects the other, and gives it away else", () => {
    const towns = shares([
      ["A", 3, 0],
      ["B", 50, 30],
      ["C", 60, 30],
    ]);
    expect(protect([towns])[0]!.filter((hidden) => hidden.includes("n")).length).toBe(1);
    const together = protect([
      towns,
      bySex([
        ["F", 53],
        ["M", 60],
        [null, 113],
      ]),
    ]);
    expect(together[0]!.filter((hidden) => hidden.includes("n")).length).toBe(2);
    expect(together[1]).toEqual([[], [], []]);
  });

  test("another population has nothing to do with it", () => {
    const towns = shares([
      ["A", 3, 0],
      ["B", 50, 30],
    ]);
    const others = { ...bySex([[null, 53]]), population: "enrolled" };
    expect(protect([towns, others])[0]!.filter((hidden) => hidden.includes("n")).length).toBe(1);
  });

  test("one town's own figure is linked to that of all towns", () => {
    const towns = shares([
      ["A", 40, 20],
      ["B", 50, 30],
      [null, 90, 50],
    ]);
    const inA: Figure = {
      ...bySex([
        ["F", 2],
        ["M", 38],
        [null, 40],
      ]),
      fixed: { town: "A" },
    };
    const [all, one] = protect([towns, inA]);
    expect(one!.filter((hidden) => hidden.includes("n")).length).toBeGreaterThan(1);
    expect(all!.length).toBe(3);
  });
});

describe("means", () => {
  const means = (counts: [string | null, number][]): Figure => ({
    population: "answered",
    columns: [
      { name: "town", role: "by" },
      { name: "n", role: "base" },
      { name: "score", role: "mean" },
      { name: "lower", role: "interval" },
    ],
    rows: counts.map(([town, n]) => ({ town, n, score: 4.2, lower: 4 })),
  });

  test("the mean of few is hidden though its n is shown, and with the total another one's", () => {
    expect(
      protect([
        means([
          ["A", 7],
          ["B", 20],
          ["C", 30],
        ]),
      ])[0],
    ).toEqual([["score", "lower"], [], []]);
    const [rows] = protect([
      means([
        ["A", 7],
        ["B", 20],
        ["C", 30],
        [null, 57],
      ]),
    ]);
    expect(rows!.map((hidden) => hidden.includes("score"))).toEqual([true, true, false, false]);
    expect(rows!.some((hidden) => hidden.includes("n"))).toBe(false);
  });

  test("a mean whose n is hidden is hidden", () => {
    const [rows] = protect([
      means([
        ["A", 3],
        ["B", 20],
        ["C", 30],
        [null, 53],
      ]),
    ]);
    for (const hidden of rows!) if (hidden.includes("n")) expect(hidden).toContain("score");
  });
});

test("rows that overlap are protected one by one", () => {
  // Persons who were in two towns: the towns make more than the total.
  const [rows] = protect([
    shares([
      ["A", 40, 2],
      ["B", 50, 30],
      [null, 80, 31],
    ]),
  ]);
  expect(rows).toEqual([["k", "share", "lower", "attained"], [], []]);
});
