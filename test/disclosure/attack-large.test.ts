import { afterAll, expect, test } from "vitest";
import { smallCells } from "../../electron/disclosure/primary.ts";
import { protectSystem } from "../../electron/disclosure/protect.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { linkTables } from "../../electron/disclosure/system.ts";
import { attackAll, chunksOf, describeAttacks, startAttacks } from "./attack-all.ts";
import { attack } from "./attacker.ts";
import { publish, randomTable, unevenTable } from "./tables.ts";

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

const municipalities = tables > 100 ? 290 : 60;

test(`nor any hidden cell of ${municipalities} municipalities × sex × 5 states from what everybody knows`, {
  timeout: 7_200_000,
}, () => {
  const random = unevenTable([municipalities, 2, 5], 100 * municipalities);
  const system = linkTables(random.dimensions, [random.table]);
  const { states } = protectSystem(solver, system, smallCells(system, 5), 5);
  const { differs, close } = attack(publish(random, system, states));
  const hidden = Array.from(states.keys()).filter((cell) => states[cell] !== "shown");
  const recovered = hidden.filter((cell) => !differs(cell, states[cell] === "secondary" ? 1 : 5));
  close();
  console.log(`${states.length} cells, ${hidden.length} hidden, ${recovered.length} recovered`);
  expect(recovered).toEqual([]);
  expect(hidden.length).toBeGreaterThan(municipalities);
});

afterAll(() => {
  console.log(describeAttacks("large tables", attacked));
  expect(attacked.cells).toBeGreaterThanOrEqual(100 * attacked.tables);
});
