import type { ColumnMeta } from "../contract.ts";
import { wilsonLower, wilsonUpper } from "../stats/wilson.ts";
import type { Row } from "./steering-mask.ts";

/** A column's value from the counts of its row; NaN where it has none. */
type Formula = (row: Row) => number | boolean;

/** A column that follows from a count and its base. */
export interface Following {
  of: { count: string; base: string };
  value: Formula;
}

const LEVEL = 0.95;
const TOLERANCE = 1e-9;

/**
 * How columns follow from the counts of their row, so that they can be computed anew from other counts. A formula is believed only
 * if it gives every exact value from the exact counts: a view of the workspace may mean another interval.
 */
export function followingColumns(
  columns: readonly ColumnMeta[],
  rows: readonly Row[],
  counted: readonly string[],
): Map<string, Following> {
  const follow = ({ name }: ColumnMeta, of: Following["of"], tried: Formula[]): [string, Following][] => {
    const value = tried.find((each) => rows.every((row) => isSame(row[name], each(row))));
    return value ? [[name, { of, value }]] : [];
  };
  const shares = columns.flatMap((column) => {
    const { role, of } = column;
    const isOfCounts = role === "share" && of && counted.includes(of.count) && counted.includes(of.base);
    return isOfCounts ? follow(column, of, [shareOf(of)]) : [];
  });
  const [first, ...others] = new Map(shares.map(([, { of }]) => [JSON.stringify(of), of])).values();
  // Beside several shares it is not said whose limits these are.
  if (!first || others.length > 0) return new Map(shares);
  const rest = columns.filter(({ name }) => !shares.some(([share]) => share === name));
  return new Map([...shares, ...rest.flatMap((column) => follow(column, first, limitsOf(column, first)))]);
}

function shareOf({ count, base }: Following["of"]): (row: Row) => number {
  return (row) =>
    numberOf(row[count]) <= numberOf(row[base]) ? numberOf(row[count]) / numberOf(row[base]) : Number.NaN;
}

/** What a limit of a share may be. Where the unknown are counted both ways, the upper one is that of all of them as yes. */
function limitsOf({ name, role, unit }: ColumnMeta, { count, base }: Following["of"]): Formula[] {
  const k = (row: Row) => numberOf(row[count]);
  const most = (row: Row) => k(row) + numberOf(row.unknown);
  const n = (row: Row) => numberOf(row[base]);
  const lower = (row: Row) => wilsonLower(k(row), n(row), LEVEL);
  const uppers = [k, most].map((yes) => (row: Row) => wilsonUpper(yes(row), n(row), LEVEL));
  if (role === "interval" && unit === "share") {
    return [
      lower,
      ...uppers,
      shareOf({ count, base }),
      (row) => (most(row) <= n(row) ? most(row) / n(row) : Number.NaN),
    ];
  }
  if (name === "low_precision") return uppers.map((upper) => (row) => upper(row) - lower(row) > 0.3);
  return [];
}

function numberOf(value: unknown): number {
  return typeof value === "number" ? value : Number.NaN;
}

function isSame(value: unknown, computed: number | boolean): boolean {
  if (typeof computed === "boolean") return (value ?? false) === computed;
  if (value === null || value === undefined) return Number.isNaN(computed);
  return typeof value === "number" && Math.abs(value - computed) <= TOLERANCE;
}
