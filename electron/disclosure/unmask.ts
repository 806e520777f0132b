import type { DecidedSets } from "./decision.ts";
import { isSecret } from "./hide-by-moves.ts";
import { connected, partOf } from "./linked-sets.ts";
import type { PersonSet } from "./person-set.ts";
import type { Solver } from "./solver.ts";
import { createSumsModel, type SumsModel } from "./sums-model.ts";

/** What a set would tell together with what was shown before. */
export interface Unmasked {
  /** The earlier figures that it takes, by number: without any of them nothing is told. */
  together: number[];
  /** It takes other cells that are asked for too. */
  withOthers: boolean;
  /** Somebody who is alone in a cell could tell it, and nobody else. */
  toOne: boolean;
  /** The set that would be told, and its least and largest count. */
  told: number;
  low: number;
  high: number;
}

interface Question {
  /** Sets that are hidden, and would be shown. */
  asked: readonly number[];
  /** By set: the figures that showed it before. */
  shownBy: readonly (readonly number[])[];
  width: number;
  /** As `performance.now()` tells it. What is not found by then is left out. */
  deadline: number;
}

/** What each set would tell were it shown, for which another set must stay open. Sets of which nothing was found are left out. */
export function unmask(solver: Solver, decided: DecidedSets, question: Question): Map<number, Unmasked> {
  const { asked, shownBy, width, deadline } = question;
  const found = new Map<number, Unmasked>();
  for (const component of connected(decided.sets.length, decided.sums)) {
    const own = component.flatMap((set, at) => (asked.includes(set) ? [at] : []));
    if (own.length === 0) continue;
    const { sets, sums } = partOf(decided, component);
    const states = component.map((set) => decided.states[set]!);
    const values = Float64Array.from(sets, ({ count }) => count);
    const least = Float64Array.from(sets, (set) => set.least);
    const model = createSumsModel(solver, { values, least, sums }, new Uint8Array(sets.length));
    const part = {
      sets,
      sums,
      isShown: states.map((state, at) => state === "shown" && (sets[at]!.asked || sets[at]!.earlier === "shown")),
      shownBy: component.map((set) => shownBy[set]!),
      reach: (set: number, known: readonly number[]) => reachOf(model, { values, least }, { set, known, width }),
      show: (shown: Uint8Array) => model.show(shown),
      width,
      deadline,
    };
    try {
      for (const set of own) {
        const unmasked = unmaskOne(part, set);
        if (unmasked) found.set(component[set]!, { ...unmasked, told: component[unmasked.told]! });
      }
    } finally {
      model.dispose();
    }
  }
  return found;
}

interface Part {
  sets: readonly PersonSet[];
  sums: readonly Int32Array[];
  isShown: readonly boolean[];
  shownBy: readonly (readonly number[])[];
  show(shown: Uint8Array): void;
  /** How much smaller and larger a set can be than it is, looked at no further than the width. */
  reach(set: number, known: readonly number[]): Reach;
  width: number;
  deadline: number;
}

interface Reach {
  down: number;
  up: number;
}

/** Some persons' count that somebody could tell: all, or who is alone in a set. */
interface Breach extends Reach {
  told: number;
  /** Sets whose count the one who tells it knows. */
  known: readonly number[];
  /** It is told by less than this. */
  below: number;
}

function unmaskOne(part: Part, set: number): Unmasked | undefined {
  const breach = findBreach(part, set);
  if (!breach) return undefined;
  const { told, known } = breach;
  const fewest = fewestFigures(part, set, breach);
  if (!fewest) return undefined;
  const { count } = part.sets[told]!;
  const [low, high] = [Math.ceil(count - breach.down - 1e-6), Math.floor(count + breach.up + 1e-6)];
  return { ...fewest, toOne: known.length > 0, told, low, high };
}

/** The nearest set that must stay open and does not, were this one shown. */
function findBreach({ sets, sums, isShown, show, reach, width, deadline }: Part, set: number): Breach | undefined {
  const before = Uint8Array.from(isShown, (each) => (each ? 1 : 0));
  const after = before.slice();
  after[set] = 1;
  const open = nearestFirst(sums, set).filter((at) => at !== set && !isShown[at] && isSecret(sets[at]!));
  const isPrimary = (at: number): boolean => sets[at]!.primary;
  const alone = [...sets.keys()].filter((at) => sets[at]!.count === 1 && !isShown[at]);
  const questions = [
    ...open.filter(isPrimary).map((told) => ({ told, known: [] })),
    ...open.filter(isPrimary).flatMap((told) => alone.map((one) => ({ told, known: [one] }))),
    // What is hidden for others' sake must not be told exactly; that nobody is alone with it is not asked for.
    ...open.filter((at) => !isPrimary(at)).map((told) => ({ told, known: [] })),
  ];
  for (const { told, known } of questions) {
    if (performance.now() > deadline) return undefined;
    if (known.includes(told)) continue;
    const wanted = isPrimary(told) ? width : 1;
    show(after);
    const { down, up } = reach(told, known);
    if (down + up >= wanted) continue;
    show(before);
    const without = reach(told, known);
    if (without.down + without.up <= down + up) continue;
    return { told, known, down, up, below: Math.min(wanted, without.down + without.up) };
  }
  return undefined;
}

/** Leaves out what is not needed to tell it, half by half, until nothing more can be left out. */
function fewestFigures(
  { isShown, shownBy, show, reach, deadline }: Part,
  set: number,
  { told, known, below }: Breach,
): Pick<Unmasked, "together" | "withOthers"> | undefined {
  const tells = (earlier: ReadonlySet<number>, withOthers: boolean): boolean => {
    const shown = Uint8Array.from(isShown, (each, at) => {
      if (at === set) return 1;
      if (!each) return 0;
      return shownBy[at]!.length === 0 ? Number(withOthers) : Number(shownBy[at]!.some((one) => earlier.has(one)));
    });
    show(shown);
    const { down, up } = reach(told, known);
    return down + up < below - 1e-6;
  };
  let together = new Set(isShown.flatMap((each, at) => (each ? shownBy[at]! : [])));
  const withOthers = !tells(together, false);
  for (let size = together.size; size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    const all = [...together];
    for (let start = 0; start < all.length; start += size) {
      if (performance.now() > deadline) return undefined;
      const rest = new Set([...together].filter((each) => !all.slice(start, start + size).includes(each)));
      if (tells(rest, withOthers)) together = rest;
    }
  }
  return together.size > 0 || withOthers ? { together: [...together].sort((a, b) => a - b), withOthers } : undefined;
}

/** Sets by how many sums lie between them and this one. */
function nearestFirst(sums: readonly Int32Array[], set: number): number[] {
  const sumsOf = new Map<number, Int32Array[]>();
  for (const sum of sums) {
    for (const at of sum) {
      const own = sumsOf.get(at);
      if (own) own.push(sum);
      else sumsOf.set(at, [sum]);
    }
  }
  const seen = new Set([set]);
  // A set grows while it is gone through.
  for (const at of seen) for (const sum of sumsOf.get(at) ?? []) for (const other of sum) seen.add(other);
  return [...seen];
}

function reachOf(
  model: SumsModel,
  { values, least }: { values: Float64Array; least: Float64Array },
  { set, known, width }: { set: number; known: readonly number[]; width: number },
): Reach {
  const reach = (sense: 1 | -1): number => {
    if (sense < 0 && values[set]! - least[set]! < 1) return 0;
    // Where the solver found nothing, nothing is taken to be told.
    return model.ask({ set, sense, amount: width, known, whole: false })?.reach ?? width;
  };
  return { down: reach(-1), up: reach(1) };
}
