import type { Catalog, ColumnMeta, TableWindow } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import type { MaskedRow } from "./steering-mask.ts";

/**
 * Rows in an order that tells nothing: by what they are called, totals last. The order of a view may be by size, and would
 * tell which of two hidden counts is the larger.
 */
export function inOpenOrder(
  rows: readonly MaskedRow[],
  columns: readonly ColumnMeta[],
  codes: Catalog["codes"],
): MaskedRow[] {
  const keys = columns.filter(({ role }) => role === "by" || role === "time");
  const placeOf = keys.map(({ name, codes: list }) => {
    const places = new Map((codes[list ?? name] ?? []).map(({ code }, at) => [code, at]));
    return ({ row }: MaskedRow) => places.get(String(row[name]));
  });
  return [...rows].sort((a, b) => {
    const [allOfA, allOfB] = [a, b].map(({ row }) => keys.filter(({ name }) => row[name] === null).length);
    if (allOfA !== allOfB && "margin" in a.row) return (allOfA ?? 0) - (allOfB ?? 0);
    for (const [at, { name }] of keys.entries()) {
      const order = compare(placeOf[at]?.(a), placeOf[at]?.(b)) || compare(a.row[name], b.row[name]);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** The part of the rows that is asked for, filtered and sorted by what is shown. */
export function throughWindow(
  rows: readonly MaskedRow[],
  columns: readonly ColumnMeta[],
  { filter = [], sort = [] }: TableWindow = {},
): MaskedRow[] {
  for (const { column } of [...filter, ...sort])
    if (!columns.some(({ name }) => name === column)) throw unknown(column, columns);
  const kept = rows.filter(({ row }) =>
    filter.every((each) => {
      const value = row[each.column];
      if (value === null || value === undefined) return false;
      if ("oneOf" in each) return each.oneOf.includes(String(value));
      return String(value).toLowerCase().includes(each.contains.toLowerCase());
    }),
  );
  return kept.sort((a, b) => {
    for (const { column, descending } of sort) {
      const [one, other] = [a.row[column] ?? null, b.row[column] ?? null];
      const order = compare(one, other);
      if (order !== 0) return descending && one !== null && other !== null ? -order : order;
    }
    return 0;
  });
}

/** Nulls last. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return (a as string | number) < (b as string | number) ? -1 : 1;
}

function unknown(column: string, columns: readonly ColumnMeta[]): Refusal {
  const names = columns.map(({ name }) => name).join(", ");
  return new Refusal("unknown_column", {
    sv: `Svaret har ingen kolumn "${column}". Det har ${names}.`,
    en: `The answer has no column "${column}". It has ${names}.`,
  });
}
