import type { ColumnMeta } from "../contract.ts";

/** How two groups are held against each other: SQL over their rows, where `a` and `b` are what those are called. */
export interface Contrast {
  difference(a: string, b: string): string;
  lower(a: string, b: string): string;
  upper(a: string, b: string): string;
  p(a: string, b: string): string;
}

/** With fewer than this no percentage and no mean is compared (indicators README, comparisons). */
const smallestBase = 10;

/** Two rows can be compared when both have enough. */
export function enough(a: string, b: string): string {
  return `${a}.n >= ${smallestBase} and ${b}.n >= ${smallestBase}`;
}

/** Difference, limits and p of `a` and `b`; null where either has too few. */
export function contrasted({ difference, lower, upper, p }: Contrast, a: string, b: string): string[] {
  const columns = { difference, difference_lower: lower, difference_upper: upper, p };
  return Object.entries(columns).map(([name, sql]) => `case when ${enough(a, b)} then ${sql(a, b)} end as ${name}`);
}

/** What is set beside each unit: steps of its own, their join to the units (`turned`), and the columns that come of it. */
export interface Addition {
  steps: string[];
  join: string;
  values: string[];
  columns: ColumnMeta[];
}
