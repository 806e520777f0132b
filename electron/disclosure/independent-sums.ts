/** A row of an equation between cells: by cell, how often it is taken. */
export type Equation = ReadonlyMap<number, number>;

/** The first cell is the sum of the others. */
export function equationOf([total, ...parts]: Int32Array): Equation {
  const row = new Map([[total!, -1]]);
  for (const part of parts) row.set(part, (row.get(part) ?? 0) + 1);
  return row;
}

/** Tells of one equation after the other whether it says anything that those before do not, by elimination. */
export function createIndependence(cells: number): (equation: Equation) => boolean {
  const reduced = new Map<number, Float64Array>();
  return (equation) => {
    const row = new Float64Array(cells);
    for (const [cell, often] of equation) row[cell] = often;
    for (let cell = 0; cell < cells; cell++) {
      const factor = row[cell]!;
      if (Math.abs(factor) < TOLERANCE) continue;
      const known = reduced.get(cell);
      if (!known) {
        reduced.set(
          cell,
          row.map((each) => each / factor),
        );
        return true;
      }
      for (let at = cell; at < cells; at++) row[at]! -= factor * known[at]!;
    }
    return false;
  };
}

/**
 * Sums from which all the others follow, the shortest of them: a solver is as slow as it has rows, and figures that overlap say
 * most things twice.
 */
export function independentSums(cells: number, sums: readonly Int32Array[]): readonly Int32Array[] {
  if (sums.length ** 2 * cells > MOST_STEPS) return sums;
  const isNew = createIndependence(cells);
  return [...sums].sort((a, b) => a.length - b.length).filter((sum) => isNew(equationOf(sum)));
}

const TOLERANCE = 1e-9;
/** About a second. */
const MOST_STEPS = 1e9;
