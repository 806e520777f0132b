import { it } from "vitest";
import { USUAL_WORK } from "../../electron/disclosure/patience.ts";
import { smallCells } from "../../electron/disclosure/primary.ts";
import { protectSystem } from "../../electron/disclosure/protect.ts";
import { protectTogether } from "../../electron/disclosure/protect-together.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import { linkTables } from "../../electron/disclosure/system.ts";
import type { EarlierSet, TracedFigure } from "../../electron/disclosure/traced.ts";
import { ask, type Person } from "../disclosure/persons.ts";
import { createRandom, unevenTable } from "../disclosure/tables.ts";
import { inSeconds, report } from "./measure.ts";

const smallest = 5;

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
  const { dimensions, table } = unevenTable(lengths, persons);
  const before = process.cpuUsage();
  const start = performance.now();
  const system = linkTables(dimensions, [table]);
  const primary = smallCells(system, smallest);
  const { states } = protectSystem(solver, system, primary, smallest);
  const seconds = (performance.now() - start) / 1000;
  const { user, system: kernel } = process.cpuUsage(before);
  const number = (state: string): number => states.filter((each) => each === state).length;
  const outcome = `${states.length} cells, ${number("primary")} too small, ${number("secondary")} more hidden`;
  report(
    `protected and proven: ${what}, all margins (${outcome})`,
    `**${inSeconds(seconds)}**, ${inSeconds((user + kernel) / 1e6)} of processor time`,
    aim,
  );
});

/** As many as a programme of some municipalities has. */
function programme(size: number): Person[] {
  const random = createRandom(7);
  const pick = <T>(from: readonly T[], skew: number): T => from[Math.floor(random() ** skew * from.length)]!;
  return Array.from({ length: size }, () => ({
    town: pick(["a", "b", "c", "d", "e", "f"], 1.5),
    sex: pick(["F", "M"], 1),
    age: pick(["30-44", "20-29", "45-59", "60-"], 1.3),
    inflow: pick(["service", "benefit", "school", "other"], 1.6),
    reason: pick(["work", "study", "moved", "ill", "other"], 1.4),
    out: pick(["yes", "no"], 1.3),
  }));
}

function page(persons: readonly Person[], holds: (person: Person) => boolean): TracedFigure[] {
  const everyone = [[], ["sex"], ["town"], ["age"], ["inflow"], ["town", "sex"], ["age", "sex"]];
  const exited = [[], ["reason"], ["town"], ["sex", "reason"], ["age"]];
  const counts = { work: ({ reason, out }: Person) => out === "yes" && reason === "work" };
  const figure = (by: string[], base: (person: Person) => boolean): TracedFigure =>
    ask(persons, { measure: "", by, margins: true, base: (person) => base(person) && holds(person), counts });
  return [
    ...everyone.map((by) => figure(by, () => true)),
    ...exited.map((by) => figure(by, ({ out }) => out === "yes")),
  ];
}

it("protects a page together with what was shown before", async () => {
  const solver = await loadSolver();
  const persons = programme(300);
  const policy = { smallestCount: smallest, smallestBase: 10, smallestMean: 10 };
  const earlier: EarlierSet[] = [];
  for (const asked of [page(persons, () => true), page(persons, ({ sex }) => sex === "F")]) {
    const start = performance.now();
    const { hidden, sets } = protectTogether(solver, { figures: asked, earlier, policy, work: 4 * USUAL_WORK });
    const seconds = (performance.now() - start) / 1000;
    const cells = asked.reduce((sum, { rows }) => sum + 2 * rows.length, 0);
    const small = sets.filter(({ count, groups }) => groups && count < smallest).length;
    const gone = sets.filter(({ shown, groups }) => groups && !shown).length;
    const undecided = hidden.flat().filter((row) => Object.values(row).includes("undecided")).length;
    const outcome = `${cells} cells, ${small} too small, ${gone} hidden, ${undecided} rows undecided`;
    report(
      `protected and proven: a page of ${asked.length} figures, ${earlier.length} sets before (${outcome})`,
      `**${inSeconds(seconds)}**`,
      "≤ 1 s",
    );
    earlier.push(...sets);
  }
});
