import { describe, expect, it } from "vitest";
import type { IndicatorQuestion } from "../../electron/engine/indicator-context.ts";
import { indicator, type Tables, workplace } from "../indicators/ask.ts";
import oracles from "../oracles/comparison.json" with { type: "json" };
import { expectClose } from "../stats/agreement.ts";
import { agrees } from "./agrees.ts";
import { leavers, mood, municipalities, respondents } from "./made.ts";

// Expected numbers are R's (test/oracles/comparison.R), compiled and counted here from made packages of persons. What R iterates to
// (the beta-binomial's maximum) agrees to what nlm reaches.

type Rows = Record<string, unknown>[];

async function compared(tables: Tables, definition: Record<string, unknown> = {}, pairs = false): Promise<Rows> {
  const place = await workplace(tables, { scales: [mood] });
  const question: Partial<IndicatorQuestion> = {
    by: ["municipality"],
    comparison: { unit: "municipality", pairs, standardise: [] },
  };
  try {
    return await place.ask(indicator(definition), question);
  } finally {
    await place.close();
  }
}

const fitted = (column: string) => (column.startsWith("shrunk") ? 1e-5 : 1e-9);

describe("shares", () => {
  for (const oracle of oracles.shares) {
    const { k, n, name } = oracle;

    it(`${name}: each unit against the programme and the rest of it, as R`, async () => {
      const rows = await compared(leavers(k, n));
      expect(rows.map((row) => row.municipality)).toEqual(municipalities.slice(0, n.length));
      expect(rows.map((row) => [row.k, row.n])).toEqual(k.map((each, at) => [each, n[at]]));
      agrees(rows, oracle.columns, fitted);
      expect(new Set(rows.map((row) => row.funnel_adjusted))).toEqual(new Set([oracle.adjusted]));
      expect(new Set(rows.map((row) => row.shrinkage))).toEqual(new Set([oracle.spread ? "shrunk" : "no_difference"]));
    });

    it(`${name}: each pair, as R`, async () => {
      const { a, b, ...columns } = oracle.pairs;
      const rows = await compared(leavers(k, n), {}, true);
      expect(rows.map((row) => [row.a, row.b])).toEqual(
        a.map((first, at) => [municipalities[first - 1], municipalities[b[at]! - 1]]),
      );
      agrees(rows, columns, fitted);
    });
  }

  it("says where a unit lies: within, outside 95 %, outside 99.8 %, or too few to say", async () => {
    // 60 of 120: at n = 20 the limits are 0.30 and 0.70 (95 %), 0.15 and 0.85 (99.8 %), as in funnelR's example by qbinom.
    const rows = await compared(leavers([10, 15, 18, 4, 13], [20, 20, 20, 9, 51]));
    expect(rows.map((row) => row.signal)).toEqual(["within", "outside_95", "outside_998", "too_few", "outside_998"]);
    expect(rows[3]).toMatchObject({ difference: null, p: null, p_adjusted: null, units_compared: 4 });
    expect(rows[3]!.funnel_lower_95).not.toBeNull();
  });

  it("has no shrunken value where every unit is all or nothing, nor for one unit by itself", async () => {
    const [all] = await compared(leavers([12, 0, 12], [12, 12, 12]));
    expect(all).toMatchObject({ shrinkage: "not_estimated", shrunk: null, shrunk_lower: null });
    const [alone] = await compared(leavers([5], [12]));
    expect(alone).toMatchObject({
      shrinkage: null,
      shrunk: null,
      difference: null,
      signal: "too_few",
      false_alarm: null,
    });
  });

  it("has no p where all are counted, and no row where nobody is", async () => {
    const [row] = await compared(leavers([12, 15], [12, 15]));
    expect(row).toMatchObject({ difference: 0, p: null, p_adjusted: null, shrinkage: "no_difference", shrunk: 1 });
    expect(await compared({})).toEqual([]);
    expect(await compared({}, {}, true)).toEqual([]);
  });
});

describe("means", () => {
  const mean = { kind: "mean", score: { scale: "mood", wave: "exit" } };
  const [oracle] = oracles.means;

  it("holds each unit against the rest, as R's t.test, and has no funnel", async () => {
    const rows = await compared(respondents(oracle!.values), mean);
    agrees(rows, oracle!.columns, () => 1e-9);
    expect(rows.map((row) => row.signal)).toEqual([null, null, "too_few", null, null]);
    expect(rows[0]).toMatchObject({ funnel_lower_95: null, shrunk: null, shrinkage: null, units_compared: 4 });
  });

  it("tells how the questionnaires were answered, for a form and an interview are not the same measurement", async () => {
    const modes = ["web", "interview"];
    const values = [
      [1, 2, 3],
      [4, 5],
      [6, 7],
    ];
    const tables = respondents(values, modes);
    for (const row of tables.response!.slice(5)) row.mode = "interview";
    const rows = await compared(tables, mean);
    expect(rows.map((row) => JSON.parse(String(row.modes)))).toEqual([
      [
        { mode: "web", n: 2 },
        { mode: "interview", n: 1 },
      ],
      [
        { mode: "interview", n: 1 },
        { mode: "web", n: 1 },
      ],
      [{ mode: "interview", n: 2 }],
    ]);
    // Web: 2/3 against 1/4 of the rest; 1/2 against 2/5; none against 3/5.
    expect(rows.map((row) => row.modes_unlike)).toEqual([true, false, true]);
  });

  it("compares every pair", async () => {
    const rows = await compared(respondents(oracle!.values), mean, true);
    expect(rows).toHaveLength(10);
    // Welch between the first two and nobody else: R's t.test(values[[1]], values[[2]]).
    const [pair] = oracle!.pairs;
    expectClose(rows[0]!.difference_lower as number, pair!.lower, 1e-9, "lower");
    expectClose(rows[0]!.p as number, pair!.p, 1e-9, "p");
  });
});

describe("numbers", () => {
  it("are counted and not compared", async () => {
    const rows = await compared(leavers([3, 4], [20, 30]), { kind: "count", count: "persons", denominator: "exited" });
    expect(rows.map((row) => row.k)).toEqual([20, 30]);
    for (const row of rows) {
      expect(row).toMatchObject({
        programme: null,
        funnel_lower_95: null,
        difference: null,
        signal: null,
        false_alarm: null,
      });
    }
    const [pair] = await compared(
      leavers([3, 4], [20, 30]),
      { kind: "count", count: "persons", denominator: "exited" },
      true,
    );
    expect(pair).toMatchObject({ k_a: 20, k_b: 30, difference: null, units_compared: 0 });
  });
});
