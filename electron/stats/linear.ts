/**
 * Solves A x = b by elimination with row pivoting; undefined when A is singular to working precision. A and b are not changed.
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | undefined {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) if (size(rows, i, column) > size(rows, pivot, column)) pivot = i;
    if (!(size(rows, pivot, column) > 1e-14)) return undefined;
    const top = rows[pivot] as number[];
    rows[pivot] = rows[column] as number[];
    rows[column] = top;
    for (let i = column + 1; i < n; i++) {
      const row = rows[i] as number[];
      const factor = (row[column] as number) / (top[column] as number);
      for (let j = column; j <= n; j++) row[j] = (row[j] as number) - factor * (top[j] as number);
    }
  }
  const solution = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] as number[];
    let rest = row[n] as number;
    for (let j = i + 1; j < n; j++) rest -= (row[j] as number) * (solution[j] as number);
    solution[i] = rest / (row[i] as number);
  }
  return solution;
}

function size(rows: readonly number[][], row: number, column: number): number {
  return Math.abs(rows[row]?.[column] as number);
}
