import type { ColumnMeta } from "../contract.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * Columns of a row that go where a mean is of a part of its base, and the part is too few or hidden. All such means of a row go together,
 * and the limits with them: those of two parts and of both give each other away.
 */
export function hiddenPartMeans(
  row: Row,
  columns: readonly ColumnMeta[],
  hidden: Row,
  smallestMean: number,
): readonly string[] {
  const parts = columns.flatMap(({ role, of }) => (role === "mean" && of ? [of] : []));
  const isTold = parts.every(({ count, base }) => {
    const persons = Number(row[count]);
    return !(count in hidden) && !(base in hidden) && (persons === 0 || persons >= smallestMean);
  });
  if (isTold) return [];
  return columns.flatMap(({ name, role, of }) => ((role === "mean" && of) || role === "interval" ? [name] : []));
}
