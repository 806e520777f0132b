import type { FigureColumn } from "./figure.ts";
import type { TracedColumn } from "./traced.ts";

/** Why something of a row is hidden; undefined where it is shown. */
export interface RowReasons<Why> {
  /** Of a column with role base or count. */
  count(column: string): Why | undefined;
  /** Of what is left of the base without the count. */
  rest(column: string): Why | undefined;
  mean: Why | undefined;
}

/** All that follows from what is hidden in a row is hidden with it, for the same reason. */
export function hiddenColumns<Why>(
  columns: readonly TracedColumn[],
  { count, rest, mean }: RowReasons<Why>,
): Record<string, Why> {
  const ofShare = ({ of }: FigureColumn): Why | undefined =>
    of && (count(of.count) ?? count(of.base) ?? rest(of.count));
  const counts = columns.filter(isCounted).map(({ name }) => name);
  const any = [
    ...counts.map(count),
    ...counts.map(rest),
    ...columns.filter(({ role }) => role === "share").map(ofShare),
    mean,
  ].find((reason) => reason !== undefined);
  const reasonOf = (column: TracedColumn): Why | undefined => {
    if (column.role === "by" || column.role === "time") return undefined;
    if (isCounted(column)) return count(column.name);
    if (column.role === "mean" || column.of_mean || column.amount) return mean;
    if (column.of) return ofShare(column);
    return any;
  };
  return Object.fromEntries(
    columns.flatMap((column) => {
      const reason = reasonOf(column);
      return reason ? [[column.name, reason]] : [];
    }),
  );
}

/** Whether a column counts the persons of a set. */
export function isCounted({ role, amount }: TracedColumn): boolean {
  return (role === "base" || role === "count") && !amount;
}
