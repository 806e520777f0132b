import { type AnswerStep, drawAnswers } from "../charts/answers.ts";
import { type ChartContext, cellState, type Drawing, markWords, numeric } from "../charts/chart.ts";
import { drawIntervals } from "../charts/interval.ts";
import { readIntervals } from "../charts/interval-rows.ts";
import { apart, readScores } from "../charts/score-rows.ts";
import { drawScores } from "../charts/scores.ts";
import { type Figure, findColumn, isHidden, type Row, readRows, rowsOf } from "../table.ts";
import type { Wording } from "../wording.ts";
import { groupName, isTotal, param } from "./kasam-charts.ts";
import type { KasamFigures } from "./kasam-headline.ts";

/** From those who could answer to those who can be compared, wave by wave. */
export function answerFlow({ change }: KasamFigures, answered: Figure | undefined, context: ChartContext): Drawing {
  const { wording } = context;
  const { t, code } = wording;
  const rows = rowsOf(answered);
  const steps = rows.flatMap((row, place): AnswerStep[] => {
    const wave = code("wave", String(row.wave));
    const step = (column: string, beside = false): AnswerStep => ({
      label: t(`kasam.step_${column}`, { wave }),
      count: numeric(row[column]),
      state: cellState(row, answered && findColumn(answered, column)),
      beside,
      apart: column === "could_answer" && place > 0,
      words: [
        column === "received" ? shareWords(row, wording) : "",
        answered === undefined ? "" : markWords(answered, place, [findColumn(answered, column)]).trim(),
      ]
        .filter(Boolean)
        .join(" "),
    });
    const some = (column: string) => row[column] !== 0;
    return [
      step("could_answer"),
      step("received"),
      step("scored"),
      ...(some("unexpected") ? [step("unexpected", true)] : []),
      ...(some("anonymous") ? [step("anonymous", true)] : []),
    ];
  });
  const pairs = rowsOf(change).flatMap((row, place): AnswerStep[] =>
    isTotal(row) && change !== undefined
      ? [
          {
            label: t("kasam.step_paired"),
            count: numeric(row.n),
            state: cellState(row, findColumn(change, "n")),
            beside: false,
            apart: true,
            words: markWords(change, place, [findColumn(change, "n")]).trim(),
          },
        ]
      : [],
  );
  return drawAnswers([...steps, ...pairs], context);
}

/** Response rates of groups, each wave a block. A month in which a questionnaire was down says so. */
export function responseRates({ responseBy, collections }: KasamFigures, context: ChartContext): Drawing | undefined {
  if (responseBy === undefined || responseBy.meta.fault !== undefined) return undefined;
  const { wording } = context;
  const { t, code } = wording;
  const by = param(responseBy, "by");
  const rows = readRows(responseBy);
  const name = groupName(responseBy, wording);
  const isDown = outageMonths(collections, param(responseBy, "scale"));
  const intervals = readIntervals(responseBy, wording).flatMap((row, place) => {
    const own = rows[place];
    // Nobody could answer in that way or month, or those who did not answer at all, whose way nobody knows.
    if (own === undefined || own.could_answer === 0 || (by === "mode" && own.group === "none")) return [];
    const group = by === "month" ? monthName(own, wording) : name(own);
    const down = by === "month" && isDown(String(own.wave), String(own.group)) ? ` · ${t("kasam.down")}` : "";
    return [{ ...row, label: `${code("wave", String(own.wave))} · ${group}${down}`, series: 0, wave: own.wave }];
  });
  return drawIntervals(
    intervals.map((row, place) => ({ ...row, apart: place > 0 && intervals[place - 1]?.wave !== row.wave })),
    context,
  );
}

/** Where those who could be followed began, and where the others did. */
export function pairedAndUnpaired({ pairing }: KasamFigures, context: ChartContext): Drawing {
  return drawScores(
    readScores(
      pairing,
      { estimate: "mean", lower: "lower", upper: "upper" },
      ({ pairing: kind }) => context.wording.code("pairing", String(kind)),
      isTotal,
    ),
    {},
    context,
  );
}

/** How much higher those whom staff helped scored than those who answered by themselves, wave by wave. */
export function assistedAndAlone({ assistance }: KasamFigures, context: ChartContext): Drawing {
  const { t, code, format, glyph } = context.wording;
  const count = (row: Row, column: string) => {
    const value = numeric(row[column]);
    return value === null ? glyph : format.count(value);
  };
  return drawScores(
    readScores(
      assistance,
      { estimate: "difference", lower: "lower", upper: "upper" },
      (row) =>
        t("kasam.assistance_of", {
          wave: code("wave", String(row.wave)),
          assisted: count(row, "n_assisted"),
          alone: count(row, "n_alone"),
        }),
      isTotal,
    ),
    { change: true },
    context,
  );
}

/** Scores by the way the questionnaire was answered, each wave a block: ways are never put together unsaid. */
export function scoresByMode({ scoreMode }: KasamFigures, context: ChartContext): Drawing {
  const { wording } = context;
  const name = groupName(scoreMode, wording);
  const waves = [...new Set(rowsOf(scoreMode).map(({ wave }) => wave))];
  return drawScores(
    waves.flatMap((wave) =>
      apart(
        readScores(
          scoreMode,
          { estimate: "mean", lower: "lower", upper: "upper", base: "n_scored" },
          (row) => `${wording.code("wave", String(wave))} · ${name(row)}`,
          (row) => isTotal(row) && row.wave === wave,
        ),
      ),
    ),
    {},
    context,
  );
}

/** Tells whether a questionnaire was down on some day of a month. */
export function outageMonths(collections: Figure | undefined, scale: string): (wave: string, month: string) => boolean {
  const spells = rowsOf(collections).flatMap((row) => {
    const { outage_from: from, outage_to: to } = row;
    return row.instrument === scale && from instanceof Date && to instanceof Date
      ? [{ wave: row.wave, from: monthOf(from), to: monthOf(to) }]
      : [];
  });
  return (wave, month) => spells.some((spell) => spell.wave === wave && spell.from <= month && month <= spell.to);
}

function monthOf(day: Date): string {
  return day.toISOString().slice(0, 7);
}

function monthName({ group }: Row, { format }: Wording): string {
  return format.month(`${String(group)}-01`);
}

function shareWords(row: Row, { format }: Wording): string {
  const share = numeric(row.share);
  return share === null || isHidden(row, "share") ? "" : `(${format.share(share)})`;
}
