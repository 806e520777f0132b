import type { DecidedSets } from "./decision.ts";
import { isSecret } from "./hide-by-moves.ts";
import { connected, type LinkedSets, partOf } from "./linked-sets.ts";
import { createReach, type FindReach, type Reach } from "./reach.ts";
import type { Solver } from "./solver.ts";

/** What a set would tell together with what was shown before. */
export interface Unmasked {
  /** The earlier figures that it takes, by number: without any of them nothing is told, as far as the sums between sets tell. */
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
  /** By set: the earlier figures in which it stands. */
  from: readonly (readonly number[])[];
  width: number;
  /** As `performance.now()` tells it. What is not found by then is left out. */
  deadline: number;
}

/** What each set would tell were it shown, for which another set must stay open. Sets of which nothing was found are left out. */
export function unmask(solver: Solver, decided: DecidedSets, question: Question): Map<number, Unmasked> {
  const { asked, from, width, deadline } = question;
  const found = new Map<number, Unmasked>();
  let left = asked.length;
  for (const component of connected(decided.sets.length, decided.sums)) {
    const own = component.flatMap((set, at) => (asked.includes(set) ? [at] : []));
    if (own.length === 0) continue;
    const linked = partOf(decided, component);
    const states = component.map((set) => decided.states[set]!);
    const { reach, dispose } = createReach(solver, linked, width);
    const isShown = linked.sets.map(
      ({ asked, earlier }, at) => states[at] === "shown" && (asked || earlier === "shown"),
    );
    const openWays = { plain: new Map<number, Reach[]>(), byRows: new Map<number, Reach[]>() };
    const part = { ...linked, isShown, from: component.map((set) => from[set]!), reach, width, openWays };
    try {
      // What was hidden before has that to say at least.
      own.sort((a, b) => Number(wasHidden(linked, a)) - Number(wasHidden(linked, b)));
      for (const set of own) {
        const now = performance.now();
        const unmasked = unmaskOne({ ...part, deadline: now + (deadline - now) / left }, set);
        left -= 1;
        if (unmasked) found.set(component[set]!, { ...unmasked, told: component[unmasked.told]! });
      }
    } finally {
      dispose();
    }
  }
  return found;
}

function wasHidden({ sets }: LinkedSets, set: number): boolean {
  return sets[set]!.earlier === "hidden";
}

interface Part extends LinkedSets {
  isShown: readonly boolean[];
  from: readonly (readonly number[])[];
  reach: FindReach;
  width: number;
  deadline: number;
  /** By set, counts that agree with what is shown before and leave it open: who is told of what stays as it is in them learns nothing. */
  openWays: Record<"plain" | "byRows", Map<number, Reach[]>>;
}

/** A count that somebody could tell: all, or who is alone in a set. */
interface Breach extends Reach {
  told: number;
  /** Sets whose count the one who tells it knows. */
  known: readonly number[];
  /** It is told by less than this. */
  below: number;
  /** It takes that rows of earlier figures are there. */
  byRows: boolean;
}

function unmaskOne(part: Part, set: number): Unmasked | undefined {
  const breach = findBreach(part, set, false) ?? findBreach(part, set, true);
  const fewest = breach && fewestFigures(part, set, breach);
  if (!fewest) return undefined;
  const { told, known, down, up } = breach;
  const { count } = part.sets[told]!;
  const [low, high] = [Math.ceil(count - down - 1e-6), Math.floor(count + up + 1e-6)];
  return { ...fewest, toOne: known.length > 0, told, low, high };
}

/** The nearest set that must stay open and does not, were this one shown. */
function findBreach(
  { sets, sums, isShown, reach, width, deadline, openWays }: Part,
  set: number,
  byRows: boolean,
): Breach | undefined {
  const ways = openWays[byRows ? "byRows" : "plain"];
  const before = Uint8Array.from(isShown, (each) => (each ? 1 : 0));
  const after = before.slice();
  after[set] = 1;
  const least = sets.map(({ asked, least }) => (asked || byRows ? least : 0));
  const open = nearestFirst(sums, set).filter((at) => at !== set && !isShown[at] && isSecret(sets[at]!));
  const isPrimary = (at: number): boolean => sets[at]!.primary;
  const isFollowing = follow(sums, after, before);
  const first = [...open.filter((at) => isFollowing[at]), ...open.filter((at) => !isFollowing[at])];
  const alone = [...sets.keys()].filter((at) => sets[at]!.count === 1 && !isShown[at]);
  const questions = [
    ...first.filter(isPrimary).map((told) => ({ told, known: [] })),
    // What is hidden for others' sake must not be told exactly.
    ...first.filter((at) => !isPrimary(at) && isFollowing[at]).map((told) => ({ told, known: [] })),
    ...first.filter(isPrimary).flatMap((told) => alone.map((one) => ({ told, known: [one] }))),
    ...first.filter((at) => !isPrimary(at) && !isFollowing[at]).map((told) => ({ told, known: [] })),
  ];
  for (const { told, known } of questions) {
    if (performance.now() > deadline) return undefined;
    if (known.includes(told)) continue;
    const wanted = isPrimary(told) ? width : 1;
    const own = ways.get(told) ?? [];
    if (own.some(({ changed }) => ![set, ...known].some(changed))) continue;
    const now = reach({ shown: after, least }, told, known);
    const { down, up } = now;
    if (down + up >= wanted) {
      ways.set(told, [...own, now]);
      continue;
    }
    const without = reach({ shown: before, least }, told, known);
    if (without.down + without.up <= down + up) continue;
    return { ...now, told, known, below: Math.min(wanted, without.down + without.up), byRows };
  }
  return undefined;
}

/** Leaves out what is not needed to tell it, half by half, until nothing more can be left out. */
function fewestFigures(
  { sets, isShown, from, reach, deadline }: Part,
  set: number,
  { told, known, below, byRows }: Breach,
): Pick<Unmasked, "together" | "withOthers"> | undefined {
  const tells = (earlier: ReadonlySet<number>, withOthers: boolean): boolean => {
    const stands = (at: number): boolean => from[at]!.some((figure) => earlier.has(figure));
    const shown = Uint8Array.from(isShown, (each, at) => {
      if (at === set) return 1;
      if (!each) return 0;
      return Number(from[at]!.length === 0 ? withOthers : stands(at));
    });
    const least = sets.map(({ asked, least }, at) => (asked || (byRows && stands(at)) ? least : 0));
    const { down, up } = reach({ shown, least }, told, known);
    return down + up < below - 1e-6;
  };
  let together = new Set(from.flat());
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

/** Which sets follow from what is shown, sum by sum, and do not follow from what was shown before. */
function follow(sums: readonly Int32Array[], after: Uint8Array, before: Uint8Array): boolean[] {
  const [late, early] = [after, before].map((shown) => {
    const known = shown.slice();
    for (let isNews = true; isNews; ) {
      isNews = false;
      for (const sum of sums) {
        const open = sum.filter((set) => !known[set]);
        if (open.length !== 1) continue;
        known[open[0]!] = 1;
        isNews = true;
      }
    }
    return known;
  });
  return Array.from(after, (_, set) => late![set] === 1 && early![set] === 0);
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
