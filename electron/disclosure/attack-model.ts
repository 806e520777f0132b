import type { Solver } from "./solver.ts";
import type { System } from "./system.ts";

export interface Extreme {
  /** The smallest or largest count that the attacker cannot rule out. */
  count: number;
  /** A table with that count. */
  table: Float64Array;
  /** What one count more in each cell would change in the cost; only of a fractional attack. */
  duals: Float64Array;
}

/** What an attacker solves: all sums hold, counts are not negative, shown cells are as shown. */
export interface AttackModel {
  /** Which cells are open to the attacker from now on. */
  hide(hidden: Uint8Array): void;
  /** Works while the attacker knows these cells besides. */
  knowing<T>(cells: readonly number[], work: () => T): T;
  /** `sense` −1 for the largest count, 1 for the smallest; nothing beyond `most` from the cell's own count is looked for. */
  extreme(cell: number, sense: 1 | -1, most: number, whole: boolean): Extreme | undefined;
  dispose(): void;
}

/** Nodes that a search for whole tables may open before it is given up. */
const patience = 2000;

export function createAttackModel(solver: Solver, { values, sums }: System): AttackModel {
  const { continuous, integer } = solver.constants.variableType;
  const { optimal } = solver.constants.modelStatus;
  const infinity = solver.infinity;
  const model = solver.createModel();
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, mip_max_nodes: patience });
  for (const value of values) model.addVar(value, value);
  for (const sum of sums) {
    const [total, ...parts] = sum;
    model.addRow(0, 0, { indices: [total!, ...parts], values: [-1, ...parts.map(() => 1)] });
  }
  let open: Uint8Array = new Uint8Array(values.length);
  let integral = false;
  const bound = (cell: number): void => {
    if (open[cell]) model.changeColBounds(cell, 0, infinity);
    else model.changeColBounds(cell, values[cell]!, values[cell]!);
  };
  return {
    hide(hidden) {
      const before = open;
      open = Uint8Array.from(hidden);
      for (let cell = 0; cell < open.length; cell++) if (before[cell] !== open[cell]) bound(cell);
    },
    knowing(cells, work) {
      for (const cell of cells) model.changeColBounds(cell, values[cell]!, values[cell]!);
      try {
        return work();
      } finally {
        for (const cell of cells) bound(cell);
      }
    },
    extreme(cell, sense, most, whole) {
      if (integral !== whole) {
        for (let at = 0; at < values.length; at++) model.changeColIntegrality(at, whole ? integer : continuous);
        integral = whole;
      }
      const value = values[cell]!;
      model.changeColBounds(cell, Math.max(0, value - most), value + most);
      model.changeColCost(cell, sense);
      model.run();
      const status = model.getModelStatus();
      const { colValue, colDual } = model.getSolution();
      model.changeColCost(cell, 0);
      bound(cell);
      if (status !== optimal) return undefined;
      return { count: colValue[cell]!, table: colValue, duals: colDual };
    },
    dispose: () => model.dispose(),
  };
}
