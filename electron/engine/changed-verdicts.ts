import type { ColumnMeta } from "../contract.ts";
import type { Row } from "./steering-mask.ts";

type Verdict = "yes" | "no" | "undecided" | null;

interface Promised {
  value: number;
  comparator: string;
  unit?: string;
  attained?: Verdict;
}

/** What a row's numbers say of its targets: the columns `attained` and `targets`, where both can be told. */
export type Judge = (row: Row) => { attained: Verdict; targets: string | null } | undefined;

/**
 * How a figure's verdicts follow from its numbers, so that they can be given anew from other ones; undefined where the exact numbers
 * do not give the exact verdicts by these rules, which are those of an indicator's targets and of the macro `attained`.
 */
export function verdictsOf(columns: readonly ColumnMeta[], rows: readonly Row[]): Judge | undefined {
  const unit = columns.find(({ name }) => name === "target")?.unit;
  const judge: Judge = (row) => {
    const promised = parsed(row.targets);
    if (promised.length === 0) return { attained: null, targets: asText(row.targets) };
    const verdicts = promised.map((each) => verdict(each, each.unit ?? unit, row));
    if (verdicts.includes(undefined)) return undefined;
    const told = promised.map((each, at) => ("attained" in each ? { ...each, attained: verdicts[at]! } : each));
    return { attained: verdicts[0] ?? null, targets: JSON.stringify(told) };
  };
  const holds = rows.every((row) => {
    const judged = judge(row);
    const exact = parsed(row.targets).map(({ attained }) => attained ?? null);
    const again = judged && parsed(judged.targets).map(({ attained }) => attained ?? null);
    return judged && (row.attained ?? null) === judged.attained && JSON.stringify(exact) === JSON.stringify(again);
  });
  return holds ? judge : undefined;
}

function verdict({ value, comparator }: Promised, unit: string | undefined, row: Row): Verdict | undefined {
  if (unit === "count" || unit === "persons" || unit === "rows") {
    const { k } = row;
    if (typeof k !== "number") return undefined;
    const met = comparator === ">=" ? k >= value : comparator === "<=" ? k <= value : k === value;
    return met ? "yes" : "no";
  }
  const { lower, upper } = row;
  if (unit !== "share") return undefined;
  if (typeof lower !== "number" || typeof upper !== "number") return null;
  if (value >= lower && value <= upper) return "undecided";
  return (comparator === ">=" && lower > value) || (comparator === "<=" && upper < value) ? "yes" : "no";
}

function parsed(targets: unknown): Promised[] {
  return typeof targets === "string" ? (JSON.parse(targets) as Promised[]) : [];
}

function asText(targets: unknown): string | null {
  return typeof targets === "string" ? targets : null;
}
