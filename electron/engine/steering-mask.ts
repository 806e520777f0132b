import type { ColumnMeta } from "../contract.ts";
import type { Reason } from "../disclosure/traced.ts";
import type { SteeringQuestion } from "./steering-question.ts";

export type Row = Record<string, unknown>;

export interface MaskedRow {
  row: Row;
  /** Hidden columns and why. */
  hidden: Readonly<Record<string, Reason>>;
}

// Of an indicator: what a target says, and which row this is, hold whoever is counted.
const SAID_ANYHOW = ["margin", "target", "comparator", "suppressed"];

/**
 * Rows with what is hidden as null, and what is shown rounded to what a reader sees: printed in full, a limit tells of how
 * many it is.
 */
export function maskRows(
  rows: readonly Row[],
  hidden: readonly Readonly<Record<string, Reason>>[],
  { columns, counted, fromAllRows, never, leavesOut }: SteeringQuestion,
  isWholeHidden: boolean,
): MaskedRow[] {
  if (!counted) return rows.map((row) => ({ row, hidden: {} }));
  const everywhere = [...(isWholeHidden || hidden.some(isAny) ? fromAllRows : []), ...never];
  const masked = rows.map((row, at): MaskedRow => {
    const all: Record<string, Reason> = { ...hidden[at] };
    for (const name of everywhere) all[name] ??= "secondary";
    const own = Object.fromEntries(
      Object.entries(all).filter(([name]) => name in row && !(SAID_ANYHOW.includes(name) && counted.same.estimate)),
    );
    return { row: masked1(row, columns, own), hidden: own };
  });
  if (!leavesOut) return masked;
  const counts = columns.filter(({ role }) => role === "base" || role === "count").map(({ name }) => name);
  return masked.filter(({ hidden: own }) => counts.some((name) => !(name in own)));
}

function isAny(hidden: Readonly<Record<string, Reason>>): boolean {
  return Object.keys(hidden).length > 0;
}

function masked1(row: Row, columns: readonly ColumnMeta[], hidden: Readonly<Record<string, Reason>>): Row {
  const shown = columns.map((column): [string, unknown] => [
    column.name,
    column.name in hidden ? null : rounded(row[column.name], column),
  ]);
  const names = Object.keys(hidden).join(",");
  return { ...Object.fromEntries(shown), ...("suppressed" in row && { suppressed: names }) };
}

function rounded(value: unknown, { role, unit }: ColumnMeta): unknown {
  const isExact = role === undefined || (!["share", "mean", "interval"].includes(role) && unit !== "hours");
  if (typeof value !== "number" || isExact) return value;
  const digits = unit === "hours" ? 1 : unit === "share" || unit === undefined ? 1000 : 10;
  const near = Math.round(value * digits) / digits;
  // Read with fewer decimals it must stay the same number: 0.3946 is 39 %, though 0.395 would be read as 40 %.
  const isReadAsOther = digits === 1000 && asPercent(near) !== asPercent(value);
  return isReadAsOther ? Math.round((near + Math.sign(value - near) * 0.0001) * 10_000) / 10_000 : near;
}

/** Whole percent, halves away from nought, as they are written. */
function asPercent(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) * 100);
}
