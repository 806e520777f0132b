import { expect, test } from "vitest";
import { smallCells } from "../../electron/disclosure/primary.ts";
import { protectSystem } from "../../electron/disclosure/protect.ts";
import { protectTogether } from "../../electron/disclosure/protect-together.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { linkTables } from "../../electron/disclosure/system.ts";
import { ask, many } from "./persons.ts";
import { randomTable } from "./tables.ts";

const solver = await loadSolver();

test("of single tables with all margins, hardly more is hidden than the fewest cells that suffice", () => {
  const hidden = { fewest: 0, together: 0, shown: 0, tables: 0 };
  for (let seed = 1; seed <= 60; seed++) {
    const { dimensions, table } = randomTable(seed, 30);
    // Groups above codes are no columns of a figure.
    if (dimensions.some(({ parents }) => parents)) continue;
    const persons = table.cells.flatMap(({ codes, count }) =>
      many(count, Object.fromEntries(codes.map((code, at) => [table.by[at]!, code]))),
    );
    if (persons.length === 0) continue;
    const system = linkTables(dimensions, [table]);
    const { states } = protectSystem(solver, system, smallCells(system, 5), 5);
    const base = (): boolean => true;
    const figure = ask(persons, { measure: "", by: table.by, margins: true, base });
    const policy = { smallestCount: 5, smallestBase: 10, smallestMean: 10 };
    const result = protectTogether(solver, { figures: [figure], earlier: [], policy });
    hidden.tables += 1;
    hidden.fewest += states.filter((state, cell) => state !== "shown" && system.values[cell]! > 0).length;
    hidden.together += result.hidden[0]!.filter((row) => "n" in row).length;
    hidden.shown += result.hidden[0]!.filter((row) => !("n" in row)).length;
  }
  console.log("cells hidden, at least and by us:", hidden);
  expect(hidden.together / hidden.fewest).toBeLessThan(1.15);
  expect(hidden.shown).toBeGreaterThan(0);
});

test("where nothing is small nothing is hidden, however the figures overlap", () => {
  const persons = ["F", "M"].flatMap((sex) =>
    ["a", "b", "c"].flatMap((town) => ["work", "other"].flatMap((reason) => many(12, { sex, town, reason }))),
  );
  const question = { measure: "", by: ["sex"], margins: true, base: () => true };
  const counts = { k: ({ reason }: Record<string, unknown>) => reason === "work" };
  const figures = [["sex"], ["town"], ["sex", "town"], ["reason"], ["town", "reason"]].map((by) =>
    ask(persons, { ...question, by, counts: by.includes("reason") ? {} : counts }),
  );
  const policy = { smallestCount: 5, smallestBase: 10, smallestMean: 10 };
  const first = protectTogether(solver, { figures, earlier: [], policy });
  expect(first.hidden.flat().flatMap((row) => Object.keys(row))).toEqual([]);
  const again = protectTogether(solver, { figures, earlier: first.sets, policy });
  expect(again.hidden.flat().flatMap((row) => Object.keys(row))).toEqual([]);
});
