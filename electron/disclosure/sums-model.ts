import { equationOf, independentSums } from "./independent-sums.ts";
import { type Move, measureMove } from "./move.ts";
import type { Solver } from "./solver.ts";

/** Sets as cells with sums between them: each a total followed by its parts, one that is taken twice named twice. */
export interface SetSystem {
  values: Float64Array;
  /** The smallest count of each cell that nobody can rule out. */
  least: Float64Array;
  sums: readonly Int32Array[];
}

export interface Question {
  set: number;
  /** 1 to make the set larger, −1 smaller. */
  sense: 1 | -1;
  /** At most so much; or, with prices, exactly so much. */
  amount: number;
  /** What it costs to change a shown set by one; without, shown sets stay. */
  prices?: Float64Array;
  /** Sets that stay besides. */
  known: readonly number[];
  whole: boolean;
}

/** A change of many sets at once. */
export interface WideQuestion {
  /** By set: 1 to make it larger, −1 smaller, 0 for neither. */
  wishes: Float64Array;
  /** No set changes by more. */
  most: number;
  /** What it costs to change a shown set by one, when a wish is worth one; without, shown sets stay. */
  prices?: Float64Array;
  /** Sets that stay besides. */
  known: readonly number[];
}

export interface Answer {
  /** By how much the set changes. */
  reach: number;
  /** How much each set changes. */
  changes: Float64Array;
  /** The change as a move, if it is one of whole persons. */
  move: Move | undefined;
}

/** Other counts that agree with what is shown, as a solver finds them. */
export interface SumsModel {
  /** 1 for the sets that stay as they are, unless a price is paid. */
  show(shown: Uint8Array): void;
  ask(question: Question): Answer | undefined;
  /** The change that does most of what is wished, if it is one of whole persons. */
  askWide(question: WideQuestion): Move | undefined;
  dispose(): void;
}

const tolerance = 1e-6;
/** A search for whole persons is given up after so many branches, fewer in systems of more sets; the seconds are for what hangs. */
const SEARCH = { branches: 60, fewest: 6, ofSets: 1000, seconds: 10 };

/** What questions for whole persons, and of many sets at once, take for each that is neither. */
const EFFORT = { whole: 30, wide: 10 };

/** `pinned`: 1 for sets that always stay. `spend` is told what each question takes, as `Patience` counts it. */
export function createSumsModel(
  solver: Solver,
  { values, least, sums }: SetSystem,
  pinned: Uint8Array,
  spend: (work: number) => void = () => undefined,
): SumsModel {
  const { integer } = solver.constants.variableType;
  const allInteger = Array.from({ length: 2 * values.length }, () => integer);
  const { optimal } = solver.constants.modelStatus;
  const infinity = solver.infinity;
  const model = solver.createModel();
  model.options.set({
    output_flag: false,
    mip_rel_gap: 0.2,
    mip_max_nodes: branchesFor(values.length),
    time_limit: SEARCH.seconds,
  });
  const room = values.map((value, cell) => value - least[cell]!);
  // Of each set two columns: how much larger, and how much smaller.
  values.forEach((_, cell) => {
    model.addVar(0, pinned[cell] ? 0 : infinity);
    model.addVar(0, pinned[cell] ? 0 : room[cell]!);
  });
  for (const sum of independentSums(values.length, sums)) {
    const equation = [...equationOf(sum)];
    model.addRow(0, 0, {
      indices: equation.flatMap(([cell]) => [2 * cell, 2 * cell + 1]),
      values: equation.flatMap(([, often]) => [often, -often]),
    });
  }
  const free = Array.from(values.keys()).filter((cell) => !pinned[cell]);
  const columnsOf = (cells: readonly number[]) => ({
    kind: "set" as const,
    indices: Int32Array.from(cells.flatMap((cell) => [2 * cell, 2 * cell + 1])),
  });
  const bound = (cells: readonly number[], isOpen: (cell: number) => boolean): void => {
    if (cells.length === 0) return;
    const upper = cells.flatMap((cell) => (isOpen(cell) ? [infinity, room[cell]!] : [0, 0]));
    model.changeColsBounds(columnsOf(cells), new Float64Array(upper.length), Float64Array.from(upper));
  };
  const price = (cells: readonly number[], cost: (cell: number) => number): void => {
    if (cells.length === 0) return;
    const costs = cells.flatMap((cell) => [cost(cell), cost(cell)]);
    model.changeColsCost(columnsOf(cells), Float64Array.from(costs));
  };
  let shown: Uint8Array = new Uint8Array(values.length);
  let integral = false;

  /** How much each set changes in what was solved last; undefined where there is no solution. */
  const changesFound = (): Float64Array | undefined => {
    model.zeroAllClocks();
    model.run();
    if (model.getModelStatus() !== optimal) return undefined;
    const solution = Float64Array.from(model.getSolution().colValue);
    const changes = Float64Array.from(values, (_, cell) => solution[2 * cell]! - solution[2 * cell + 1]!);
    const isWhole = changes.every((change) => Math.abs(change - Math.round(change)) < tolerance);
    return isWhole ? changes.map((change) => Math.round(change) + 0) : changes;
  };
  const toMove = (changes: Float64Array): Move | undefined => {
    if (!changes.every(Number.isInteger)) return undefined;
    const cells = [...changes.keys()].filter((cell) => changes[cell] !== 0);
    const move = measureMove(
      cells,
      cells.map((cell) => changes[cell]!),
      room,
    );
    return cells.length > 0 && move.up > 0 ? move : undefined;
  };
  return {
    show(wanted) {
      const changed = free.filter((cell) => shown[cell] !== wanted[cell]);
      bound(changed, (cell) => !wanted[cell]);
      shown = Uint8Array.from(wanted);
    },
    ask(question) {
      const { set, sense, amount, prices, known, whole } = question;
      if (sense < 0 && room[set]! < (prices ? amount : 1)) return undefined;
      spend(values.length * (whole ? EFFORT.whole : 1));
      if (integral !== whole) {
        if (whole) model.changeColsIntegrality({ kind: "range", from: 0, to: 2 * values.length - 1 }, allInteger);
        else model.clearIntegrality();
        integral = whole;
      }
      const priced = prices ? free.filter((cell) => shown[cell] && cell !== set) : [];
      bound(priced, () => true);
      if (prices) price(priced, (cell) => prices[cell]!);
      bound(
        [...known].sort((a, b) => a - b),
        () => false,
      );
      const column = 2 * set + (sense > 0 ? 0 : 1);
      const opposite = 2 * set + (sense > 0 ? 1 : 0);
      model.changeColBounds(column, prices ? amount : 0, sense > 0 ? amount : Math.min(amount, room[set]!));
      model.changeColBounds(opposite, 0, 0);
      if (!prices) model.changeColCost(column, -1);
      const changes = changesFound();
      const answer = changes && { reach: Math.abs(changes[set]!), changes, move: toMove(changes) };
      if (!prices) model.changeColCost(column, 0);
      if (prices) price(priced, () => 0);
      const changed = new Set([...priced, ...known, set].filter((cell) => !pinned[cell]));
      bound(
        [...changed].sort((a, b) => a - b),
        (cell) => !shown[cell],
      );
      return answer;
    },
    askWide({ wishes, most, prices, known }) {
      spend(values.length * EFFORT.wide);
      if (integral) model.clearIntegrality();
      integral = false;
      const stays = new Set(known);
      const upper = free.flatMap((cell) =>
        stays.has(cell) || (shown[cell] && !prices) ? [0, 0] : [most, Math.min(most, room[cell]!)],
      );
      const costs = free.flatMap((cell) => {
        const price = shown[cell] ? (prices?.[cell] ?? 0) : 0;
        return [price - wishes[cell]!, price + wishes[cell]!];
      });
      model.changeColsBounds(columnsOf(free), new Float64Array(upper.length), Float64Array.from(upper));
      model.changeColsCost(columnsOf(free), Float64Array.from(costs));
      const changes = changesFound();
      model.changeColsCost(columnsOf(free), new Float64Array(costs.length));
      bound(free, (cell) => !shown[cell]);
      return changes && toMove(changes);
    },
    dispose: () => model.dispose(),
  };
}

function branchesFor(sets: number): number {
  const share = Math.min(1, SEARCH.ofSets / Math.max(1, sets));
  return Math.max(SEARCH.fewest, Math.round(SEARCH.branches * share));
}
