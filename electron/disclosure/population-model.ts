import { type Move, measureMove } from "./move.ts";
import type { Population } from "./population.ts";
import type { Solver } from "./solver.ts";

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

export interface Answer {
  /** By how much the set changes. */
  reach: number;
  /** What the shown sets' changes cost. */
  cost: number;
  /** How much each set changes. */
  changes: Float64Array;
  /** The change as a move, if it is one of whole persons. */
  move: Move | undefined;
}

/** Other populations that agree with what is shown, as a solver finds them. */
export interface PopulationModel {
  /** 1 for the sets that stay as they are, unless a price is paid. */
  show(shown: Uint8Array): void;
  ask(question: Question): Answer | undefined;
  dispose(): void;
}

const tolerance = 1e-6;
/** Branches, and seconds, after which a search for whole persons is given up. */
const patience = { branches: 60, seconds: 2 };

/** `pinned`: 1 for sets that always stay. */
export function createPopulationModel(solver: Solver, population: Population, pinned: Uint8Array): PopulationModel {
  const { values, kinds, setsOf, least } = population;
  const { integer, continuous } = solver.constants.variableType;
  const { optimal } = solver.constants.modelStatus;
  const infinity = solver.infinity;
  const model = solver.createModel();
  model.options.set({
    output_flag: false,
    mip_rel_gap: 0.2,
    mip_max_nodes: patience.branches,
    time_limit: patience.seconds,
  });
  for (const _ of setsOf) model.addVar(0, infinity);
  const room = values.map((value, cell) => value - least[cell]!);
  // Of each set that may change, a column for how much larger and one for how much smaller.
  const larger = new Int32Array(kinds.length).fill(-1);
  let columns = setsOf.length;
  kinds.forEach(({ at, times }, set) => {
    const indices = [...at];
    const factors: number[] = [...times];
    if (!pinned[set]) {
      larger[set] = columns;
      model.addVar(0, infinity);
      model.addVar(0, room[set]!);
      indices.push(columns, columns + 1);
      factors.push(-1, 1);
      columns += 2;
    }
    model.addRow(values[set]!, values[set]!, { indices, values: factors });
  });
  const free = Array.from(kinds.keys()).filter((set) => !pinned[set]);
  const bound = (set: number, open: boolean): void => {
    model.changeColBounds(larger[set]!, 0, open ? infinity : 0);
    model.changeColBounds(larger[set]! + 1, 0, open ? room[set]! : 0);
  };
  const price = (set: number, cost: number): void => {
    model.changeColCost(larger[set]!, cost);
    model.changeColCost(larger[set]! + 1, cost);
  };
  let shown: Uint8Array = new Uint8Array(kinds.length);
  let integral = false;

  const toAnswer = (solution: Float64Array, { set, prices }: Question): Answer => {
    const steps = setsOf.map((_, kind) => solution[kind]! - values[kinds.length + kind]!);
    const isWhole = steps.every((step) => Math.abs(step - Math.round(step)) < tolerance);
    const changes = new Float64Array(kinds.length);
    steps.forEach((step, kind) => {
      const by = isWhole ? Math.round(step) : step;
      if (by === 0) return;
      const { at, times } = setsOf[kind]!;
      for (let which = 0; which < at.length; which++) changes[at[which]!]! += by * times[which]!;
    });
    const isKept = (at: number): boolean => pinned[at] === 1 || (shown[at] === 1 && !prices);
    const agrees = isWhole && changes.every((by, at) => by === 0 || at === set || !isKept(at));
    const cost = prices ? free.reduce((sum, at) => sum + (shown[at] ? prices[at]! * Math.abs(changes[at]!) : 0), 0) : 0;
    return { reach: Math.abs(changes[set]!), cost, changes, move: agrees ? toMove(changes, steps) : undefined };
  };
  const toMove = (changes: Float64Array, steps: readonly number[]): Move | undefined => {
    const cells: number[] = [];
    const by: number[] = [];
    const add = (step: number, cell: number): void => {
      if (Math.round(step) === 0) return;
      cells.push(cell);
      by.push(Math.round(step));
    };
    changes.forEach(add);
    steps.forEach((step, kind) => {
      add(step, kinds.length + kind);
    });
    const move = measureMove(cells, by, room);
    return move.up + move.down > 0 ? move : undefined;
  };
  return {
    show(wanted) {
      for (const set of free) if (shown[set] !== wanted[set]) bound(set, !wanted[set]);
      shown = Uint8Array.from(wanted);
    },
    ask(question) {
      const { set, sense, amount, prices, known, whole } = question;
      if (sense < 0 && room[set]! < (prices ? amount : 1)) return undefined;
      if (integral !== whole) {
        for (let kind = 0; kind < setsOf.length; kind++) model.changeColIntegrality(kind, whole ? integer : continuous);
        integral = whole;
      }
      const priced = prices ? free.filter((at) => shown[at] && at !== set) : [];
      for (const at of priced) {
        bound(at, true);
        price(at, prices![at]!);
      }
      for (const at of known) bound(at, false);
      const column = larger[set]! + (sense > 0 ? 0 : 1);
      const opposite = larger[set]! + (sense > 0 ? 1 : 0);
      model.changeColBounds(column, prices ? amount : 0, amount);
      model.changeColBounds(opposite, 0, 0);
      if (!prices) model.changeColCost(column, -1);
      model.zeroAllClocks();
      model.run();
      const isOptimal = model.getModelStatus() === optimal;
      const answer = isOptimal ? toAnswer(Float64Array.from(model.getSolution().colValue), question) : undefined;
      if (!prices) model.changeColCost(column, 0);
      for (const at of priced) {
        bound(at, false);
        price(at, 0);
      }
      for (const at of [...known, set]) bound(at, !shown[at]);
      return answer;
    },
    dispose: () => model.dispose(),
  };
}
