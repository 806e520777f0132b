import { unprovenCells } from "./check.ts";
import type { DecidedSets } from "./decision.ts";
import { type HidingPlan, hideByMoves, isSecret } from "./hide-by-moves.ts";
import { connected, type LinkedSets, partOf } from "./linked-sets.ts";
import type { Patience } from "./patience.ts";
import { type PersonSet, unaskedSet } from "./person-set.ts";
import type { State } from "./protect.ts";
import { findSums } from "./set-sums.ts";
import type { Solver } from "./solver.ts";
import { followsFrom, furtherSums } from "./span.ts";
import type { SetSystem } from "./sums-model.ts";

interface Together {
  width: number;
  patience: Patience;
  /** Sets that are hidden besides. */
  forced?: readonly number[];
  /** Sums that the sets' marks and groups do not tell: each a total followed by its parts. */
  sums?: readonly Int32Array[];
}

/**
 * Which sets are hidden, so that no primary one can be told within less than `width`, and no hidden one exactly. `revealed` are
 * told whatever is hidden, by the rows that are there. What is not proven when `patience` is over hides all that is asked for and linked to it by sums.
 */
export function protectSets(
  solver: Solver,
  asked: readonly PersonSet[],
  { width, patience, forced = [], sums: more = [] }: Together,
): DecidedSets & { revealed: number[] } {
  const found = findSums(asked, width);
  const known = [...asked.map(({ mark }) => mark), ...found.rests];
  const further = furtherSums(known, [...found.sums, ...more]);
  if (!further) return hideAll(asked);
  const sets = withTold([...asked, ...[...found.rests, ...further.unions].map((mark) => unaskedSet(mark, false))]);
  const sums = [...found.sums, ...more, ...further.sums];
  const revealed: number[] = [];
  const states = sets.map((): State => "shown");
  const toHide = Uint8Array.from(sets, ({ asked, earlier, primary }) =>
    earlier === "hidden" || (earlier !== "shown" && (primary || !asked)) ? 1 : 0,
  );
  for (const set of forced) if (sets[set]!.earlier !== "shown") toHide[set] = 1;
  for (const component of connected(sets.length, sums)) {
    if (!component.some((set) => toHide[set] && isSecret(sets[set]!))) continue;
    const own = partOf({ sets, sums }, component);
    const start = Uint8Array.from(component, (set) => toHide[set]!);
    const hidden = hideProven(solver, own, start, { width, patience, reveal: (at) => revealed.push(component[at]!) });
    const isTold = hidden ? hidden.map((each) => 1 - each) : toldBefore(solver, own, patience);
    const isProven = hidden !== undefined;
    component.forEach((set, at) => {
      const { primary, earlier } = sets[set]!;
      if (earlier === "shown" || (isTold[at] && !(primary || toHide[set]))) return;
      states[set] = primary ? "primary" : isProven || toHide[set] ? "secondary" : "undecided";
    });
  }
  return { sets, sums, states, revealed };
}

/** Where too many sets are known to tell what follows from them, nothing more is shown. */
function hideAll(sets: readonly PersonSet[]): DecidedSets & { revealed: number[] } {
  const states = sets.map(({ earlier, primary }): State => {
    if (earlier === "shown") return "shown";
    return primary ? "primary" : "undecided";
  });
  return { sets, sums: [], states, revealed: [] };
}

/** What was shown before may tell sets that it should not have, so that nothing that is hidden now would keep them. */
function withTold(sets: readonly PersonSet[]): PersonSet[] {
  const follows = followsFrom(sets.flatMap(({ mark, earlier }) => (earlier === "shown" ? [mark] : [])));
  return sets.map((set) => (set.earlier !== "shown" && follows(set.mark) ? { ...set, told: true } : set));
}

interface Limits {
  width: number;
  patience: Patience;
  /** Takes each set that the rows that are there tell exactly. */
  reveal(set: number): void;
}

/**
 * What to hide, proven; undefined where no proof was found. First for who does not heed which rows there are, without exception.
 * Then for who does: by the full width too, unless rows that are there leave no more of what was shown before.
 */
function hideProven(
  solver: Solver,
  { sets, sums }: LinkedSets,
  start: Uint8Array,
  { width, patience, reveal }: Limits,
): Uint8Array | undefined {
  let hidden = start;
  for (const strict of [true, false]) {
    const own = strict ? sets.map((set) => ({ ...set, least: 0 })) : sets;
    const system = toSystem({ sets: own, sums });
    const plan = hideByMoves(solver, { sets: own, system, hidden, width, strict, patience });
    for (const set of plan.undecided) if (!strict && plan.wanted[set] === 0) reveal(set);
    if (plan.undecided.length > 0 || unproven(system, plan, width).length > 0) return undefined;
    hidden = plan.hidden;
  }
  return hidden;
}

/** Sets that follow from what was shown before, so that hiding them hides nothing. */
function toldBefore(solver: Solver, { sets, sums }: LinkedSets, patience: Patience): Uint8Array {
  const hidden = Uint8Array.from(sets, ({ earlier }) => (earlier === "shown" ? 0 : 1));
  const system = toSystem({ sets, sums });
  const { wanted, undecided } = hideByMoves(solver, { sets, system, hidden, width: 1, strict: false, patience });
  const isTold = (set: number): boolean =>
    hidden[set] === 1 && isSecret(sets[set]!) && wanted[set] === 0 && !undecided.includes(set);
  return Uint8Array.from(sets, (_, set) => (isTold(set) ? 1 : 0));
}

/** What the plan's moves do not prove, gone through by the checker that shares nothing with what made them. */
function unproven(
  { values, sums, least }: SetSystem,
  { hidden, evidence, wanted }: HidingPlan,
  width: number,
): number[] {
  const moves = [...evidence.moves.values()];
  const check = (span: number): number[] => {
    const asked = Uint8Array.from(wanted, (each, set) => (hidden[set] && each === span ? 1 : 0));
    return unprovenCells({
      values,
      sums,
      least,
      hidden,
      primary: span > 1 ? asked : new Uint8Array(values.length),
      secret: asked,
      persons: Int32Array.from(values, () => -1),
      width: Math.min(span, width),
      moves,
    });
  };
  return [...new Set(wanted.filter((span, set) => hidden[set] && span > 0))].flatMap(check);
}

function toSystem({ sets, sums }: LinkedSets): SetSystem {
  for (const [total, ...parts] of sums) {
    const sum = parts.reduce((all, part) => all + sets[part]!.count, 0);
    if (sum !== sets[total!]!.count)
      throw new Error(`Sets of ${sum} are said to make up one of ${sets[total!]!.count}.`);
  }
  return {
    values: Float64Array.from(sets, ({ count }) => count),
    least: Float64Array.from(sets, ({ least }) => least),
    sums,
  };
}
