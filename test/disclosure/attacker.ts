import loadHighs, { type Highs, type Model } from "highs";

/** What an attacker holds: the codes of each dimension, and every cell with its count, or null where it is hidden. */
export interface Published {
  /** Codes of the finest level, and the group of each where there are groups. */
  dimensions: readonly { codes: readonly string[]; groups?: Readonly<Record<string, string>> }[];
  cells: readonly { codes: readonly string[]; count: number | null }[];
}

/** Whole tables that agree with all that is published, as the attacker finds them. */
export interface Attack {
  /** The smallest and largest count that a cell can have. `known`: what the attacker knows besides, cell → count. */
  bounds(cell: number, known?: ReadonlyMap<number, number>): [number, number];
  /** Whether the counts of a cell can differ by as much; cheaper than its bounds. */
  differs(cell: number, by: number, known?: ReadonlyMap<number, number>): boolean;
  close(): void;
}

const highs: Highs = await loadHighs();

/**
 * Attacks by the definition: one unknown whole number for each inner cell, one equation for each published count. It knows
 * nothing of how the counts were protected and shares nothing with what protects them.
 */
export function attack({ dimensions, cells }: Published): Attack {
  const inner = dimensions.reduce<string[][]>(
    (rows, { codes }) => rows.flatMap((row) => codes.map((code) => [...row, code])),
    [[]],
  );
  const under = (code: string, wanted: string, at: number): boolean => {
    for (let each: string | undefined = code; each !== undefined; each = dimensions[at]!.groups?.[each]) {
      if (each === wanted) return true;
    }
    return wanted === "*";
  };
  const parts = cells.map(({ codes }) =>
    inner.flatMap((row, number) => (row.every((code, at) => under(code, codes[at]!, at)) ? [number] : [])),
  );

  // One more unknown for each published or hidden cell, bound to its parts, so that a question is a cost on one column.
  const first = inner.length;
  const model: Model = highs.createModel();
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
  const most = 1000 + cells.reduce((total, { count }) => total + (count ?? 0), 0);
  for (let at = 0; at < first; at++) {
    model.addVar(0, most);
    model.changeColIntegrality(at, highs.constants.variableType.integer);
  }
  cells.forEach(({ count }, at) => {
    model.addVar(count ?? 0, count ?? most * inner.length);
    const indices = [first + at, ...parts[at]!];
    model.addRow(0, 0, { indices, values: indices.map((_, each) => (each === 0 ? -1 : 1)) });
  });

  const found: number[][] = [];
  const solve = (cell: number, sense: 1 | -1): number => {
    model.changeColCost(first + cell, sense);
    model.run();
    const status = model.getModelStatus();
    const { optimal } = highs.constants.modelStatus;
    if (status !== optimal) throw new Error(`The attack on a cell ended with status ${status}.`);
    const solution = Array.from(model.getSolution().colValue, (value) => Math.round(value) + 0);
    model.changeColCost(first + cell, 0);
    found.push(solution);
    return solution[first + cell]!;
  };
  const knowing = <T>(known: ReadonlyMap<number, number> | undefined, work: () => T): T => {
    for (const [cell, count] of known ?? []) model.changeColBounds(first + cell, count, count);
    try {
      return work();
    } finally {
      for (const cell of known?.keys() ?? []) model.changeColBounds(first + cell, 0, most * inner.length);
    }
  };
  const bounds: Attack["bounds"] = (cell, known) => knowing(known, () => [solve(cell, 1), solve(cell, -1)]);
  return {
    bounds,
    differs(cell, by, known) {
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      const isOpen = (table: readonly number[]): boolean => {
        for (const [each, count] of known ?? []) if (table[first + each] !== count) return false;
        low = Math.min(low, table[first + cell]!);
        high = Math.max(high, table[first + cell]!);
        return high - low >= by;
      };
      if (found.some(isOpen)) return true;
      return knowing(known, () => {
        for (const sense of [1, -1] as const) {
          solve(cell, sense);
          if (isOpen(found.at(-1)!)) return true;
        }
        return false;
      });
    },
    close: () => model.dispose(),
  };
}
