import type { ScaleEntry } from "../../electron/contract.ts";
import { type CellState, type ChartContext, cellState, type Drawing, numeric } from "../charts/chart.ts";
import { drawDistribution, type ScoreBand } from "../charts/distribution.ts";
import { drawPaired, type PairedRow } from "../charts/paired.ts";
import { apart, readScores, type ScoreColumns, type ScoreRow } from "../charts/score-rows.ts";
import { drawScores } from "../charts/scores.ts";
import { type Figure, findColumn, isHidden, type Row, rowsOf } from "../table.ts";
import type { Wording } from "../wording.ts";
import type { KasamFigures } from "./kasam-headline.ts";

const changeColumns = { estimate: "change", lower: "lower", upper: "upper" };

/** The means at the start and at the end: of those who can be compared, and of everybody who answered. */
export function startAndEnd({ change, score }: KasamFigures, context: ChartContext): Drawing {
  const { t } = context.wording;
  const from = param(change, "from");
  const to = param(change, "to");
  const mean = (wave: string) =>
    readScores(
      score,
      { estimate: "mean", lower: "lower", upper: "upper", base: "n_scored" },
      () => "",
      (row) => isTotal(row) && row.wave === wave,
    )[0] ?? nobody;
  return drawPaired(
    [
      ...pairedRows(change, () => t("kasam.both_times")),
      { label: t("kasam.all_answers"), before: mean(from), after: mean(to), change: null },
    ],
    context,
  );
}

/** The change beside what would have come by itself, and beside what it is if the missing are unchanged. */
export function changeInContext({ change, regression, sensitivity }: KasamFigures, context: ChartContext): Drawing {
  const { t } = context.wording;
  return drawScores(
    [
      ...readScores(change, changeColumns, () => t("kasam.change_measured"), isTotal),
      ...readScores(
        sensitivity,
        { ...changeColumns, estimate: "change_all" },
        () => t("kasam.change_if_unchanged"),
        isTotal,
      ),
      ...readScores(regression, { estimate: "expected" }, () => t("kasam.change_expected"), isTotal).map((row) => ({
        ...row,
        base: null,
        expected: true,
      })),
    ],
    { change: true },
    context,
  );
}

/** Scores in bands at the two times. */
export function distribution(figures: KasamFigures, scale: ScaleEntry, context: ChartContext): Drawing {
  const { change, distribution: figure } = figures;
  const { wording } = context;
  const waves = { before: param(change, "from"), after: param(change, "to") };
  const rows = rowsOf(figure);
  const subscale = param(figure, "subscale");
  const own = rows.filter((row) => row.subscale === subscale);
  const part = (wave: string, from: unknown) => own.find((row) => row.wave === wave && row.band_from === from);
  const share = figure && findColumn(figure, "share");
  const side = (wave: string, from: unknown) => {
    const row = part(wave, from);
    const state: CellState =
      row === undefined ? "empty" : isHidden(row, "k") || isHidden(row, "share") ? "hidden" : cellState(row, share);
    return { share: row === undefined ? null : numeric(row.share), state };
  };
  const edges = [...new Set(own.flatMap(({ band_from }) => numeric(band_from) ?? []))].sort((a, b) => a - b);
  const highest = scale.subscales.find(({ name }) => name === subscale)?.highest ?? 0;
  const bands = edges.map(
    (from, index): ScoreBand => ({
      from,
      // A band's upper end is where the next begins; it may be hidden where its row is.
      to: edges[index + 1] ?? highest,
      before: side(waves.before, from),
      after: side(waves.after, from),
    }),
  );
  const name = (wave: string) => {
    const n = numeric(own.find((row) => row.wave === wave)?.n);
    return `${wording.code("wave", wave)}${n === null ? "" : `, n = ${wording.format.count(n)}`}`;
  };
  return drawDistribution(bands, { before: name(waves.before), after: name(waves.after) }, context);
}

/** The change of the total and of each of its parts. */
export function subscaleChanges({ change }: KasamFigures, context: ChartContext): Drawing {
  const name = ({ subscale }: Row) => context.wording.code("subscale", String(subscale));
  const total = readScores(change, changeColumns, name, isTotal);
  const others = readScores(change, changeColumns, name, (row) => !isTotal(row));
  return drawScores([...total, ...apart(others)], { change: true }, context);
}

/** The change in each group under the change of all. */
export function changeByGroup({ change, changeBy }: KasamFigures, context: ChartContext): Drawing {
  const { wording } = context;
  const all = readScores(change, changeColumns, () => wording.t("chart.all"), isTotal);
  const groups = readScores(changeBy, changeColumns, groupName(changeBy, wording), isTotal);
  return drawScores([...all, ...apart(groups)], { change: true }, context);
}

/** The groups' means at the two times as lines. Groups only: no person is a line. */
export function meansByGroup({ changeBy }: KasamFigures, context: ChartContext): Drawing {
  return drawPaired(pairedRows(changeBy, groupName(changeBy, context.wording)), context);
}

export function groupName(figure: Figure | undefined, wording: Wording): (row: Row) => string {
  const list = figure && findColumn(figure, "group")?.codes;
  return ({ group }) => wording.code(list, String(group));
}

/** What a figure was asked with: what is on the screen may be the answer to the question before. */
export function param(figure: Figure | undefined, name: string): string {
  return String(figure?.meta.params[name] ?? "");
}

export function isTotal({ subscale }: Row): boolean {
  return subscale === "total";
}

function pairedRows(figure: Figure | undefined, label: (row: Row) => string): PairedRow[] {
  const read = (columns: ScoreColumns) => readScores(figure, columns, label, isTotal);
  const mean = (name: string) => read({ estimate: name, lower: `${name}_lower`, upper: `${name}_upper` });
  const after = mean("mean_post");
  const change = read({ estimate: "change" });
  return mean("mean_pre").map((before, index) => ({
    label: before.label,
    before,
    after: after[index] ?? nobody,
    change: change[index]?.estimate ?? null,
  }));
}

const nobody: ScoreRow = {
  label: "",
  estimate: null,
  lower: null,
  upper: null,
  base: null,
  state: "empty",
  apart: false,
  expected: false,
  mark: "",
};
