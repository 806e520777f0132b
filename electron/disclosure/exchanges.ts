import { type Move, measureMove } from "./move.ts";
import type { Population } from "./population.ts";

export interface ExchangeQuestion {
  set: number;
  sense: 1 | -1;
  amount: number;
  /** Sets that stay besides those that are shown. */
  known: readonly number[];
}

/** Other populations that need no solver: persons of one kind instead of another that is in the same shown sets. */
export interface Exchanges {
  show(shown: Uint8Array): void;
  /** Changes a set as far as it goes, up to the amount; undefined where it does not. */
  find(question: ExchangeQuestion): Move | undefined;
}

export function createExchanges({ values, kinds, setsOf, least }: Population): Exchanges {
  const names = kinds.map((_, set) => [scramble(2 * set + 1), scramble(2 * set + 2)] as const);
  const high = new Int32Array(setsOf.length);
  const low = new Int32Array(setsOf.length);
  const first = kinds.length;
  const room = values.map((value, cell) => value - least[cell]!);
  let shown: Uint8Array = new Uint8Array(kinds.length);

  const sign = (set: number, sense: 1 | -1): void => {
    const { at, times } = kinds[set]!;
    at.forEach((kind, which) => {
      high[kind]! += sense * Math.imul(names[set]![0], times[which]!);
      low[kind]! += sense * Math.imul(names[set]![1], times[which]!);
    });
  };
  const timesIn = (kind: number, set: number): number => {
    const { at, times } = setsOf[kind]!;
    const which = at.indexOf(set);
    return which < 0 ? 0 : times[which]!;
  };
  return {
    show(wanted) {
      for (let set = 0; set < kinds.length; set++) {
        if (shown[set] !== wanted[set]) sign(set, wanted[set] ? 1 : -1);
      }
      shown = Uint8Array.from(wanted);
    },
    find({ set, sense, amount, known }) {
      const fixed = new Set(known.flatMap((each) => [...kinds[each]!.at]));
      const alike = new Map<number, number[]>();
      for (let kind = 0; kind < setsOf.length; kind++) {
        if (fixed.has(kind)) continue;
        const name = (high[kind]! >>> 0) * 2 ** 21 + (low[kind]! & (2 ** 21 - 1));
        const group = alike.get(name);
        if (group) group.push(kind);
        else alike.set(name, [kind]);
      }
      const steps = new Map<number, number>();
      const left = Float64Array.from(room);
      // Takes some persons of a kind away, or adds some, as many as no other set minds.
      const step = (kind: number, by: number): void => {
        steps.set(kind, (steps.get(kind) ?? 0) + by);
        left[first + kind]! += by;
        const { at, times } = setsOf[kind]!;
        for (let which = 0; which < at.length; which++) left[at[which]!]! += by * times[which]!;
      };
      const mostWithout = (from: number, to: number): number => {
        let most = left[first + from]!;
        const { at, times } = setsOf[from]!;
        for (let which = 0; which < at.length; which++) {
          const loss = times[which]! - timesIn(to, at[which]!);
          if (loss > 0) most = Math.min(most, Math.floor(left[at[which]!]! / loss));
        }
        return most;
      };
      let reach = 0;
      for (const group of alike.values()) {
        if (group.length < 2 || reach >= amount) continue;
        const times = group.map((kind) => timesIn(kind, set));
        const best = times.indexOf(sense > 0 ? Math.max(...times) : Math.min(...times));
        group.forEach((from, which) => {
          const gain = Math.abs(times[best]! - times[which]!);
          if (gain === 0 || reach >= amount) return;
          const by = Math.min(mostWithout(from, group[best]!), Math.floor((amount - reach) / gain));
          if (by <= 0) return;
          step(from, -by);
          step(group[best]!, by);
          reach += by * gain;
        });
      }
      if (reach === 0) return undefined;
      const changes = Float64Array.from(left.subarray(0, first), (each, at) => each - room[at]!);
      if (changes.some((change, at) => change !== 0 && shown[at])) return undefined;
      const cells = [...changes.keys()].filter((at) => changes[at] !== 0);
      const moved = [...steps].filter(([, by]) => by !== 0);
      return measureMove(
        [...cells, ...moved.map(([kind]) => first + kind)],
        [...cells.map((at) => changes[at]!), ...moved.map(([, by]) => by)],
        room,
      );
    },
  };
}

/** Names of sets by number, such that those of different collections add up to different sums. */
function scramble(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
