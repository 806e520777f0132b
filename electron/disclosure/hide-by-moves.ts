import { addMove, createEvidence, type Evidence, removeMove, whoCanTell } from "./evidence.ts";
import type { Move } from "./move.ts";
import type { Patience } from "./patience.ts";
import type { PersonSet } from "./person-set.ts";
import type { Solver } from "./solver.ts";
import { type Answer, createSumsModel, type SetSystem } from "./sums-model.ts";
import { moveTogether } from "./wide-moves.ts";

export interface HidingPlan {
  /** 1 for a set that is not shown. */
  hidden: Uint8Array;
  evidence: Evidence;
  /** Of each set, within how much nobody may tell it: less than the width where what was shown before leaves no more. */
  wanted: Float64Array;
  /** Sets for which no way was found in time. */
  undecided: number[];
}

interface HidingQuestion {
  sets: readonly PersonSet[];
  system: SetSystem;
  /** 1 for sets that are hidden from the start. */
  hidden: Uint8Array;
  width: number;
  /** What cannot be had by the full width is undecided; else it is had as far as can be. */
  strict: boolean;
  patience: Patience;
}

/** How much of the patience that is left may be spent on showing again what need not be hidden, and how much at most. */
const GIVING_BACK = { share: 0.25, most: 400_000 };

/**
 * Hides the sets that must change for each primary one to be able to be another: for one after the other the cheapest other
 * counts are solved for. Then gives back what no proof rests on.
 */
export function hideByMoves(solver: Solver, question: HidingQuestion): HidingPlan {
  const { sets, system, width, patience } = question;
  const hidden = Uint8Array.from(question.hidden);
  const prices = pricesOf(sets);
  const pinned = Uint8Array.from(sets, ({ earlier }) => (earlier === "shown" ? 1 : 0));
  const persons = Int32Array.from(system.values, (value, at) => (value === 1 ? at : -1));
  const evidence = createEvidence(persons);
  const wanted = Float64Array.from(sets, (set, at) => (!hidden[at] || !isSecret(set) ? 0 : set.primary ? width : 1));
  const sumsOf: Int32Array[][] = Array.from(sets, () => []);
  for (const sum of system.sums) for (const set of sum) sumsOf[set]!.push(sum);
  const model = createSumsModel(solver, system, pinned, patience.spend);
  const showRest = (): void => model.show(Uint8Array.from(hidden, (each) => 1 - each));

  const whoKnows = (set: number): number[] | undefined => {
    if (sets[set]!.primary) return whoCanTell(evidence, set, wanted[set]!);
    return wanted[set]! > 0 && evidence.touching[set]!.length === 0 ? [] : undefined;
  };
  const learn = (move: Move): number =>
    addMove(evidence, { ...move, up: Math.min(move.up, width), down: Math.min(move.down, width) });
  /** What can be reached within what is hidden, upwards and downwards; learns the moves. */
  const reachWithin = (set: number, known: readonly number[]): [number, number] | undefined => {
    let left = wanted[set]!;
    const reached: [number, number] = [0, 0];
    for (const [at, sense] of [1, -1].entries()) {
      let answer = model.ask({ set, sense: sense as 1 | -1, amount: left, known, whole: false });
      if (answer && answer.reach > 0 && !answer.move)
        answer = model.ask({ set, sense: sense as 1 | -1, amount: left, known, whole: true });
      if (!answer?.move || answer.reach === 0) continue;
      learn(answer.move);
      reached[at] = answer.reach;
      left -= answer.reach;
      if (left <= 0) return undefined;
    }
    return reached;
  };
  /** The cheapest way to change a set by so much. */
  const cheapest = (
    set: number,
    sense: 1 | -1,
    amount: number,
    known: readonly number[],
  ): { move: Move; cost: number } | undefined => {
    const loose = model.ask({ set, sense, amount, prices, known, whole: false });
    if (!loose) return undefined;
    // A set that changes anyhow may change more: so the price of one is that of all of its persons.
    const again = prices.map((price, at) => price / (Math.abs(loose.changes[at]!) + 0.1));
    const second = model.ask({ set, sense, amount, prices: again, known, whole: false }) ?? loose;
    const best = second.move ? second : loose.move ? loose : undefined;
    const found = best ?? model.ask({ set, sense, amount, prices: again, known, whole: true });
    return found?.move ? { move: found.move, cost: sumOfPrices(found) } : undefined;
  };
  const sumOfPrices = ({ changes }: Answer): number =>
    changes.reduce((sum, by, at) => sum + (by !== 0 && !hidden[at] ? prices[at]! : 0), 0);
  const pay = (move: Move): void => {
    for (const at of move.cells) {
      if (hidden[at]) continue;
      hidden[at] = 1;
      wanted[at] = 1;
    }
    showRest();
    learn(move);
  };
  /** Goes as far as can be both ways, were all hidden that may be. */
  const openAll = (set: number): boolean => {
    model.show(pinned);
    const askMost = (whole: boolean): Answer[] =>
      ([1, -1] as const).flatMap((sense) => model.ask({ set, sense, amount: wanted[set]!, known: [], whole }) ?? []);
    const reachOf = (reaches: readonly { reach: number }[]): number =>
      reaches.reduce((sum, { reach }) => sum + reach, 0);
    const most = Math.floor(reachOf(askMost(false)) + 1e-6);
    const isHopeless = sets[set]!.primary && most < wanted[set]! && (question.strict || most < 1);
    wanted[set] = Math.min(wanted[set]!, most);
    const answers = askMost(true).filter(({ move, reach }) => move && reach > 0);
    const moves = reachOf(answers) < wanted[set]! ? [] : answers.flatMap(({ move }) => move ?? []);
    showRest();
    for (const move of moves) pay(move);
    return !isHopeless && whoKnows(set)?.length !== 0;
  };
  /** Whether all is done that can be. */
  const secure = (set: number): boolean => {
    for (let known = whoKnows(set); known; known = whoKnows(set)) {
      if (patience.isOver()) return false;
      const reached = reachWithin(set, known);
      if (!whoKnows(set)) return true;
      const [up, down] = reached ?? [0, 0];
      const least = wanted[set]!;
      const ways = [cheapest(set, 1, least - down, known), cheapest(set, -1, least - up, known)];
      const best = ways.filter((way) => way !== undefined).sort((a, b) => a.cost - b.cost)[0];
      if (best) {
        pay(best.move);
        continue;
      }
      // Who knows too much already keeps knowing it: nothing that can be hidden now changes that.
      if (known.length > 0) return true;
      if (!openAll(set)) return false;
    }
    return true;
  };

  showRest();
  try {
    moveManyTogether();
    const undecided: number[] = [];
    const smallestFirst = Array.from(sets.keys()).sort((a, b) => sets[a]!.count - sets[b]!.count);
    for (const set of smallestFirst) if (wanted[set]! > 0 && !secure(set)) undecided.push(set);
    giveBack();
    return { hidden, evidence, wanted, undecided };
  } finally {
    model.dispose();
  }

  function moveManyTogether(): void {
    const all = Array.from(sets.keys());
    const open = {
      open: () => all.filter((set) => whoKnows(set)),
      lone: all.filter((set) => persons[set]! >= 0),
      isPrimary: (set: number) => sets[set]!.primary,
      isLate: patience.isOver,
    };
    moveTogether(sets.length, open, (wishes) => {
      const move = model.askWide({ ...wishes, most: width, prices });
      if (move) pay(move);
    });
  }
  function giveBack(): void {
    const enough = patience.part(GIVING_BACK.share, GIVING_BACK.most);
    const further = Array.from(sets.keys())
      .filter((set) => hidden[set] && !question.hidden[set])
      .sort((a, b) => prices[b]! - prices[a]!);
    for (const set of further) {
      if (enough.isOver()) return;
      if (!isOnlyWayOut(set)) tryWithout(set);
    }
  }
  /** Whether a hidden set in a sum with this one would be told if this one were shown. */
  function isOnlyWayOut(set: number): boolean {
    return sumsOf[set]!.some((sum) => {
      const others = sum.filter((at) => at !== set && hidden[at]);
      return others.length === 1 && wanted[others[0]!]! > 0;
    });
  }
  function tryWithout(set: number): void {
    const removed = evidence.touching[set]!.slice().map((number) => removeMove(evidence, number));
    const before = evidence.next;
    hidden[set] = 0;
    wanted[set] = 0;
    const affected = [...new Set(removed.flatMap(({ cells }) => cells))].filter((at) => hidden[at]);
    showRest();
    const holds = affected.every((at) => {
      for (let known = whoKnows(at); known; known = whoKnows(at)) {
        if (patience.isOver()) return false;
        reachWithin(at, known);
        const still = whoKnows(at);
        if (still && still.length >= known.length && `${still}` === `${known}`) return false;
      }
      return true;
    });
    if (holds) return;
    for (const number of [...evidence.moves.keys()]) if (number >= before) removeMove(evidence, number);
    hidden[set] = 1;
    wanted[set] = 1;
    showRest();
    for (const move of removed) addMove(evidence, move);
  }
}

/** A set that no figure shows is as open as the others leave it; one that is told already is not kept. */
export function isSecret({ asked, earlier, primary, told }: PersonSet): boolean {
  return !told && (asked || earlier !== undefined || primary);
}

/** Fewest sets first, those of the first figures dearer than those of later ones, and of the same figure the smallest counts. */
function pricesOf(sets: readonly PersonSet[]): Float64Array {
  const most = sets.reduce((max, { count }) => Math.max(max, count), 1);
  return Float64Array.from(sets, ({ count, rank }) => (1 + count / most / 2) * (1 + 2 / (1 + rank)));
}
