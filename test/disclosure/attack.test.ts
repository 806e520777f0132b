import { expect, test } from "vitest";
import { smallCells } from "../../electron/disclosure/primary.ts";
import { protectSystem } from "../../electron/disclosure/protect.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { linkTables } from "../../electron/disclosure/system.ts";
import { attack, type Published } from "./attacker.ts";
import { publish, randomTable } from "./tables.ts";

const solver = await loadSolver();
const tables = Number(process.env.SAMMANHANG_TABLES ?? 250);

test(`a solving attacker recovers nothing from ${tables} random tables`, { timeout: 3_600_000 }, () => {
  const recovered: string[] = [];
  let hidden = 0;
  for (let seed = 1; seed <= tables; seed++) {
    const random = randomTable(seed, 45);
    const system = linkTables(random.dimensions, [random.table]);
    const min = 3 + (seed % 4);
    const primary = smallCells(system, min);
    const { states } = protectSystem(solver, system, primary, min);
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
    for (const known of knowledge(published, system.values)) {
      states.forEach((state, cell) => {
        if (state !== "primary" || known.has(cell) || differs(cell, min, known)) return;
        recovered.push(`table ${seed}: ${published.cells[cell]!.codes} by ${[...known.keys()]}`);
      });
    }
    close();
  }
  expect(recovered).toEqual([]);
  expect(hidden).toBeGreaterThan(tables);
});

/** What each person who stands alone in an inner cell knows: that cell, and its margins in which nobody else is. */
function knowledge({ dimensions, cells }: Published, values: Float64Array): Map<number, number>[] {
  const isInner = (codes: readonly string[]): boolean =>
    codes.every((code, at) => dimensions[at]!.codes.includes(code));
  const contains = (margin: readonly string[], inner: readonly string[]): boolean =>
    margin.every((code, at) => [inner[at], dimensions[at]!.groups?.[inner[at]!], "*"].includes(code));
  const alone = cells.filter(({ codes }, cell) => values[cell] === 1 && isInner(codes));
  return alone.map(
    (inner) =>
      new Map(
        cells.flatMap(({ codes }, cell) => (values[cell] === 1 && contains(codes, inner.codes) ? [[cell, 1]] : [])),
      ),
  );
}
