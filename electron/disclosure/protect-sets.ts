import { unprovenCells } from "./check.ts";
import { type HidingPlan, hideByMoves } from "./hide-by-moves.ts";
import type { PersonSet } from "./person-set.ts";
import { createPopulation, type Population } from "./population.ts";
import type { State } from "./protect.ts";
import type { Solver } from "./solver.ts";

/**
 * Which sets are hidden, so that no primary one can be told within less than `width`, and no hidden one exactly. `forced` are
 * hidden besides. `revealed` are told whatever is hidden, by the rows that are there. What is not proven by `deadline` hides all that is asked for of the same persons.
 */
export function protectSets(
  solver: Solver,
  sets: readonly PersonSet[],
  { width, deadline, forced = [] }: { width: number; deadline: number; forced?: readonly number[] },
): { states: State[]; revealed: number[] } {
  const revealed: number[] = [];
  const states = sets.map((): State => "shown");
  const toHide = Uint8Array.from(sets, ({ asked, earlier, primary }) =>
    earlier === "hidden" || (earlier !== "shown" && (primary || !asked)) ? 1 : 0,
  );
  for (const set of forced) if (sets[set]!.earlier !== "shown") toHide[set] = 1;
  for (const component of connected(sets)) {
    if (!component.some((set) => toHide[set])) continue;
    const own = component.map((set) => sets[set]!);
    const start = Uint8Array.from(component, (set) => toHide[set]!);
    const found = hideProven(solver, own, start, { width, deadline, reveal: (at) => revealed.push(component[at]!) });
    const isTold = found ? found.map((each) => 1 - each) : toldBefore(solver, own, deadline);
    const isProven = found !== undefined;
    component.forEach((set, at) => {
      const { primary, earlier } = sets[set]!;
      if (earlier === "shown" || (isTold[at] && !(primary || toHide[set]))) return;
      states[set] = primary ? "primary" : isProven || toHide[set] ? "secondary" : "undecided";
    });
  }
  return { states, revealed };
}

interface Limits {
  width: number;
  deadline: number;
  /** Takes each set that the rows that are there tell exactly. */
  reveal(set: number): void;
}

/**
 * What to hide, proven; undefined where no proof was found. First for who does not heed which rows there are, without exception.
 * Then for who does: by the full width too, unless rows that are there leave no more of what was shown before.
 */
function hideProven(
  solver: Solver,
  sets: readonly PersonSet[],
  start: Uint8Array,
  { width, deadline, reveal }: Limits,
): Uint8Array | undefined {
  let hidden = start;
  for (const strict of [true, false]) {
    const own = strict ? sets.map((set) => ({ ...set, least: 0 })) : sets;
    const population = createPopulation(own);
    const plan = hideByMoves(solver, { sets: own, population, hidden, width, strict, deadline });
    for (const set of plan.undecided) if (!strict && plan.wanted[set] === 0) reveal(set);
    if (plan.undecided.length > 0 || unproven(own, population, plan, width).length > 0) return undefined;
    hidden = plan.hidden;
  }
  return hidden;
}

/** Sets that follow from what was shown before, so that hiding them hides nothing. */
function toldBefore(solver: Solver, sets: readonly PersonSet[], deadline: number): Uint8Array {
  const hidden = Uint8Array.from(sets, ({ earlier }) => (earlier === "shown" ? 0 : 1));
  const population = createPopulation(sets);
  const { wanted, undecided } = hideByMoves(solver, { sets, population, hidden, width: 1, strict: false, deadline });
  return Uint8Array.from(sets, (_, at) => (hidden[at] && wanted[at] === 0 && !undecided.includes(at) ? 1 : 0));
}

/** What the plan's moves do not prove, gone through by the checker that shares nothing with what made them. */
function unproven(
  sets: readonly PersonSet[],
  population: Population,
  { hidden, evidence, wanted }: HidingPlan,
  width: number,
): number[] {
  const { values, sums, least } = population;
  const open = Uint8Array.from(values, (_, cell) => (cell < sets.length ? hidden[cell]! : 1));
  const moves = [...evidence.moves.values()];
  const check = (isAsked: (set: number) => boolean, span: number): number[] =>
    unprovenCells({
      values,
      sums,
      least,
      hidden: open,
      primary: Uint8Array.from(values, (_, cell) => (cell < sets.length && isAsked(cell) && span > 1 ? 1 : 0)),
      secret: Uint8Array.from(values, (_, cell) => (cell < sets.length && isAsked(cell) ? 1 : 0)),
      persons: Int32Array.from(values, () => -1),
      width: span,
      moves,
    });
  const spans = new Set(wanted.filter((span, set) => hidden[set] && span > 0));
  return [...spans].flatMap((span) => check((set) => hidden[set] === 1 && wanted[set] === span, Math.min(span, width)));
}

/** Sets of persons that have anybody in common, directly or through others. */
function connected(sets: readonly PersonSet[]): number[][] {
  const parts = sets[0]?.mark.length ?? 0;
  const above = Array.from({ length: parts }, (_, part) => part);
  const find = (part: number): number => {
    let at = part;
    while (above[at] !== at) at = above[at]!;
    return at;
  };
  const firstOf = sets.map(({ mark }) => mark.findIndex((count) => count > 0));
  sets.forEach(({ mark }, set) => {
    mark.forEach((count, part) => {
      if (count > 0) above[find(part)] = find(firstOf[set]!);
    });
  });
  const components = new Map<number, number[]>();
  sets.forEach((_, set) => {
    const root = find(firstOf[set]!);
    components.set(root, [...(components.get(root) ?? []), set]);
  });
  return [...components.values()];
}
