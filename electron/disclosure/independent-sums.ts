/**
 * Sums from which all the others follow: a solver is as slow as it has rows, and figures that overlap say most things twice. The
 * shortest are kept, by elimination.
 */
export function independentSums(cells: number, sums: readonly Int32Array[]): Int32Array[] {
  const reduced = new Map<number, Float64Array>();
  const shortestFirst = [...sums].sort((a, b) => a.length - b.length);
  return shortestFirst.filter(([total, ...parts]) => {
    const row = new Float64Array(cells);
    row[total!] = -1;
    for (const part of parts) row[part]! += 1;
    for (let cell = 0; cell < cells; cell++) {
      const factor = row[cell]!;
      if (Math.abs(factor) < tolerance) continue;
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
  });
}

const tolerance = 1e-9;
