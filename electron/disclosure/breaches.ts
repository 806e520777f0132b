import { createAttackModel } from "./attack-model.ts";
import { cellsOfContributors, loneContributors } from "./contributors.ts";
import type { Cut } from "./cut.ts";
import { addMove, createEvidence, type Evidence, reachBy } from "./evidence.ts";
import { type Move, measureMove } from "./move.ts";
import type { Solver } from "./solver.ts";
import type { System } from "./system.ts";

/** Something that must stay open: `cell` by `width`, to someone who knows the cells `known`. */
interface Demand {
  cell: number;
  width: number;
  known: readonly number[];
  /** The number of that someone, or −1. */
  knower: number;
}

export interface Breaches {
  /** Attacks a pattern. For the first successes, what the pattern lacks; none when it is safe. */
  find(hidden: Uint8Array): Cut[];
  /** What is proven of a pattern, from all attacks so far. */
  evidenceFor(hidden: Uint8Array): Evidence;
  dispose(): void;
}

const tolerance = 1e-6;

/** Successes after which an attack ends: what meets a few cuts meets most of the others, and each makes the next choice dearer. */
const mostAtOnce = 10;

/** `known`: moves that are known beforehand and spare attacks. */
export function createBreaches(
  solver: Solver,
  system: System,
  primary: Uint8Array,
  width: number,
  known: readonly Move[],
): Breaches {
  const { values, published } = system;
  const persons = loneContributors(system);
  const lasting = lastingDemands(primary, persons, width);
  const toAll = lasting.filter(({ knower }) => knower < 0);
  const toKnowers = lasting.filter(({ knower }) => knower >= 0);
  const model = createAttackModel(solver, system);
  const evidence = createEvidence(persons);
  let open = new Uint8Array(values.length);
  const within = new Map<number, boolean>();

  const learn = (found: Move): void => {
    // No more tables than are asked for.
    const move = { ...found, up: Math.min(found.up, width), down: Math.min(found.down, width) };
    within.set(
      addMove(evidence, move),
      move.cells.every((cell) => open[cell]),
    );
  };
  const learnTable = (table: Float64Array): void => {
    const steps = table.map((count, cell) => count - values[cell]!);
    if (steps.some((step) => Math.abs(step - Math.round(step)) > tolerance)) return;
    const cells = Array.from(steps.keys()).filter((cell) => Math.round(steps[cell]!) !== 0);
    if (cells.length > 0)
      learn(
        measureMove(
          cells,
          cells.map((cell) => Math.round(steps[cell]!)),
          values,
        ),
      );
  };
  const isMet = ({ cell, width: wanted, knower }: Demand): boolean => {
    let up = 0;
    let down = 0;
    for (const number of evidence.touching[cell]!) {
      if (!within.get(number) || (knower >= 0 && evidence.contributors.get(number)!.includes(knower))) continue;
      const reach = reachBy(evidence.moves.get(number)!, cell);
      up = Math.max(up, reach.up);
      down = Math.max(down, reach.down);
      if (up + down >= wanted) return true;
    }
    return false;
  };
  const findBreach = (demand: Demand): Cut | undefined => {
    if (isMet(demand)) return undefined;
    const { cell, width: wanted } = demand;
    const held = primary[cell] ? undefined : cell;
    const shown = Array.from(open.keys()).filter((at) => !open[at]);
    const tooSmall = (): Cut => ({ cells: shown, weights: shown.map(() => 1), held });
    const prices = new Float64Array(values.length);
    let span = 0;
    for (const sense of [-1, 1] as const) {
      const extreme = model.extreme(cell, sense, wanted, false);
      if (!extreme) return tooSmall();
      span += Math.abs(extreme.count - values[cell]!);
      learnTable(extreme.table);
      if (isMet(demand)) return undefined;
      for (const at of shown) {
        const dual = extreme.duals[at]!;
        if (dual < -tolerance) prices[at] = Number.POSITIVE_INFINITY;
        else if (dual > tolerance) prices[at]! += dual * values[at]!;
      }
    }
    if (span < wanted - tolerance) {
      const helping = shown.filter((at) => prices[at]! > tolerance);
      return { cells: helping, weights: helping.map((at) => Math.min(1, prices[at]! / (wanted - span))), held };
    }
    // Fractions can reach what whole counts cannot: then all that is known is that this pattern is too small.
    for (const sense of [-1, 1] as const) {
      const extreme = model.extreme(cell, sense, wanted, true);
      if (extreme) learnTable(extreme.table);
      if (isMet(demand)) return undefined;
    }
    return tooSmall();
  };
  const openTo = (hidden: Uint8Array): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(hidden, (each, cell) => (each || !published[cell] ? 1 : 0));

  for (const move of known) learn(move);
  return {
    find(hidden) {
      open = openTo(hidden);
      for (const [number, { cells }] of evidence.moves)
        within.set(
          number,
          cells.every((cell) => open[cell]),
        );
      model.hide(open);
      const secondary = Array.from(hidden.keys()).filter((cell) => hidden[cell] && !primary[cell]);
      const exact = secondary.map((cell): Demand => ({ cell, width: 1, known: [], knower: -1 }));
      // What no cell can help, such as someone who knows that their own group has nobody else, asks for none.
      const attackOn = (demands: readonly Demand[]): Cut[] => {
        const found: Cut[] = [];
        for (const demand of demands) {
          if (found.length >= mostAtOnce) break;
          const cut = model.knowing(demand.known, () => findBreach(demand));
          if (cut && cut.cells.length > 0) found.push(cut);
        }
        return found;
      };
      // Who knows most is asked last: there are many of them, and mostly they learn no more than everybody.
      const found = attackOn([...toAll, ...exact]);
      return found.length > 0 ? found : attackOn(toKnowers);
    },
    evidenceFor(hidden) {
      const inside = openTo(hidden);
      const kept = createEvidence(persons);
      for (const move of evidence.moves.values()) if (move.cells.every((cell) => inside[cell])) addMove(kept, move);
      return kept;
    },
    dispose: () => model.dispose(),
  };
}

/** Each primary cell by the full width, to everyone, and to each lone contributor of another cell. */
function lastingDemands(primary: Uint8Array, persons: Int32Array, width: number): Demand[] {
  const knowledge = new Map<number, readonly number[]>([[-1, []], ...cellsOfContributors(persons)]);
  return Array.from(primary.keys())
    .filter((cell) => primary[cell])
    .flatMap((cell) =>
      Array.from(knowledge, ([knower, known]) => ({ cell, width, known, knower })).filter(
        ({ known }) => !known.includes(cell),
      ),
    );
}
