import { expect, test } from "vitest";
import { smallCells } from "../../electron/disclosure/primary.ts";
import { protectSystem } from "../../electron/disclosure/protect.ts";
import { linkTables } from "../../electron/disclosure/system.ts";
import { attack } from "./attacker.ts";
import { publish, randomTable } from "./tables.ts";

const tables = Number(process.env.SAMMANHANG_TABLES ?? 300);

test(`a solving attacker recovers nothing from ${tables} random tables`, { timeout: 3_600_000 }, () => {
  const recovered: string[] = [];
  let hidden = 0;
  for (let seed = 1; seed <= tables; seed++) {
    const random = randomTable(seed);
    const system = linkTables(random.dimensions, [random.table]);
    const min = 3 + (seed % 4);
    const primary = smallCells(system, min);
    const { states } = protectSystem(system, primary, min);
    const published = publish(random, system, states);
    expect(states).not.toContain("undecided");
    expect(Array.from(primary.keys()).every((cell) => !primary[cell] || published.cells[cell]!.count === null)).toBe(
      true,
    );
    const { differs, close } = attack(published);
    states.forEach((state, cell) => {
      if (state === "shown") return;
      hidden++;
      if (!differs(cell, state === "primary" ? min : 1))
        recovered.push(`table ${seed}: ${published.cells[cell]!.codes}`);
    });
    close();
  }
  expect(recovered).toEqual([]);
  expect(hidden).toBeGreaterThan(tables);
});
