import { type Figure, findColumn, isHidden, type Row, readRows } from "../table.ts";
import type { Wording } from "../wording.ts";
import { numeric } from "./chart.ts";
import { type IntervalRow, readIntervals } from "./interval-rows.ts";

/** A lower and an upper limit. */
export type Limits = readonly [number, number];

/** A unit of a comparison, such as a municipality: its estimate, and how it stands to the programme and to the rest of it. */
export interface ComparedRow extends IntervalRow {
  /** The unit's code. */
  unit: string;
  /** What the engine sets beside the estimate is hidden: in the steering room that is all of it as soon as one number is. */
  comparisonHidden: boolean;
  /** Fewer than ten, in the unit or in the rest of the programme. */
  tooFew: boolean;
  /** Its questionnaires were answered so otherwise than the rest's that a difference is no difference of units. */
  modesUnlike: boolean;
  programme: number | null;
  /** Of a share. */
  funnel: { within95: Limits; within998: Limits; adjusted: boolean } | null;
  signal: "within" | "outside_95" | "outside_998" | null;
  shrunk: number | null;
  shrinkage: "shrunk" | "no_difference" | "not_estimated" | null;
  /** The unit minus the rest of the programme; null where either has too few. */
  difference: { value: number; limits: Limits; p: number | null; pAdjusted: number | null } | null;
}

/** What holds for a whole comparison; the same in every row of it. */
export interface ComparedWhole {
  count: number | null;
  base: number | null;
  value: number | null;
  share: boolean;
  /** How many units had enough to be compared. */
  compared: number | null;
  falseAlarm: number | null;
  hidden: boolean;
}

/** Fewer than this are too few to compare where a view, unlike an indicator, does not say it itself. */
const smallestBase = 10;

/** Reads the units of an indicator's comparison, or of a view that is grouped by them, in the order of the Table. */
export function readComparison(figure: Figure, wording: Wording): ComparedRow[] {
  const isComparison = findColumn(figure, "programme") !== undefined;
  const column = figure.meta.columns.find(({ role, measure }) => role === "by" && measure !== true);
  const cells = readRows(figure);
  return readIntervals(figure, wording).map((row, index) => {
    const own = cells[index] ?? {};
    const unit = String(own[column?.name ?? ""] ?? "");
    // Where it is all of the programme, it is not the unit that is too small: there is no rest.
    const tooFew = isComparison
      ? own.signal === "too_few" && own.programme_n !== own.n
      : row.base !== null && row.base < smallestBase;
    return {
      ...row,
      unit,
      label: wording.code("municipality", unit),
      apart: false,
      series: 0,
      comparisonHidden: isComparison && isHidden(own, "programme"),
      tooFew,
      quiet: tooFew,
      // Of a handful of scores the interval is wider than the scale: it would squeeze all others.
      ...(isComparison || !tooFew ? {} : { lower: null, upper: null }),
      modesUnlike: own.modes_unlike === true && !tooFew,
      programme: numeric(own.programme),
      funnel: readFunnel(own),
      signal: oneOf(own.signal, ["within", "outside_95", "outside_998"]),
      shrunk: numeric(own.shrunk),
      shrinkage: oneOf(own.shrinkage, ["shrunk", "no_difference", "not_estimated"]),
      difference: readDifference(own),
    };
  });
}

/** Undefined for a Table without rows. */
export function readWhole(figure: Figure, wording: Wording): ComparedWhole | undefined {
  const [row] = readRows(figure);
  if (row === undefined || findColumn(figure, "programme") === undefined) return undefined;
  return {
    count: numeric(row.programme_k),
    base: numeric(row.programme_n),
    value: numeric(row.programme),
    share: readIntervals(figure, wording).some(({ share }) => share),
    compared: numeric(row.units_compared),
    falseAlarm: numeric(row.false_alarm),
    hidden: isHidden(row, "programme"),
  };
}

function readFunnel(row: Row): ComparedRow["funnel"] {
  const within95 = limits(row, "funnel_lower_95", "funnel_upper_95");
  const within998 = limits(row, "funnel_lower_998", "funnel_upper_998");
  if (within95 === null || within998 === null) return null;
  return { within95, within998, adjusted: row.funnel_adjusted === true };
}

function readDifference(row: Row): ComparedRow["difference"] {
  const value = numeric(row.difference);
  const range = limits(row, "difference_lower", "difference_upper");
  if (value === null || range === null) return null;
  return { value, limits: range, p: numeric(row.p), pAdjusted: numeric(row.p_adjusted) };
}

function limits(row: Row, lower: string, upper: string): Limits | null {
  const range = [numeric(row[lower]), numeric(row[upper])] as const;
  return range[0] === null || range[1] === null ? null : [range[0], range[1]];
}

function oneOf<const T extends string>(value: unknown, known: readonly T[]): T | null {
  return known.find((each) => each === value) ?? null;
}
