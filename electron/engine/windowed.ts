import type { TableWindow, Value } from "../contract.ts";
import { Refusal } from "../refusal.ts";

/** Rows of one answer when nothing else is asked for. What is cut is said in the Table (`truncated`). */
const DEFAULT_LIMIT = 10_000;
/** More rows than this are never sent in one answer. */
const LARGEST_LIMIT = 2_000_000;

export interface Statement {
  sql: string;
  params: Record<string, Value>;
}

/** How many rows of an answer are sent at most. */
export function rowLimit(window: TableWindow = {}): number {
  return Math.min(Math.max(Math.trunc(window.limit ?? DEFAULT_LIMIT), 0), LARGEST_LIMIT);
}

/**
 * The statement with its rows filtered and sorted in the database; the page never does that itself.
 *
 * Throws a Refusal for a column that the answer does not have.
 */
export function windowed(statement: Statement, columns: string[], window: TableWindow = {}): Statement {
  const { filter = [], sort = [] } = window;
  if (filter.length === 0 && sort.length === 0) return statement;
  const name = (column: string) => {
    if (columns.includes(column)) return quoted(column);
    throw new Refusal("unknown_column", {
      sv: `Svaret har ingen kolumn "${column}". Det har ${columns.join(", ")}.`,
      en: `The answer has no column "${column}". It has ${columns.join(", ")}.`,
    });
  };
  const params: Record<string, Value> = { ...statement.params };
  const conditions = filter.map((each, at) => {
    const text = `${name(each.column)}::varchar`;
    params[`window_filter_${at}`] = "contains" in each ? each.contains : each.oneOf;
    if ("contains" in each) return `contains(lower(${text}), lower($window_filter_${at}))`;
    return `list_contains($window_filter_${at}::varchar[], ${text})`;
  });
  const order = sort.map(({ column, descending }) => `${name(column)}${descending ? " desc" : ""} nulls last`);
  const sql = [
    `select * from (\n${statement.sql}\n) as answer`,
    ...(conditions.length > 0 ? [`where ${conditions.join(" and ")}`] : []),
    ...(order.length > 0 ? [`order by ${order.join(", ")}`] : []),
  ].join("\n");
  return { sql, params };
}

function quoted(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}
