import { afterAll, expect, test } from "vitest";
import type { CountTable } from "../../electron/disclosure/margins.ts";
import { smallCells } from "../../electron/disclosure/primary.ts";
import { protectSystem } from "../../electron/disclosure/protect.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { linkTables } from "../../electron/disclosure/system.ts";
import { attackAll, chunksOf, describeAttacks, startAttacks } from "./attack-all.ts";
import { publish, randomTable } from "./tables.ts";

const solver = await loadSolver();
const attacked = startAttacks();

test.each(chunksOf(Number(process.env.SAMMANHANG_TABLES ?? 200)))(
  "a solving attacker recovers nothing from pairs of tables of the same persons that share a dimension, $first to $last",
  { timeout: 7_200_000 },
  ({ first, last }) => {
    for (let seed = first; seed <= last; seed++) {
      const random = randomTable(seed, 34);
      if (random.dimensions.length < 3) continue;
      const dimensions = random.dimensions.slice(0, 3);
      const [shared, one, other] = dimensions.map(({ name }) => name) as [string, string, string];
      const tables = [
        [shared, one],
        [shared, other],
      ].map((by) => ({ by, cells: marginOf(random.table, by) }));
      const system = linkTables(dimensions, tables);
      const min = [3, 4, 5, 6, 10][seed % 5]!;
      const { states } = protectSystem(solver, system, smallCells(system, min), min);
      expect(states).not.toContain("undecided");
      const published = publish({ dimensions, table: random.table }, system, states);
      attackAll(attacked, published, { name: `pair ${seed}`, states, values: system.values, min });
    }
    expect(attacked.recovered).toEqual([]);
  },
);

afterAll(() => {
  console.log(describeAttacks("pairs", attacked));
  expect(attacked.hidden).toBeGreaterThan(attacked.tables);
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
