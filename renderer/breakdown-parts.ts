import type { TableMeta } from "../electron/contract.ts";
import { rememberPart } from "./steering-answer.ts";
import type { Figure } from "./table.ts";

/**
 * An indicator that was divided by each of several columns at once, as a Table for each of them: its rows stand together, without
 * the other columns. A Table that tells a fault is every column's.
 */
export function breakdownParts(figure: Figure, by: readonly string[]): Record<string, Figure> {
  const { data, meta } = figure;
  if (meta.fault !== undefined) return Object.fromEntries(by.map((column) => [column, figure]));
  const owners = Array.from({ length: data.numRows }, (_, row) => ownerOf(figure, by, row));
  return Object.fromEntries(
    by.map((column) => {
      const from = owners.indexOf(column);
      const to = owners.lastIndexOf(column) + 1;
      const columns = meta.columns.filter(({ name }) => name === column || !(by.includes(name) || name === "margin"));
      const part = data.slice(Math.max(0, from), to).select(columns.map(({ name }) => name));
      const suppression = partSuppression(meta, Math.max(0, from), to);
      const cut: Figure = { data: part, meta: { ...meta, ...suppression, columns, rows: part.numRows } };
      rememberPart(cut, { of: figure, by: column, cut: (other) => breakdownParts(other, by)[column] });
      return [column, cut];
    }),
  );
}

/** What is hidden in the rows from one to before another, by their place in the part. */
function partSuppression(
  { suppressed = {}, reasons = {}, earlier }: TableMeta,
  from: number,
  to: number,
): Pick<TableMeta, "suppressed" | "reasons" | "earlier"> {
  const moved = <T>(byRow: Record<string, T>) =>
    Object.fromEntries(
      Object.entries(byRow).flatMap(([row, told]) =>
        Number(row) >= from && Number(row) < to ? [[String(Number(row) - from), told]] : [],
      ),
    );
  return {
    suppressed: moved(suppressed),
    reasons: moved(reasons),
    ...(earlier && { earlier: { ...earlier, cells: moved(earlier.cells) } }),
  };
}

/** The column that a row is a group of; none for the total. Groups of the unknown have a code, all but an unknown year. */
function ownerOf({ data }: Figure, by: readonly string[], row: number): string | undefined {
  if (data.getChild("margin")?.get(row) === true) return undefined;
  return by.find((column) => data.getChild(column)?.get(row) != null) ?? "year";
}
