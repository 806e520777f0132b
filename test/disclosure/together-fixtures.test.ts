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

test("a small group that only four figures tell together, none of which has another in it", () => {
  const persons: Person[] = [
    ...many(21, { kind: "a" }),
    ...many(22, { kind: "b" }),
    ...many(23, { kind: "c" }),
    ...many(24, { kind: "d" }),
    ...many(2, { kind: "e" }),
  ];
  const of = (...kinds: string[]): TracedFigure =>
    ask(persons, { ...plain, base: ({ kind }) => kinds.includes(String(kind)) });
  // a + d = (a + b) + (c + d) − (b + c), so that the fourth tells e.
  const chain = [of("a", "b"), of("b", "c"), of("c", "d"), of("a", "d", "e")];
  expect(namesOf(protect(chain.slice(0, 3))).flat(2)).toEqual([]);
  expect(namesOf(protect(chain)).flat(2)).toEqual(["n"]);
  const earlier: EarlierSet[] = [];
  const answers = chain.map((figure) => {
    const result = protect([figure], earlier);
    earlier.push(...result.sets);
    return result.hidden[0]![0]!;
  });
  expect(answers).toEqual([{}, {}, {}, { n: "earlier" }]);
});

describe("a small group that figures tell only together", () => {
  /** What is hidden of figures that are asked for one after the other. */
  const inTurn = (figures: TracedFigure[], before: readonly EarlierSet[] = []): Readonly<Record<string, string>>[] => {
    const earlier: EarlierSet[] = [...before];
    return figures.map((figure) => {
      const result = protect([figure], earlier);
      earlier.push(...result.sets);
      return result.hidden[0]![0]!;
    });
  };

  test("by halves: of three groups each two are shown, which tells twice the small one", () => {
    const persons = [...many(30, { kind: "a" }), ...many(25, { kind: "b" }), ...many(2, { kind: "c" })];
    const of = (...kinds: string[]): TracedFigure =>
      ask(persons, { ...plain, base: ({ kind }) => kinds.includes(String(kind)) });
    const pairs = [of("a", "c"), of("b", "c"), of("a", "b")];
    expect(namesOf(protect(pairs)).flat(2)).toEqual(["n"]);
    expect(inTurn(pairs)).toEqual([{}, {}, { n: "earlier" }]);
    expect(inTurn([of("c"), ...pairs])).toEqual([{ n: "primary" }, {}, {}, { n: "earlier" }]);
  });

  test("two persons whom another figure tells apart, though not by themselves", () => {
    const persons = [
      ...many(21, { kind: "a" }),
      ...many(22, { kind: "b" }),
      ...many(23, { kind: "c" }),
      ...many(24, { kind: "d" }),
      ...many(1, { kind: "e" }),
      ...many(1, { kind: "f" }),
      ...many(31, { kind: "g" }),
    ];
    const of = (...kinds: string[]): TracedFigure =>
      ask(persons, { ...plain, base: ({ kind }) => kinds.includes(String(kind)) });
    const chain = [of("e", "g"), of("a", "b"), of("b", "c"), of("c", "d"), of("a", "d", "e", "f")];
    expect(namesOf(protect(chain)).flat(2)).toEqual(["n"]);
    expect(inTurn(chain)).toEqual([{}, {}, {}, {}, { n: "earlier" }]);
  });
});

describe("figures of the field", () => {
  test("late enrolments: all by the second day less all by the first is not told", () => {
    const persons: Person[] = [...many(61, { entered: 1 }), ...many(3, { entered: 2 })];
    const by = (day: number): TracedFigure => ask(persons, { ...plain, base: ({ entered }) => Number(entered) <= day });
    const first = protect([by(1)]);
    expect(first.hidden).toEqual([[{}]]);
    expect(protect([by(2)], first.sets).hidden).toEqual([[{ n: "earlier" }]]);
    expect(protect([by(2)]).hidden).toEqual([[{}]]);
    expect(namesOf(protect([by(1), by(2)])).flat(2)).toEqual(["n"]);
  });

  test("six municipalities, and then five of them", () => {
    const sizes = { a: 20, b: 14, c: 9, d: 12, e: 31, f: 4 };
    const persons = Object.entries(sizes).flatMap(([town, size]) => many(size, { town }));
    const six = protect([ask(persons, plain)]);
    expect(six.hidden).toEqual([[{}]]);
    const five = ask(persons, { ...plain, base: ({ town }) => town !== "f" });
    expect(protect([five], six.sets).hidden).toEqual([[{ n: "earlier" }]]);
  });

  test("work or study, and then work: the studies that are left are not told", () => {
    const persons = [
      ...many(20, { reason: "work" }),
      ...many(3, { reason: "study" }),
      ...many(40, { reason: "other" }),
    ];
    const either = ask(persons, { ...plain, counts: { k: ({ reason }) => reason !== "other" } });
    const work = ask(persons, { ...plain, counts: { k: ({ reason }) => reason === "work" } });
    const first = protect([either]);
    expect(namesOf(first)).toEqual([[[]]]);
    expect(namesOf(protect([work], first.sets))).toEqual([[["k", "k_share"]]]);
  });

  test("the handbook's older and newer areas: of 52 and 50, 55 and 54, 130 and 128 what is between is not told", () => {
    // Areas whose borders were moved (Handbook on statistical disclosure control 5.2): two lists of persons in each.
    const areas = { a: [50, 2, 54, 1], b: [128, 2, 140, 0], c: [39, 0, 49, 0] };
    const persons = Object.entries(areas).flatMap(([area, [one = 0, oneMore = 0, other = 0, otherMore = 0]]) => [
      ...many(one, { area, list: "one", newer: 1 }),
      ...many(oneMore, { area, list: "one", newer: 0 }),
      ...many(other, { area, list: "other", newer: 1 }),
      ...many(otherMore, { area, list: "other", newer: 0 }),
    ]);
    const figure = (list: string, onlyNewer: boolean): TracedFigure =>
      ask(persons, {
        ...plain,
        by: ["area"],
        base: (person) => person.list === list && (!onlyNewer || person.newer === 1),
      });
    const first = protect([figure("one", false), figure("other", false)]);
    expect(namesOf(first).flat(2)).toEqual([]);
    const second = protect([figure("one", true), figure("other", true)], first.sets);
    expect(second.hidden).toEqual([
      [{ n: "earlier" }, { n: "earlier" }, {}],
      [{ n: "earlier" }, {}, {}],
    ]);
  });

  test("21 of 22 are men: the woman is told by neither figure", () => {
    const persons = [
      ...many(21, { sex: "M", works: "here" }),
      ...many(1, { sex: "F", works: "here" }),
      ...many(37, { sex: "M", works: "there" }),
      ...many(26, { sex: "F", works: "there" }),
    ];
    const here = ask(persons, { ...plain, by: ["works"] });
    const men = ask(persons, { ...plain, by: ["works"], base: ({ sex }) => sex === "M" });
    const hidden = namesOf(protect([here, men]));
    expect(hidden.flat(2).length).toBeGreaterThan(0);
    expect(hidden[0]![0]!.length + hidden[1]![0]!.length).toBeGreaterThan(0);
  });

  test("women in a town, by what all, women and the town leave: nobody else is told", () => {
    const persons = [
      ...many(20, { sex: "F", town: "a" }),
      ...many(28, { sex: "M", town: "a" }),
      ...many(14, { sex: "F", town: "b" }),
      ...many(2, { sex: "M", town: "b" }),
    ];
    const bases: Question["base"][] = [
      everyone,
      ({ sex }) => sex === "F",
      ({ town }) => town === "a",
      ({ sex, town }) => sex === "F" && town === "a",
    ];
    const figures = bases.map((base) => ask(persons, { ...plain, base }));
    expect(namesOf(protect(figures)).flat(2).length).toBeGreaterThan(0);
    expect(namesOf(protect(figures.slice(0, 3))).flat(2)).toEqual([]);
  });

  test("a small town's row: the total beside the others does not give it, nor does the share", () => {
    // Exits per municipality as drawn in a mock-up that hid the town of 10 but printed 175 in all and 57 %: 8 of its 10 left for work.
    const towns: [string, number, number][] = [
      ["Kristinehamn", 38, 24],
      ["Karlstad", 52, 27],
      ["Filipstad", 21, 9],
      ["Hagfors", 30, 19],
      ["Sunne", 24, 13],
      ["Kil", 10, 8],
    ];
    const persons = towns.flatMap(([town, n, k]) => [
      ...many(k, { town, reason: "work" }),
      ...many(n - k, { town, reason: "other" }),
    ]);
    const figure = ask(persons, {
      ...plain,
      by: ["town"],
      margins: true,
      counts: { k: ({ reason }) => reason === "work" },
    });
    const [rows] = namesOf(protect([figure]));
    const at = (town: string | null): string[] => rows![figure.rows.findIndex((row) => row.town === town)]!;
    expect(at("Kil")).toContain("k_share");
    // Its two others can be told only by a second town's, or the total's, being hidden.
    expect(rows!.filter((hidden) => hidden.includes("k") || hidden.includes("n")).length).toBeGreaterThan(1);
  });
});

describe("shares", () => {
  const shares = (counts: [string, number, number][], margins: boolean, more: Partial<DisclosurePolicy> = {}) => {
    const persons = counts.flatMap(([town, n, k]) => [
      ...many(k, { town, out: "yes" }),
      ...many(n - k, { town, out: "no" }),
    ]);
    const figure = ask(persons, { ...plain, by: ["town"], margins, counts: { k: ({ out }) => out === "yes" } });
    const { hidden } = protectTogether(solver, { figures: [figure], earlier: [], policy: { ...policy, ...more } });
    return new Map(figure.rows.map(({ town }, row) => [town, Object.keys(hidden[0]![row]!)]));
  };

  test("nothing is hidden where nothing is small", () => {
    const rows = shares(
      [
        ["A", 40, 20],
        ["B", 50, 30],
      ],
      true,
    );
    expect([...rows.values()].flat()).toEqual([]);
  });

  test("a small count takes its share with it; without totals nothing else", () => {
    const rows = shares(
      [
        ["A", 40, 2],
        ["B", 50, 30],
      ],
      false,
    );
    expect(rows.get("A")).toEqual(["k", "k_share"]);
    expect(rows.get("B")).toEqual([]);
  });

  test("what is left of the base is a count too", () => {
    const rows = shares(
      [
        ["A", 40, 38],
        ["B", 50, 30],
      ],
      false,
    );
    expect(rows.get("A")).toContain("k_share");
    expect(rows.get("A")!.includes("k") || rows.get("A")!.includes("n")).toBe(true);
  });

  test("with a total, a second row is hidden", () => {
    const rows = shares(
      [
        ["A", 40, 2],
        ["B", 50, 30],
        ["C", 60, 30],
      ],
      true,
    );
    expect([...rows.values()].filter((hidden) => hidden.includes("k_share")).length).toBe(2);
  });

  test("of a base below the smallest base no share is told; none of it is told as it is", () => {
    const rows = shares(
      [
        ["A", 9, 0],
        ["B", 50, 30],
      ],
      false,
    );
    expect(rows.get("A")).toEqual(["k_share"]);
    expect(
      shares(
        [
          ["A", 9, 5],
          ["B", 50, 30],
        ],
        false,
      ).get("A"),
    ).toEqual(expect.arrayContaining(["k", "k_share"]));
  });

  test("all of a group in one state is hidden where the policy says so, else shown", () => {
    const counts: [string, number, number][] = [
      ["A", 12, 12],
      ["B", 50, 30],
    ];
    expect(shares(counts, false).get("A")).toEqual([]);
    const hidden = shares(counts, false, { hideUniform: true });
    expect(hidden.get("A")).toEqual(expect.arrayContaining(["k", "k_share"]));
  });
});

describe("means", () => {
  const means = (sizes: Record<string, number>, margins: boolean) => {
    const persons = Object.entries(sizes).flatMap(([town, size]) => many(size, { town }));
    return ask(persons, { ...plain, by: ["town"], margins, mean: true });
  };

  test("the mean of few is hidden though its n is shown, and with the total another one's", () => {
    expect(namesOf(protect([means({ A: 7, B: 20, C: 30 }, false)]))[0]).toEqual([["mean"], [], []]);
    const rows = namesOf(protect([means({ A: 7, B: 20, C: 30 }, true)]))[0]!;
    expect(rows.filter((hidden) => hidden.includes("mean")).length).toBe(2);
    expect(rows.some((hidden) => hidden.includes("n"))).toBe(false);
  });

  test("a mean whose n is hidden is hidden", () => {
    const rows = namesOf(protect([means({ A: 3, B: 20, C: 30 }, true)]))[0]!;
    expect(rows.some((hidden) => hidden.includes("n"))).toBe(true);
    for (const hidden of rows) if (hidden.includes("n")) expect(hidden).toContain("mean");
  });

  test("nor is a mean told by those of two days: only of the same measure, and only the later one is hidden", () => {
    const persons: Person[] = [...many(41, { entered: 1 }), ...many(8, { entered: 2 })];
    const by = (day: number, measure: string): TracedFigure =>
      ask(persons, { ...plain, measure, mean: true, base: ({ entered }) => Number(entered) <= day });
    const first = protect([by(1, "hours")]);
    expect(protect([by(2, "hours")], first.sets).hidden).toEqual([[{ mean: "earlier" }]]);
    expect(protect([by(2, "age")], first.sets).hidden).toEqual([[{}]]);
  });

  test("figures of other questions whose means are of the same values are one system with them", () => {
    // 5 answered anonymously, so the mean of all, of the paired and of the others gives theirs.
    const persons: Person[] = [...many(95, { pair: "yes" }), ...many(84, { pair: "no" }), ...many(5, { pair: "none" })];
    const score = { of: ["scale", "soc13"], columns: [] };
    const asked = (of: TracedFigure["means"]): TracedFigure[] => [
      { ...ask(persons, { ...plain, measure: "score", mean: true }), ...(of && { means: of }) },
      { ...ask(persons, { ...plain, measure: "pairing", mean: true, by: ["pair"] }), ...(of && { means: of }) },
    ];
    const meansOf = (figures: TracedFigure[]) =>
      namesOf(protect(figures))
        .flat()
        .filter((row) => row.includes("mean"));
    expect(meansOf(asked(undefined)).length).toBe(1);
    expect(meansOf(asked(score)).length).toBe(2);
  });

  test("the mean of a part of the base is of that part: hidden where it is few, and where another part's gives few away", () => {
    const assisted = (persons: readonly Person[]): TracedFigure => {
      const figure = ask(persons, { ...plain, counts: { k: ({ helped }) => helped === "yes" } });
      const columns = [...figure.columns, { name: "k_mean", role: "mean", of: { count: "k", base: "n" } } as const];
      return { ...figure, columns, rows: figure.rows.map((row) => ({ ...row, k_mean: 4.2 })) };
    };
    const town = (helped: number, sex: string) => [
      ...many(helped, { sex, helped: "yes" }),
      ...many(60, { sex, helped: "no" }),
    ];
    expect(namesOf(protect([assisted(town(9, "F"))]))).toEqual([[["k_mean"]]]);
    expect(namesOf(protect([assisted(town(10, "F"))]))).toEqual([[[]]]);
    const women = assisted(town(35, "F"));
    const all = assisted([...town(35, "F"), ...town(6, "M")]);
    expect(namesOf(protect([women]))).toEqual([[[]]]);
    expect(namesOf(protect([all], protect([women]).sets))).toEqual([[["k_mean"]]]);
  });
});

describe("marks", () => {
  test("fewer parts than persons hide more, never less than is small", () => {
    const persons = [...many(3, { town: "A" }), ...many(30, { town: "B" }), ...many(31, { town: "C" })];
    const question: Question = { ...plain, by: ["town"], margins: true };
    for (const parts of [1, 2, 8, 64, 1024]) {
      const figure = ask(persons, question, parts);
      const rows = namesOf(protect([figure]))[0]!;
      expect(rows[figure.rows.findIndex(({ town }) => town === "A")]).toContain("n");
    }
  });

  test("marks of different length are compared in as many parts as the shorter has", () => {
    const persons = many(20, { town: "A" });
    const first = protect([ask(persons, plain, 64)]);
    const again = protect([ask(persons, plain, 16)], first.sets);
    expect(again.sets.length).toBe(1);
  });

  test("a mark that does not add up to its count is refused", () => {
    const figure = ask(many(20, {}), plain);
    const rows = [{ ...figure.rows[0], n: 21 }];
    expect(() => protect([{ ...figure, rows }])).toThrow(/adds up to 20/);
  });
});
