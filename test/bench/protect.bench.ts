import { it } from "vitest";
import { smallCells } from "../../electron/disclosure/primary.ts";
import { protectSystem } from "../../electron/disclosure/protect.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { linkTables } from "../../electron/disclosure/system.ts";
import { createRandom } from "../disclosure/tables.ts";
import { inSeconds, report } from "./measure.ts";

const smallest = 5;

/** Municipalities differ in size as Sweden's do: few are large, and most of their cells are small. */
function counts(lengths: readonly number[], persons: number): { codes: string[]; count: number }[] {
  const random = createRandom(1);
  const weights = lengths.map((length) => Array.from({ length }, (_, at) => random() ** 2 + 1 / (at + 2)));
  const sums = weights.map((each) => each.reduce((total, weight) => total + weight, 0));
  return lengths
    .reduce<number[][]>(
      (rows, length) => rows.flatMap((row) => Array.from({ length }, (_, code) => [...row, code])),
      [[]],
    )
    .map((codes) => {
      const expected = codes.reduce((share, code, at) => (share * weights[at]![code]!) / sums[at]!, persons);
      return { codes: codes.map(String), count: Math.floor(expected - Math.log(1 - random()) * Math.sqrt(expected)) };
    });
}

it.each([
  { what: "290 municipalities × sex × 5 states", lengths: [290, 2, 5], persons: 30_000, aim: "≤ 2 s" },
  {
    what: "290 municipalities × sex × 5 states × 3 age bands",
    lengths: [290, 2, 5, 3],
    persons: 30_000,
    aim: "≤ 15 s",
  },
])("protects $what", async ({ what, lengths, persons, aim }) => {
  const solver = await loadSolver();
  const dimensions = lengths.map((length, at) => ({
    name: String(at),
    codes: Array.from({ length }, (_, code) => String(code)),
  }));
  const start = performance.now();
  const system = linkTables(dimensions, [{ by: dimensions.map(({ name }) => name), cells: counts(lengths, persons) }]);
  const primary = smallCells(system, smallest);
  const { states } = protectSystem(solver, system, primary, smallest);
  const seconds = (performance.now() - start) / 1000;
  const number = (state: string): number => states.filter((each) => each === state).length;
  const outcome = `${states.length} cells, ${number("primary")} too small, ${number("secondary")} more hidden`;
  report(`protected and proven: ${what}, all margins (${outcome})`, `**${inSeconds(seconds)}**`, aim);
});
