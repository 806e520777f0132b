import { describe, expect, it } from "vitest";
import type { Denominator } from "../../electron/contract.ts";
import { type Breakdown, breakdowns } from "../../electron/engine/indicator-definition.ts";
import { indicator, programme, type Tables, workplace } from "./ask.ts";
import { key, mood } from "./mood.ts";
import { type NaiveEstimate, naiveOther } from "./naive-surveys.ts";
import { days, dice, randomDefinition, randomPackage, seeded } from "./random.ts";
import { randomOther, withSurveys } from "./random-surveys.ts";

// As in agreement.test.ts, of what is no enrolment.
const pairs = Number(process.env.SAMMANHANG_PAIRS ?? 400) / 2;
const firstSeed = Number(process.env.SAMMANHANG_SEED ?? 1);
const perPackage = 50;

const selections: Record<string, string[]>[] = [
  {},
  {},
  { municipality: ["1781"] },
  { sex: ["F", "U"] },
  { age_band: ["U"] },
];

describe("the compiler and the naive evaluator, on questionnaires, contacts, hours and milestones", () => {
  for (let seed = firstSeed; seed < firstSeed + Math.ceil(pairs / perPackage); seed++) {
    it(`agree on package ${seed}`, async () => {
      const roll = dice(seeded(seed * 7919));
      const data = withSurveys(randomPackage(roll), roll);
      const asked = programme();
      const options = { programme: asked, as_of: "2023-12-31", scales: [mood] };
      const place = await workplace({ ...data } as unknown as Tables, options);
      try {
        for (let each = 0; each < perPackage; each++) {
          const other = randomDefinition(roll, "other", null);
          const raw = randomOther(roll);
          const answers =
            ["respondents", "pairs"].includes(raw.denominator!) || raw.count === "contacts" || raw.kind === "milestone";
          const columns = answers ? breakdowns : breakdowns.filter((column) => column !== "mode");
          const by: Breakdown[] = roll.chance(0.4) ? [] : roll.some(columns, 2);
          const question = {
            by,
            denominator: raw.denominator!,
            cutoff: roll.one(days),
            selection: roll.one(selections),
          };
          const expected = naiveOther(data, asked, raw, question, key, [other]);
          const found = await place.ask(
            indicator({ ...raw }),
            { ...question, denominator: question.denominator as Denominator },
            [indicator({ ...other })],
          );
          const rows = found.map(({ n, k, unknown, estimate, ...rest }) => ({
            group: Object.fromEntries(by.map((column) => [column, rest[column]])),
            n,
            k: k ?? 0,
            unknown,
            estimate,
          }));
          const spot = JSON.stringify({ seed, raw, question, other });
          expect(sorted(rows as NaiveEstimate[]), spot).toEqual(sorted(expected));
        }
      } finally {
        await place.close();
      }
    });
  }
});

/** By group, and with the last digits off: sums of fractions come in another order. */
function sorted(rows: NaiveEstimate[]): unknown[] {
  const order = ({ group }: NaiveEstimate) => JSON.stringify(Object.entries(group).sort());
  return [...rows]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((row) => ({ ...row, estimate: row.estimate === null ? null : Number(row.estimate.toFixed(9)) + 0 }));
}
