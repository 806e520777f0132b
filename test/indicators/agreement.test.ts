import { describe, expect, it } from "vitest";
import type { Denominator } from "../../electron/contract.ts";
import { type Breakdown, breakdowns } from "../../electron/engine/indicator-definition.ts";
import { indicator, programme, workplace } from "./ask.ts";
import { type NaiveRow, naive } from "./naive.ts";
import { days, dice, randomDefinition, randomPackage, seeded } from "./random.ts";

// How many pairs of a definition and a package. The whole proof is SAMMANHANG_PAIRS=10000.
const pairs = Number(process.env.SAMMANHANG_PAIRS ?? 400);
const firstSeed = Number(process.env.SAMMANHANG_SEED ?? 1);
const perPackage = 50;

const selections: Record<string, string[]>[] = [
  {},
  {},
  { municipality: ["1781"] },
  { sex: ["F", "U"] },
  { age_band: ["15-19", "U"], foreign_born: ["Y"] },
  { target_group: ["UVAS"], status_at_start: ["unemployed", "employed"] },
];

describe("the compiler and the naive evaluator", () => {
  for (let seed = firstSeed; seed < firstSeed + Math.ceil(pairs / perPackage); seed++) {
    it(`agree on package ${seed}`, async () => {
      const roll = dice(seeded(seed));
      const data = randomPackage(roll);
      const asked = programme();
      const place = await workplace({ ...data } as Parameters<typeof workplace>[0], {
        programme: asked,
        as_of: "2023-12-31",
      });
      try {
        for (let each = 0; each < perPackage; each++) {
          const other = randomDefinition(roll, "other", null);
          const raw = randomDefinition(roll, "case", "other");
          const by: Breakdown[] = roll.chance(0.4)
            ? []
            : roll.some(
                breakdowns.filter((column) => column !== "mode"),
                2,
              );
          const question = {
            by,
            denominator: raw.denominator!,
            cutoff: roll.one(days),
            selection: roll.one(selections),
          };
          const expected = naive(data, asked, raw, question, [other]);
          const answer = await place.ask(
            indicator({ ...raw }),
            { ...question, denominator: question.denominator as Denominator },
            [indicator({ ...other })],
          );
          const found = answer.map(({ n, k, unknown, ...rest }) => ({
            group: Object.fromEntries(by.map((column) => [column, rest[column]])),
            n,
            k,
            unknown,
          }));
          expect(sorted(found as NaiveRow[]), JSON.stringify({ seed, raw, question, other })).toEqual(sorted(expected));
        }
      } finally {
        await place.close();
      }
    });
  }
});

function sorted(rows: NaiveRow[]): NaiveRow[] {
  const key = ({ group }: NaiveRow) => JSON.stringify(Object.entries(group).sort());
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
