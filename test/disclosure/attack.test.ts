import { afterAll, describe, expect, test } from "vitest";
import { hideByCubes } from "../../electron/disclosure/cubes.ts";
import { smallCells } from "../../electron/disclosure/primary.ts";
import { protectSystem, type State } from "../../electron/disclosure/protect.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { linkTables, type System } from "../../electron/disclosure/system.ts";
import { attackAll, chunksOf, describeAttacks, startAttacks } from "./attack-all.ts";
import { publish, randomTable } from "./tables.ts";

const solver = await loadSolver();
const tables = Number(process.env.SAMMANHANG_TABLES ?? 200);

/** The two ways of choosing what is hidden: for small tables, and for large ones. */
const ways = [
  {
    name: "the fewest cells",
    tables,
    choose: (system: System, primary: Uint8Array, min: number): State[] =>
      protectSystem(solver, system, primary, min).states,
  },
  {
    name: "the cheapest cubes",
    // They take a tenth of the time.
    tables: Math.max(1000, tables),
    choose: (system: System, primary: Uint8Array, min: number): State[] => {
      const { hidden } = hideByCubes(system, primary, min);
      return Array.from(hidden, (each, cell) => (!each ? "shown" : primary[cell] ? "primary" : "secondary"));
    },
  },
];

describe.each(ways)("a solving attacker against $name", ({ name, tables, choose }) => {
  const attacked = startAttacks();

  test.each(chunksOf(tables))(
    "recovers nothing from random tables $first to $last",
    {
      timeout: 7_200_000,
    },
    ({ first, last }) => {
      for (let seed = first; seed <= last; seed++) {
        const random = randomTable(seed, [14, 24, 34, 45][seed % 4]!);
        const { dimensions, table } = random;
        const system = linkTables(dimensions, [table]);
        const min = [3, 4, 5, 6, 10][seed % 5]!;
        const states = choose(system, smallCells(system, min), min);
        expect(states).not.toContain("undecided");
        const published = publish(random, system, states);
        attackAll(attacked, published, { name: `table ${seed}`, states, values: system.values, min });
      }
      expect(attacked.recovered).toEqual([]);
    },
  );

  afterAll(() => {
    console.log(describeAttacks(name, attacked));
    expect(attacked.hidden).toBeGreaterThan(attacked.tables);
    expect(attacked.byOne).toBeGreaterThan(attacked.tables);
  });
});
