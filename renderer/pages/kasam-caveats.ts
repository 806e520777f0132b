import { numeric } from "../charts/chart.ts";
import { isHidden, type Row, rowsOf } from "../table.ts";
import type { Wording } from "../wording.ts";
import { isTotal, param } from "./kasam-charts.ts";
import { type KasamFigures, totalRow } from "./kasam-headline.ts";

/** Fewer pairs make intervals wide and tests blunt. */
const smallGroup = 30;

/** What a reader of these very data must know, each with its numbers; what does not apply is not said. */
export function kasamCaveats(figures: KasamFigures, wording: Wording): string[] {
  return [
    ...followed(figures, wording),
    ...modes(figures, wording),
    ...windows(figures, wording),
    ...answers(figures, wording),
    ...quality(figures, wording),
    ...reversal(figures, wording),
    ...prorated(figures, wording),
  ];
}

function followed({ sensitivity, change }: KasamFigures, wording: Wording): string[] {
  const row = totalRow(sensitivity);
  const pairs = numeric(totalRow(change)?.n);
  return [
    ...(row === undefined
      ? []
      : [
          wording.t("kasam.caveat_followed", {
            paired: number(row, "n_paired", wording),
            n: number(row, "n", wording),
          }),
        ]),
    ...(pairs !== null && pairs < smallGroup
      ? [wording.t("kasam.caveat_few", { count: pairs, n: wording.format.count(pairs) })]
      : []),
  ];
}

/** Help by staff is another measurement than answers by oneself, above all when its share changes between the waves. */
function modes({ score, scoreMode, change }: KasamFigures, wording: Wording): string[] {
  const waves = [param(change, "from"), param(change, "to")];
  const totals = waves.flatMap((wave) => rowsOf(score).filter((row) => isTotal(row) && row.wave === wave));
  const assisted = totals.flatMap((total) => {
    const row = rowsOf(scoreMode).find(
      (own) => isTotal(own) && own.wave === total.wave && own.group === "staff_assisted",
    );
    return row === undefined
      ? []
      : [
          wording.t("kasam.caveat_assisted_wave", {
            wave: waveName(total, wording),
            k: number(row, "n_received", wording),
            n: number(total, "n_received", wording),
          }),
        ];
  });
  const [before, after] = totals.map((row) => modeNames(row, wording));
  return [
    ...(assisted.length === 0 ? [] : [wording.t("kasam.caveat_assisted", { waves: wording.format.list(assisted) })]),
    ...(before === undefined || after === undefined || before === after
      ? []
      : [wording.t("kasam.caveat_modes", { before, after })]),
  ];
}

function windows({ collections, change }: KasamFigures, wording: Wording): string[] {
  const scale = param(change, "scale");
  const told = rowsOf(collections).flatMap((row) => {
    const { instrument, outage_from: from, outage_to: to } = row;
    if (instrument !== scale || !(from instanceof Date) || !(to instanceof Date)) return [];
    const days = numeric(row.outage_days) ?? 0;
    return [
      wording.t("kasam.caveat_outage", {
        count: days,
        days: wording.format.count(days),
        wave: waveName(row, wording),
        from: wording.format.longDate(from),
        to: wording.format.longDate(to),
      }),
    ];
  });
  // A questionnaire that was down everywhere has a window for each municipality, with the same days.
  return [...new Set(told)];
}

/** Answers that came beside those that could be expected. */
function answers(figures: KasamFigures, wording: Wording): string[] {
  return rowsOf(figures[`answered.${param(figures.change, "scale")}`]).flatMap((row) => {
    const say = (column: string, key: string) =>
      row[column] === 0
        ? []
        : [
            wording.t(key, {
              count: numeric(row[column]) ?? 2,
              n: number(row, column, wording),
              wave: waveName(row, wording),
            }),
          ];
    return [
      ...say("unexpected", "kasam.caveat_unexpected"),
      ...say("anonymous", "kasam.caveat_anonymous"),
      ...(row.window_known === false ? [wording.t("kasam.caveat_window", { wave: waveName(row, wording) })] : []),
    ];
  });
}

function quality({ quality }: KasamFigures, wording: Wording): string[] {
  return rowsOf(quality).flatMap((row) =>
    row.k === 0
      ? []
      : [
          wording.t(row.wave === null ? "kasam.caveat_quality_all" : "kasam.caveat_quality", {
            check: wording.code("survey_check", String(row.survey_check)),
            k: number(row, "k", wording),
            n: number(row, "n", wording),
            wave: waveName(row, wording),
          }),
        ],
  );
}

function reversal({ reversal }: KasamFigures, wording: Wording): string[] {
  return rowsOf(reversal)
    .filter((row) => row.probably_wrong === true)
    .map((row) => wording.t("kasam.caveat_reversal", { wave: waveName(row, wording) }));
}

function prorated({ score }: KasamFigures, wording: Wording): string[] {
  return rowsOf(score).flatMap((row) =>
    !isTotal(row) || row.n_prorated === 0
      ? []
      : [
          wording.t("kasam.caveat_prorated", {
            k: number(row, "n_prorated", wording),
            n: number(row, "n_scored", wording),
            wave: waveName(row, wording),
          }),
        ],
  );
}

function modeNames({ modes }: Row, wording: Wording): string | undefined {
  return typeof modes === "string"
    ? wording.format.list(modes.split(", ").map((mode) => wording.code("mode", mode).toLowerCase()))
    : undefined;
}

function waveName({ wave }: Row, wording: Wording): string {
  return wave === null ? "" : wording.code("wave", String(wave)).toLowerCase();
}

function number(row: Row, column: string, { format, glyph }: Wording): string {
  if (isHidden(row, column)) return glyph;
  return format.count(numeric(row[column]) ?? 0);
}
