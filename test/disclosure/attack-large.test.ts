import { afterAll, expect, test } from "vitest";
import { smallCells } from "../../electron/disclosure/primary.ts";
import { protectSystem } from "../../electron/disclosure/protect.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { linkTables } from "../../electron/disclosure/system.ts";
import { attackAll, chunksOf, describeAttacks, startAttacks } from "./attack-all.ts";
import { publish, randomTable } from "./tables.ts";

const solver = await loadSolver();
const attacked = startAttacks();

// Too large for the fewest cells to be searched for; each takes the attacker as long as forty small ones.
const tables = Math.ceil(Number(process.env.SAMMANHANG_TABLES ?? 200) / 40);

test.each(chunksOf(tables, 100))(
  "a solving attacker recovers nothing from tables of 150 to 500 cells, $first to $last",
  { timeout: 7_200_000 },
  ({ first, last }) => {
    for (let seed = first; seed <= last; seed++) {
      const random = randomTable(seed, 500);
      const system = linkTables(random.dimensions, [random.table]);
      const min = [3, 4, 5, 6, 10][seed % 5]!;
      const { states } = protectSystem(solver, system, smallCells(system, min), min);
      expect(states).not.toContain("undecided");
      const published = publish(random, system, states);
      attackAll(attacked, published, { name: `large table ${seed}`, states, values: system.values, min });
    }
    expect(attacked.recovered).toEqual([]);
  },
);

afterAll(() => {
  console.log(describeAttacks("large tables", attacked));
  expect(attacked.cells).toBeGreaterThan(100 * attacked.tables);
});
