import type { Totals } from "./sentence-kinds.ts";

type Row = Readonly<Record<string, unknown>>;

/** The numbers that a sentence tells, with NaN for what is hidden: a sentence writes that as hidden. */
export function steeringTotals(row: Row | undefined, hidden: Row = {}): Totals | undefined {
  if (!row) return undefined;
  const told = (name: string) => (name in hidden ? Number.NaN : Number(row[name] ?? 0));
  const estimate = row.estimate === null && !("estimate" in hidden) ? null : told("estimate");
  return { n: told("n"), k: told("k"), unknown: told("unknown"), estimate };
}
