import { arrow, axisX, axisY, dot, gridX, type PlotOptions, ruleY, text } from "@observablehq/plot";
import { signed } from "../signed.ts";
import { type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import { labelMargin, labelWrap, textWidth } from "./measure.ts";
import type { ScoreRow } from "./score-rows.ts";

/** A group's mean at two times. */
export interface PairedRow {
  label: string;
  before: ScoreRow;
  after: ScoreRow;
  /** The mean change of the same persons, who are then joined by a line; null where they are not the same. */
  change: number | null;
}

interface End {
  at: number;
  row: ScoreRow;
  isAfter: boolean;
}

const right = { frameAnchor: "right", textAnchor: "start" } as const;
/** How far the two ends of a line stand from its middle, in rows. */
const offset = 0.17;

/** Means of groups before and after: hollow at the start, filled at the end, joined where they are of the same persons. */
export function drawPaired(rows: readonly PairedRow[], context: ChartContext): Drawing {
  return { options: pairedOptions(rows, context), summary: pairedSummary(rows, context) };
}

function pairedOptions(rows: readonly PairedRow[], context: ChartContext): PlotOptions {
  const { width, fontSize, palette, wording } = context;
  const labels = rows.map((row) => row.label);
  const words = rows.map((row) => rowWords(row, context));
  const marginLeft = labelMargin(labels, fontSize, width);
  const ends = rows.flatMap((row, index): End[] => {
    // Means of the same persons are one line where no interval would hide behind the other.
    const apart = row.change !== null && row.before.lower === null ? 0 : offset;
    return [
      { at: index - apart, row: row.before, isAfter: false },
      { at: index + apart, row: row.after, isAfter: true },
    ];
  });
  const shown = ends.filter(({ row }) => row.state === "shown");
  const joined = rows.flatMap((row, index) => {
    const [from, to] = [ends[index * 2], ends[index * 2 + 1]];
    return row.change !== null && from?.row.state === "shown" && to?.row.state === "shown" ? [{ from, to }] : [];
  });
  const marginTop = fontSize * 1.9;
  const marginBottom = fontSize * 2.2;
  return {
    width,
    height: Math.ceil(marginTop + marginBottom + Math.max(1, rows.length) * fontSize * 2.9),
    marginLeft,
    marginRight: Math.ceil(Math.max(0, ...words.map((each) => textWidth(each, fontSize))) + fontSize * 2),
    marginTop,
    marginBottom,
    style: { fontSize: `${fontSize}px` },
    x: { nice: true },
    y: { domain: [-0.5, Math.max(0.5, rows.length - 0.5)], reverse: true },
    marks: [
      gridX({ stroke: palette.line, strokeOpacity: 1 }),
      axisX({
        tickSize: 0,
        tickPadding: fontSize * 0.6,
        label: null,
        fill: palette.muted,
        tickFormat: (value: number) => wording.format.decimal(value),
      }),
      axisY(
        rows.map((_, index) => index),
        {
          tickSize: 0,
          tickPadding: fontSize * 0.8,
          label: null,
          fill: palette.ink,
          ...labelWrap(labels, fontSize, marginLeft),
          tickFormat: (_: unknown, index: number) => labels[index] ?? "",
        },
      ),
      ruleY(
        shown.filter(({ row }) => row.lower !== null && row.upper !== null),
        {
          y: "at",
          x1: ({ row }: End) => row.lower,
          x2: ({ row }: End) => row.upper,
          stroke: palette.interval,
          strokeWidth: fontSize * 0.45,
          strokeLinecap: "round",
        },
      ),
      arrow(joined, {
        x1: ({ from }) => from.row.estimate,
        x2: ({ to }) => to.row.estimate,
        y1: ({ from }) => from.at,
        y2: ({ to }) => to.at,
        stroke: palette.main,
        strokeWidth: 1.6,
        insetStart: fontSize * 0.45,
        insetEnd: fontSize * 0.45,
        headLength: fontSize * 0.5,
      }),
      dot(shown, {
        y: "at",
        x: ({ row }: End) => row.estimate,
        r: fontSize * 0.38,
        fill: ({ isAfter }: End) => (isAfter ? palette.main : palette.surface),
        stroke: palette.main,
        strokeWidth: 1.8,
      }),
      text(
        rows.flatMap((row, index) => (stateOf(row) === "shown" ? [] : [{ at: index, state: stateOf(row) }])),
        {
          y: "at",
          text: ({ state }) => (state === "hidden" ? hiddenWords(wording) : wording.t("kasam.too_few")),
          frameAnchor: "left",
          dx: fontSize * 0.7,
          fill: palette.faint,
          stroke: palette.surface,
          strokeWidth: fontSize * 0.4,
        },
      ),
      text([`○ ${wording.t("kasam.start")}   ● ${wording.t("kasam.end")}`], {
        text: (each: string) => each,
        frameAnchor: "top-left",
        lineAnchor: "bottom",
        dy: -fontSize * 0.5,
        fill: palette.muted,
      }),
      text(rows, {
        y: (_: unknown, index: number) => index,
        text: words,
        ...right,
        dx: fontSize,
        fill: palette.ink,
      }),
    ],
  };
}

function stateOf({ before, after }: PairedRow): ScoreRow["state"] {
  if (before.state === "hidden" || after.state === "hidden") return "hidden";
  return before.state === "empty" && after.state === "empty" ? "empty" : "shown";
}

/** `56,1 → 59,9 (+3,8), n = 95`, or two means with an n each where the persons are not the same. */
function rowWords({ before, after, change }: PairedRow, { wording }: ChartContext): string {
  const { format } = wording;
  const mean = ({ estimate, mark }: ScoreRow) =>
    estimate === null ? wording.t("kasam.none") : `${format.decimal(estimate)}${mark}`;
  const base = ({ base }: ScoreRow) => (base === null ? "" : `n = ${format.count(base)}`);
  if (before.state === "hidden" || after.state === "hidden") return "";
  if (before.estimate === null && after.estimate === null) return base(after);
  if (change === null) {
    // A mean that is shown stands on somebody: what is missing then is hidden.
    const bases = [before, after]
      .map(({ base, estimate }) => (base !== null ? format.count(base) : estimate === null ? "0" : wording.glyph))
      .join(" / ");
    return `${mean(before)} / ${mean(after)}, n = ${bases}`;
  }
  return `${mean(before)} → ${mean(after)} (${signed(change, format)}), ${base(after)}`;
}

function pairedSummary(rows: readonly PairedRow[], context: ChartContext): string {
  const { t } = context.wording;
  if (rows.length === 0) return t("summary.no_rows");
  return rows
    .map((row) =>
      stateOf(row) === "hidden"
        ? `${row.label}: ${t("summary.hidden")}`
        : stateOf(row) === "empty"
          ? `${row.label}: ${t("kasam.too_few")}.`
          : `${row.label}: ${rowWords(row, context)}.`,
    )
    .join(" ");
}
