import type { ColumnMeta, OwnTarget, Text } from "../../electron/contract.ts";
import type { Row } from "../table.ts";
import type { Wording } from "../wording.ts";
import { numeric } from "./chart.ts";

/** What a programme has promised, set against an estimate. */
export interface PromisedTarget {
  value: number;
  share: boolean;
  /** `>=` where it is not said. */
  comparator?: OwnTarget["comparator"];
  /** Whom it was promised for, where that is not the whole programme: `Kristinehamn`. */
  whose: string;
  /** The promise in its own words. */
  title: Text | null;
  /** Where it was promised; empty where the table does not say. */
  source: string;
  /** Whether the estimate and its interval reach it, as the engine judged. */
  attained: "yes" | "no" | "undecided" | null;
}

/** As the engine writes a target into the column `targets`. */
interface WrittenTarget {
  value: number;
  unit?: string;
  comparator?: OwnTarget["comparator"];
  scope?: Record<string, string>;
  title?: Text | null;
  source?: string;
  attained?: PromisedTarget["attained"];
}

/** The row's targets in the programme's order: all of them from `targets`, else the one in the column given. */
export function readTargets(row: Row, column: ColumnMeta | undefined, wording: Wording): PromisedTarget[] {
  if (typeof row.targets === "string") {
    const written = JSON.parse(row.targets) as WrittenTarget[] | null;
    return (written ?? []).map(
      ({ value, unit = "share", comparator = ">=", scope, title = null, source = "", attained = null }) => ({
        value,
        share: unit === "share",
        comparator,
        whose: whoseTarget(scope, wording),
        title,
        source,
        attained,
      }),
    );
  }
  const single = column === undefined ? null : numeric(row[column.name]);
  if (single === null) return [];
  // A verdict that is hidden is none.
  const attained = typeof row.attained === "string" ? (row.attained as PromisedTarget["attained"]) : null;
  return [{ value: single, share: column?.unit === "share", whose: "", title: null, source: "", attained }];
}

/** `mål 60 %`, `mål högst 20 %`, `mål 50 % (Kristinehamn)`. */
export function targetWords(target: PromisedTarget, { t, format }: Wording): string {
  const value = target.share ? format.share(target.value) : format.decimal(target.value);
  const limit = target.comparator === "<=" ? t("chart.at_most", { value }) : value;
  return `${t("chart.target")} ${limit}${target.whose === "" ? "" : ` (${target.whose})`}`;
}

/** What a programme has promised for another part than the one that is looked at. */
export function promisedElsewhere(
  promised: readonly OwnTarget[],
  shown: readonly PromisedTarget[],
  wording: Wording,
): PromisedTarget[] {
  return promised
    .map(({ value, unit, comparator, scope, title = null, source }) => ({
      value,
      share: unit === "share",
      comparator,
      whose: whoseTarget(scope, wording),
      title,
      source,
      attained: null,
    }))
    .filter((target) => !shown.some(({ value, whose }) => value === target.value && whose === target.whose));
}

function whoseTarget(scope: Record<string, string> | undefined, wording: Wording): string {
  return Object.entries(scope ?? {})
    .map(([column, code]) => wording.code(column, code))
    .join(", ");
}
