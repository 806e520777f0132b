import type { IndicatorEntry, Text } from "../electron/contract.ts";
import { type IntervalRow, readIntervals } from "./charts/interval-rows.ts";
import { type Figure, readRows } from "./table.ts";
import type { Wording } from "./wording.ts";

/** An indicator's one estimate, for the whole of what the page looks at. */
export interface Estimate {
  indicator: IndicatorEntry;
  figure: Figure;
  /** `unmeasured`: nobody to count, so there is no estimate; the sentence says of what. */
  state: "shown" | "hidden" | "unmeasured" | "fault";
  row: IntervalRow;
  /** How many of the base whose result is unknown. */
  unknown: number;
  /** What the estimate is if all unknown are no, and if all are yes; null where the definition does not ask. */
  bounds: { low: number; high: number } | null;
  sentence: Text | null;
}

/** Reads the answer of an indicator that was asked without groups. */
export function readEstimate(indicator: IndicatorEntry, figure: Figure, wording: Wording): Estimate | undefined {
  const rows = figure.meta.fault === undefined ? readIntervals(figure, wording) : [nothing];
  const row = rows[0];
  if (row === undefined) return undefined;
  const [cells = {}] = readRows(figure);
  const { bound_low: low, bound_high: high } = cells;
  return {
    indicator,
    figure,
    state: stateOf(figure, row),
    row,
    unknown: typeof cells.unknown === "number" ? cells.unknown : 0,
    bounds: typeof low === "number" && typeof high === "number" ? { low, high } : null,
    sentence: figure.meta.sentence ?? null,
  };
}

/** The estimate in its own unit: `63 %`, `252`, `+3,9`. */
export function valueWords({ indicator, state, row }: Estimate, wording: Wording): string {
  if (state === "hidden") return wording.glyph;
  if (row.estimate === null || state === "unmeasured") return "–";
  return `${measureWords(row.estimate, { share: row.share, signed: indicator.kind === "change" }, wording)}${row.mark}`;
}

/** A number of a share, a count or a score as it is read. */
export function measureWords(
  value: number,
  { share, signed = false }: { share: boolean; signed?: boolean },
  { format }: Wording,
): string {
  if (share) return format.share(value);
  // Tenths of tens of thousands of hours are noise.
  return `${signed && value > 0 ? "+" : ""}${format.decimal(value, Math.abs(value) >= 1000 ? 0 : 1)}`;
}

/** `24 av 38`, or how many a mean stands on; empty where the estimate says it itself. */
export function basisWords({ indicator, state, row }: Estimate, { format }: Wording): string {
  if (state !== "shown" || row.base === null) return "";
  if (indicator.kind === "mean" || indicator.kind === "change") return `n = ${format.count(row.base)}`;
  if (row.count === null || isPlainCount(indicator)) return "";
  return format.outOf(row.count, row.base);
}

/** `47–77 %`; empty where there is none. */
export function intervalWords({ row }: Estimate, { format }: Wording): string {
  if (row.lower === null || row.upper === null) return "";
  return row.share ? format.shareInterval(row.lower, row.upper) : format.decimalInterval(row.lower, row.upper);
}

/** A count of what there is, where base and count are the same. */
export function isPlainCount({ kind, definition }: IndicatorEntry): boolean {
  return kind === "count" && (definition as { numerator?: unknown }).numerator == null;
}

function stateOf(figure: Figure, row: IntervalRow): Estimate["state"] {
  if (figure.meta.fault !== undefined) return "fault";
  if (row.state === "hidden") return "hidden";
  return row.estimate === null || (row.base === 0 && row.estimate === 0) ? "unmeasured" : "shown";
}

const nothing: IntervalRow = {
  label: "",
  series: 0,
  estimate: null,
  lower: null,
  upper: null,
  count: null,
  base: null,
  state: "empty",
  lowPrecision: false,
  targets: [],
  share: false,
  apart: false,
  mark: "",
};
