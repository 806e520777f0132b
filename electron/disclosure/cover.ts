import type { Cut } from "./cut.ts";
import type { Solver } from "./solver.ts";

export interface Choice {
  chosen: Uint8Array;
  cost: number;
}

export interface Cover {
  require(cut: Cut): void;
  /** A cheap choice of cells that meets all that is required, found at once. */
  quick(): Choice;
  /** The cheapest choice; undefined when that was not found in time. */
  cheapest(): Choice | undefined;
  dispose(): void;
}

/** Branches that the search for the cheapest choice may open. */
const patience = 5000;

/** Cuts up to which it is searched for at all. */
const mostCuts = 500;

/** Chooses cells at least cost under growing requirements. A cell of cost 0 is chosen without being asked for. */
export function createCover(solver: Solver, costs: Float64Array): Cover {
  const { integer } = solver.constants.variableType;
  const { optimal } = solver.constants.modelStatus;
  const model = solver.createModel();
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, mip_max_nodes: patience });
  // What looks for a first choice takes longer than the search itself.
  model.options.set({ mip_heuristic_run_feasibility_jump: false, mip_heuristic_effort: 0 });
  costs.forEach((cost, cell) => {
    model.addVar(cost === 0 ? 1 : 0, 1);
    model.changeColCost(cell, cost);
    model.changeColIntegrality(cell, integer);
  });
  const cuts: Cut[] = [];
  const toChoice = (chosen: Uint8Array): Choice => ({
    chosen,
    cost: costs.reduce((total, each, cell) => total + (chosen[cell] ? each : 0), 0),
  });
  return {
    require(cut) {
      cuts.push(cut);
      const { cells, weights, held } = cut;
      const [indices, factors, least] =
        held === undefined ? [cells, weights, 1] : [[...cells, held], [...weights, -1], 0];
      model.addRow(least, solver.infinity, { indices, values: factors });
    },
    quick: () => toChoice(chooseGreedily(cuts, costs)),
    cheapest() {
      if (cuts.length > mostCuts) return undefined;
      model.run();
      if (model.getModelStatus() !== optimal) return undefined;
      return toChoice(Uint8Array.from(model.getSolution().colValue, (value) => (value > 0.5 ? 1 : 0)));
    },
    dispose: () => model.dispose(),
  };
}

/** Takes the cell that helps most for its cost until all is met, then gives back what was not needed, dearest first. */
function chooseGreedily(cuts: readonly Cut[], costs: Float64Array): Uint8Array {
  const chosen = Uint8Array.from(costs, (cost) => (cost === 0 ? 1 : 0));
  const got = (cut: Cut): number =>
    cut.cells.reduce((total, cell, at) => total + (chosen[cell] ? cut.weights[at]! : 0), 0);
  const isMet = (cut: Cut): boolean => (cut.held !== undefined && !chosen[cut.held]) || got(cut) > 1 - 1e-6;
  const taken: number[] = [];
  for (let open = cuts.filter((cut) => !isMet(cut)); open.length > 0; open = cuts.filter((cut) => !isMet(cut))) {
    const help = new Float64Array(costs.length);
    for (const cut of open) {
      const lacking = 1 - got(cut);
      cut.cells.forEach((cell, at) => {
        if (!chosen[cell]) help[cell]! += Math.min(lacking, cut.weights[at]!);
      });
    }
    let best = -1;
    for (let cell = 0; cell < costs.length; cell++) {
      if (help[cell]! > 0 && (best < 0 || help[cell]! / costs[cell]! > help[best]! / costs[best]!)) best = cell;
    }
    if (best < 0) return chosen;
    chosen[best] = 1;
    taken.push(best);
  }
  for (const cell of taken.sort((a, b) => costs[b]! - costs[a]!)) {
    chosen[cell] = 0;
    if (!cuts.every(isMet)) chosen[cell] = 1;
  }
  return chosen;
}
