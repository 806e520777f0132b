import type { Wording } from "../wording.ts";
import type { IntervalRow } from "./interval-rows.ts";
import { type PromisedTarget, targetWords } from "./targets.ts";

/** The chart in words, a sentence for each line. */
export function intervalSummary(rows: readonly IntervalRow[], wording: Wording): string {
  return rows.map((row) => `${row.label}: ${describeRow(row, wording)}`).join(" ");
}

function describeRow(row: IntervalRow, wording: Wording): string {
  const { t, format } = wording;
  if (row.state === "hidden") return t("summary.hidden");
  if (row.estimate === null) return t("summary.nobody");
  const number = row.share ? format.share(row.estimate) : format.decimal(row.estimate);
  const outOf =
    row.count === null || row.base === null ? "" : t("summary.out_of", { outOf: format.outOf(row.count, row.base) });
  const interval =
    row.lower === null || row.upper === null
      ? ""
      : t("summary.interval", {
          interval: row.share
            ? format.shareInterval(row.lower, row.upper)
            : format.decimalInterval(row.lower, row.upper),
        });
  const targets = row.targets.map((target) => describeTarget(target, wording)).join("");
  return `${number}${outOf}${interval}${targets}.`;
}

function describeTarget(target: PromisedTarget, wording: Wording): string {
  const verdict = target.attained === null ? "" : `: ${wording.t(`attained.${target.attained}`)}`;
  return `; ${targetWords(target, wording)}${verdict}`;
}
