import type { IndicatorEntry, TableMeta } from "../../electron/contract.ts";
import { type IntervalRow, readIntervals } from "../charts/interval-rows.ts";
import { targetWords } from "../charts/targets.ts";
import { splitSentence } from "../sentence.ts";
import type { Wording } from "../wording.ts";
import { hasDenominators } from "./overview-requests.ts";
import type { OverviewFigures } from "./overview-rows.ts";

/** The finding in a sentence, on both denominators, and what the targets have to say about it. */
export interface Headline {
  title: string;
  lede: string;
}

/** A headline longer than this is no headline. */
const longestFinding = 150;

/** Generated from the indicator's own figures; undefined until they are there. */
export function overviewHeadline(
  figures: OverviewFigures,
  indicator: IndicatorEntry | undefined,
  wording: Wording,
): Headline | undefined {
  const { own } = figures;
  const [row] = own === undefined ? [] : readIntervals(own, wording);
  if (own === undefined || row === undefined || indicator === undefined) return undefined;
  const other = otherDenominator(figures, row, indicator, wording);
  return {
    title: [finding(own.meta, row, wording), other].filter(Boolean).join(" "),
    lede: [other === "" ? "" : wording.t("overview.two_denominators"), ...verdicts(row, wording)]
      .filter(Boolean)
      .join(" "),
  };
}

/** What the definition says beside the numbers: how a person, an unknown and a late entry are counted. */
export function definitionRules(meta: TableMeta | undefined, { say }: Wording): string {
  if (meta?.sentence === undefined) return "";
  return splitSentence(say(meta.sentence)).rest;
}

/** The first sentence that the engine made of the definition, which has the numbers in it. */
function finding(meta: TableMeta, row: IntervalRow, { say, t, format }: Wording): string {
  const first = meta.sentence === undefined ? "" : splitSentence(say(meta.sentence)).first;
  const title = say(meta.title);
  // The sentence then has signs for numbers, which is nothing to read first.
  if (row.state === "hidden") return `${title}: ${t("summary.hidden")}`;
  if (first !== "" && first.length <= longestFinding) return first;
  if (row.estimate === null) return `${title}: ${t("summary.nobody")}`;
  if (row.count === null || row.base === null) return `${title}: ${format.decimal(row.estimate)}.`;
  return `${title}: ${format.outOf(row.count, row.base)}.`;
}

/** The same numerator among everybody enrolled, or, where that is the indicator's own base, among those who have left. */
function otherDenominator(
  figures: OverviewFigures,
  own: IntervalRow,
  indicator: IndicatorEntry,
  wording: Wording,
): string {
  if (!hasDenominators(indicator)) return "";
  const isOfAll = indicator.denominator === "enrolled";
  const figure = isOfAll ? figures.exited : (figures.enrolledAtEnd ?? figures.enrolled);
  const [row] = figure === undefined ? [] : readIntervals(figure, wording);
  if (row === undefined || row.state !== "shown" || row.count === null || row.base === null) return "";
  // Where everybody has left, the other base says nothing new.
  if (row.base === own.base && row.count === own.count) return "";
  return wording.t(isOfAll ? "overview.among_exited" : "overview.among_all", {
    base: wording.format.count(row.base),
    count: wording.format.count(row.count),
  });
}

/** One sentence for all targets that the estimate stands to in the same way. */
function verdicts({ lower, upper, share, targets }: IntervalRow, wording: Wording): string[] {
  const { t, format } = wording;
  if (lower === null || upper === null) return [];
  const interval = share ? format.shareInterval(lower, upper) : format.decimalInterval(lower, upper);
  return (["yes", "no", "undecided"] as const).flatMap((attained) => {
    const same = targets.filter((target) => target.attained === attained);
    if (same.length === 0) return [];
    const named = format.list(same.map((target) => targetWords(target, wording)));
    return [t(`overview.verdict_${attained}`, { count: same.length, targets: named, interval })];
  });
}
