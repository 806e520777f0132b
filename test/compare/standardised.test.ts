import { expect, it } from "vitest";
import type { Breakdown } from "../../electron/engine/indicator-definition.ts";
import type { FixtureRow } from "../fixtures/build.ts";
import { indicator, type Tables, workplace } from "../indicators/ask.ts";
import oracles from "../oracles/comparison.json" with { type: "json" };
import { agrees } from "./agrees.ts";
import { municipalities } from "./made.ts";

// Expected numbers are R's: epitools for the direct share, poisson.test for the indirect (test/oracles/comparison.R).

const strata = [
  { sex: "F", age_at_start: 17 },
  { sex: "F", age_at_start: 22 },
  { sex: "M", age_at_start: 17 },
  { sex: "M", age_at_start: 22 },
];

/** Persons who have left, by municipality and stratum. */
function mixed(k: number[][], n: number[][]): Tables {
  const people = n.flatMap((sizes, unit) =>
    sizes.flatMap((size, stratum) =>
      Array.from({ length: size }, (_, person) => ({ unit, stratum, person, counted: person < k[unit]![stratum]! })),
    ),
  );
  const key = (each: (typeof people)[number]) => `P${each.unit}-${each.stratum}-${each.person}`;
  return {
    participant: people.map((each) => ({ participant: key(each), sex_at_enrolment: strata[each.stratum]!.sex })),
    enrolment: people.map(
      (each): FixtureRow => ({
        participant: key(each),
        municipality: municipalities[each.unit]!,
        age_at_start: strata[each.stratum]!.age_at_start,
        started_on: each.stratum === 0 ? "2022-01-01" : "2021-01-01",
        ended_on: "2022-06-01",
        exit_reason: each.counted ? "work" : "other",
      }),
    ),
  };
}

async function standardised(tables: Tables, by: Breakdown[], definition: Record<string, unknown> = {}) {
  const place = await workplace(tables);
  try {
    return await place.ask(indicator(definition), {
      by: ["municipality"],
      comparison: { unit: "municipality", pairs: false, standardise: by },
    });
  } finally {
    await place.close();
  }
}

const [oracle] = oracles.standardised;

it("makes the mix of sex and age alike, directly and indirectly, as R", async () => {
  const rows = await standardised(mixed(oracle!.k, oracle!.n), ["sex", "age_band"]);
  agrees(rows, oracle!.columns, () => 1e-8);
  expect(rows.map((row) => row.strata)).toEqual([4, 4, 4, 4]);
  // Nobody of one stratum, so no direct figure; and it is said why.
  expect(rows[3]).toMatchObject({ strata_empty: 1, direct: null, moved: null });
});

it("has nothing to make alike where there is one stratum", async () => {
  const [row] = await standardised(mixed(oracle!.k, oracle!.n), ["education"]);
  expect(row).toMatchObject({ strata: 1, strata_empty: 0 });
  expect(row!.moved).toBeCloseTo(0, 12);
  expect(row!.direct).toBeCloseTo(Number(row!.estimate), 12);
});

it("stratifies by how long somebody has been in the programme", async () => {
  // Stratum 0 stayed five months, the others a year and five.
  const rows = await standardised(mixed(oracle!.k, oracle!.n), ["time_in_programme"]);
  expect(rows.map((row) => row.strata)).toEqual([2, 2, 2, 2]);
});

it("refuses what cannot be standardised, and says why", async () => {
  const tables = mixed([[1]], [[2]]);
  await expect(standardised(tables, ["sex"], { kind: "count", count: "persons" })).rejects.toThrow("is no share");
  await expect(standardised(tables, ["mode"])).rejects.toThrow("does not count answers");
  const five: Breakdown[] = ["sex", "age_band", "education", "disability", "foreign_born"];
  await expect(standardised(tables, five)).rejects.toThrow("at most 4");
});
