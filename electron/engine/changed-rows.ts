import type { ColumnMeta } from "../contract.ts";
import { isCounted } from "../disclosure/hidden-columns.ts";
import { keyOfMark } from "../disclosure/marks.ts";
import type { DisclosurePolicy } from "../disclosure/policy.ts";
import type { Mark, Reason, TracedFigure } from "../disclosure/traced.ts";
import { type Following, followingColumns } from "./changed-follows.ts";
import { type Judge, verdictsOf } from "./changed-verdicts.ts";
import type { MaskedRow, Row } from "./steering-mask.ts";

/** A count as it leaves the room, from the count and the set behind it. */
export type ChangeCount = (count: number, mark: Mark) => number;

export interface ChangedFigure {
  /** All columns of the figure. */
  columns: readonly ColumnMeta[];
  /** Their exact values, in the order of the traced rows. */
  rows: readonly Row[];
  traced: TracedFigure;
  /** Columns without a role that hold whoever is counted, such as what a target says. */
  saidAnyhow: ReadonlySet<string>;
  /** What rows are called may be of persons, so that small ones are not told at all. */
  isOwn: boolean;
}

/**
 * The rows with every count of persons changed. What follows from counts alone is computed anew; all else that comes of persons is
 * left out, since beside a changed count an exact share gives the count back, and a mean is of exactly those counted.
 */
export function changeRows(figure: ChangedFigure, change: ChangeCount, policy: DisclosurePolicy): MaskedRow[] {
  const { columns, rows, traced, isOwn } = figure;
  const counted = traced.columns.filter(isCounted).map(({ name }) => name);
  const following = followingColumns(columns, rows, counted);
  const judge = verdictsOf(columns, rows);
  const isThere = presence(figure, counted);
  return rows.flatMap((row, at) => {
    const largest = Math.max(...counted.map((name) => Number(row[name] ?? 0)));
    if (isOwn && largest < policy.smallestCount) return [];
    const counts = Object.fromEntries(
      counted.map((name) => [name, change(Number(row[name] ?? 0), traced.marks[name]![at]!)]),
    );
    if (!isThere(counts, at)) return [];
    return [changeRow(figure, row, counts, { following, judge, smallestBase: policy.smallestBase })];
  });
}

interface Rules {
  following: Map<string, Following>;
  judge: Judge | undefined;
  smallestBase: number;
}

function changeRow({ columns, saidAnyhow }: ChangedFigure, row: Row, counts: Row, rules: Rules): MaskedRow {
  const { following, judge, smallestBase } = rules;
  const told: Row = {};
  for (const { name, role } of columns) {
    const follows = following.get(name);
    if (role === "by" || role === "time" || saidAnyhow.has(name)) told[name] = row[name];
    else if (name in counts) told[name] = counts[name];
    else if (follows && isShareTold(counts, follows.of, smallestBase)) told[name] = numberOrNone(follows.value(counts));
  }
  const verdicts = judge?.({ ...told, targets: row.targets });
  const isJudged = verdicts && (verdicts.attained !== null || (row.attained ?? null) === null);
  if (isJudged) for (const name of ["attained", "targets"] as const) if (name in row) told[name] = verdicts[name];
  const left = columns.map(({ name }) => name).filter((name) => told[name] === undefined && name !== "suppressed");
  const shown = Object.fromEntries(columns.map(({ name }) => [name, told[name] ?? null]));
  return {
    row: { ...shown, ...("suppressed" in row && { suppressed: left.join(",") }) },
    hidden: Object.fromEntries(left.map((name) => [name, "secondary" satisfies Reason])),
  };
}

/** A share of few tells of each of them; and noise can make a part larger than its whole. */
function isShareTold(counts: Row, { count, base }: Following["of"], smallestBase: number): boolean {
  const [k, n] = [Number(counts[count]), Number(counts[base])];
  return n >= smallestBase && k <= n;
}

function numberOrNone(value: number | boolean): number | boolean | undefined {
  return typeof value === "number" && Number.isNaN(value) ? undefined : value;
}

/**
 * Whether a row may be there: many views have a row only for those of whom there is somebody, so that a row of nought would tell
 * one, two or three. Which columns a row is there for is told by the sets: a base that rows share is not what they are there for.
 */
function presence({ rows, traced }: ChangedFigure, counted: readonly string[]): (counts: Row, at: number) => boolean {
  const dividing = traced.columns.filter(({ role, measure }) => (role === "by" || role === "time") && !measure);
  const groupOf = (row: Row) => JSON.stringify(dividing.map(({ name }) => row[name] ?? null));
  const whole = JSON.stringify(dividing.map(() => null));
  const bases = traced.columns.filter(({ name, role }) => role === "base" && counted.includes(name));
  const isShared = bases.some(({ name }) => {
    const groups = new Map<string, string>();
    return rows.some((row, at) => {
      const mark = keyOfMark(traced.marks[name]![at]!);
      if (mark === "") return false;
      const before = groups.get(mark);
      groups.set(mark, groupOf(row));
      return before !== undefined && before !== groupOf(row);
    });
  });
  const parts = traced.columns.filter(({ name, role }) => role === "count" && counted.includes(name));
  const tellers = isShared && parts.length > 0 ? parts : [...bases, ...parts];
  return (counts, at) => groupOf(rows[at]!) === whole || tellers.some(({ name }) => counts[name] !== 0);
}
