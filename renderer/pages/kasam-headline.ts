import type { ScaleEntry } from "../../electron/contract.ts";
import { numeric } from "../charts/chart.ts";
import { signed } from "../signed.ts";
import { type Figure, isHidden, type Row, readRows } from "../table.ts";
import type { Wording } from "../wording.ts";

/** The finding, and what it may and may not be taken for. */
export interface KasamHeadline {
  title: string;
  lede: string;
}

export type KasamFigures = Readonly<Record<string, Figure | undefined>>;

/** Fewer pairs than this say little of anybody else, whatever the interval. */
export const fewPairs = 10;

/** Generated from the figures; undefined until they are there. */
export function kasamHeadline(figures: KasamFigures, scale: ScaleEntry, wording: Wording): KasamHeadline | undefined {
  const { change } = figures;
  if (change === undefined) return undefined;
  const { t, say } = wording;
  const name = say(scale.title);
  if (change.meta.fault !== undefined)
    return { title: t("kasam.headline_refused", { name }), lede: say(change.meta.fault.message) };
  const row = totalRow(change);
  if (row === undefined) return { title: t("kasam.headline_no_pairs", { name }), lede: t("kasam.no_pairs_means") };
  if (["n", "change", "mean_pre", "mean_post"].some((column) => isHidden(row, column))) {
    return { title: t("kasam.headline_hidden", { name, glyph: wording.glyph }), lede: t("kasam.hidden_means") };
  }
  return pairsHeadline(row, figures, wording);
}

function pairsHeadline(row: Row, figures: KasamFigures, wording: Wording): KasamHeadline {
  const { t, format } = wording;
  const { n, mean_pre, mean_post, change, lower, upper } = numbers(row);
  if (n === null || mean_pre === null || mean_post === null || change === null) {
    return { title: t("kasam.headline_uncomputable"), lede: "" };
  }
  const values = {
    count: n,
    n: format.count(n),
    pre: format.decimal(mean_pre),
    post: format.decimal(mean_post),
    change: signed(change, format),
  };
  if (lower === null || upper === null)
    return { title: t("kasam.headline_no_interval", values), lede: t("kasam.few_means") };
  const interval = t("kasam.between", { from: signed(lower, format), to: signed(upper, format) });
  const title = t("kasam.headline", { ...values, interval });
  const lede = [
    n < fewPairs ? t("kasam.few_means") : t(verdictKey(lower, upper)),
    regressionWords(figures.regression, lower, upper, wording),
    t("kasam.no_effect"),
  ];
  return { title, lede: lede.filter(Boolean).join(" ") };
}

/** Whether the change goes beyond what comes by itself when a group has begun low. */
function regressionWords(regression: Figure | undefined, lower: number, upper: number, { t, format }: Wording): string {
  const row = regression === undefined || regression.meta.fault !== undefined ? undefined : readRows(regression)[0];
  const expected = row === undefined ? null : numeric(row.expected);
  if (expected === null) return "";
  const verdict = expected < lower ? "beyond" : expected > upper ? "short" : "within";
  return t(`kasam.regression_${verdict}`, { expected: signed(expected, format) });
}

function verdictKey(lower: number, upper: number): string {
  return lower > 0 ? "kasam.verdict_up" : upper < 0 ? "kasam.verdict_down" : "kasam.verdict_undecided";
}

/** The whole scale's row of everybody. */
export function totalRow(figure: Figure | undefined): Row | undefined {
  if (figure === undefined || figure.meta.fault !== undefined) return undefined;
  return readRows(figure).find(({ subscale }) => subscale === "total");
}

function numbers(row: Row) {
  const read = (name: string) => numeric(row[name]);
  return {
    n: read("n"),
    mean_pre: read("mean_pre"),
    mean_post: read("mean_post"),
    change: read("change"),
    lower: read("lower"),
    upper: read("upper"),
  };
}
