import type { TableMeta } from "../../electron/contract.ts";
import { type IntervalRow, readIntervals } from "../charts/interval-rows.ts";
import { type PromisedTarget, targetWords } from "../charts/targets.ts";
import type { Figure } from "../table.ts";
import type { Wording } from "../wording.ts";

/** The finding in a sentence, on both denominators, and what the targets have to say about it. */
export interface Headline {
  title: string;
  lede: string;
}

/** Generated from the indicator's own figures; undefined until they are there. */
export function overviewHeadline(
  own: Figure | undefined,
  enrolled: Figure | undefined,
  wording: Wording,
): Headline | undefined {
  const [row] = own === undefined ? [] : readIntervals(own, wording);
  if (own === undefined || row === undefined) return undefined;
  const [everybody] = enrolled === undefined ? [] : readIntervals(enrolled, wording);
  return {
    title: [finding(own.meta, row, wording), everybody === undefined ? "" : amongAll(everybody, wording)]
      .filter(Boolean)
      .join(" "),
    lede: [
      everybody === undefined ? "" : wording.t("overview.two_denominators"),
      ...row.targets.map((target) => verdict(target, row, wording)),
    ]
      .filter(Boolean)
      .join(" "),
  };
}

/** The first sentence that the engine made of the definition, which has the numbers in it. */
function finding(meta: TableMeta, row: IntervalRow, { say, t, format }: Wording): string {
  const first = meta.sentence === undefined ? undefined : /^.*?[.!](?=\s|$)/.exec(say(meta.sentence))?.[0];
  if (first !== undefined) return first;
  const title = say(meta.title);
  if (row.state === "hidden") return `${title}: ${t("summary.hidden")}`;
  if (row.estimate === null) return `${title}: ${t("summary.nobody")}`;
  if (row.count === null || row.base === null) return `${title}: ${format.decimal(row.estimate)}.`;
  return `${title}: ${format.outOf(row.count, row.base)}.`;
}

function amongAll(row: IntervalRow, { t, format }: Wording): string {
  if (row.state !== "shown" || row.count === null || row.base === null) return "";
  return t("overview.among_all", { base: format.count(row.base), count: format.count(row.count) });
}

function verdict(target: PromisedTarget, row: IntervalRow, wording: Wording): string {
  const { t, format } = wording;
  if (target.attained === null || row.lower === null || row.upper === null) return "";
  return t(`overview.verdict_${target.attained}`, {
    target: targetWords(target, wording),
    interval: row.share
      ? format.shareInterval(row.lower, row.upper)
      : `${format.decimal(row.lower)}–${format.decimal(row.upper)}`,
  });
}
