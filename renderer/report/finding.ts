import { readIntervals } from "../charts/interval-rows.ts";
import { measureWords } from "../estimate.ts";
import { overviewHeadline } from "../pages/overview-headline.ts";
import { headlineOf, ownPart, type ReportContent, wholePart } from "./report-content.ts";

/** The finding in sentences; of a municipality beside the programme. */
export function findingSentences(content: ReportContent): string[] {
  const { subject, figures, wording } = content;
  const indicator = headlineOf(content);
  if (subject.municipality === null) {
    const headline = overviewHeadline(figures, indicator, wording);
    return headline === undefined ? [] : [headline.title, headline.lede].filter((sentence) => sentence !== "");
  }
  const { own } = figures;
  if (own === undefined || indicator === undefined || own.meta.fault !== undefined) return [];
  const { t, say } = wording;
  const [place] = readIntervals(ownPart(own, content), wording);
  const [whole] = readIntervals(wholePart(own), wording);
  const title = t("outcome_report.finding_title", {
    title: say(indicator.title),
    place: say(subject.municipality.title),
    words: estimateWords(place),
  });
  return [title, whole === undefined ? "" : t("outcome_report.finding_whole", { words: estimateWords(whole) })].filter(
    Boolean,
  );

  function estimateWords(row: typeof place): string {
    if (row === undefined || row.state === "empty") return t("chart.nobody");
    if (row.state === "hidden" || row.estimate === null) return t("chart.hidden");
    const value = measureWords(row.estimate, { share: row.share, signed: indicator?.kind === "change" }, wording);
    const basis =
      row.count === null || row.base === null
        ? ""
        : t("summary.out_of", { outOf: wording.format.outOf(row.count, row.base) });
    const interval =
      row.lower === null || row.upper === null || !row.share
        ? ""
        : t("summary.interval", { interval: wording.format.shareInterval(row.lower, row.upper) });
    return `${value}${basis}${interval}`;
  }
}
