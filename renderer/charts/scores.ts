import { axisX, axisY, dot, gridX, type Markish, type PlotOptions, ruleX, ruleY, text } from "@observablehq/plot";
import { signed } from "../signed.ts";
import type { Wording } from "../wording.ts";
import { type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import { labelMargin, labelWrap, textWidth } from "./measure.ts";
import type { ScoreRow } from "./score-rows.ts";

interface ScoresOptions {
  /** Changes, read with their sign, about a line at nought. */
  change?: boolean;
  /** Decimals of the numbers at the right. */
  digits?: number;
  /** The axis, where it is not told from the lines. */
  domain?: [number, number];
}

interface Placed extends ScoreRow {
  at: number;
}

const right = { frameAnchor: "right", textAnchor: "start" } as const;

/** Means, changes or coefficients with their 95 % intervals, and how many each stands on. */
export function drawScores(rows: readonly ScoreRow[], options: ScoresOptions, context: ChartContext): Drawing {
  return { options: scoresOptions(place(rows), options, context), summary: scoresSummary(rows, options, context) };
}

function scoresOptions(rows: Placed[], options: ScoresOptions, context: ChartContext): PlotOptions {
  const { width, fontSize, palette, wording } = context;
  const labels = rows.map((row) => row.label);
  const values = rows.map((row) =>
    row.estimate === null ? "" : `${numberWords(row.estimate, options, wording)}${row.mark}`,
  );
  const bases = rows.map((row) => (row.base === null ? "" : `n = ${wording.format.count(row.base)}`));
  const widest = (words: string[]) => Math.max(0, ...words.map((each) => textWidth(each, fontSize)));
  const valueWidth = widest(values);
  const marginLeft = labelMargin(labels, fontSize, width);
  const last = rows.at(-1)?.at ?? 0;
  const marginTop = fontSize * 0.6;
  const marginBottom = fontSize * 2.2;
  return {
    width,
    height: Math.ceil(marginTop + marginBottom + (last + 1) * fontSize * 2.35),
    marginLeft,
    marginRight: Math.ceil(valueWidth + widest(bases) + fontSize * 2.6),
    marginTop,
    marginBottom,
    style: { fontSize: `${fontSize}px` },
    x: options.domain === undefined ? { nice: true } : { domain: options.domain },
    y: { domain: [-0.5, last + 0.5], reverse: true },
    marks: [
      gridX({ stroke: palette.line, strokeOpacity: 1 }),
      axisX({
        tickSize: 0,
        tickPadding: fontSize * 0.6,
        label: null,
        fill: palette.muted,
        tickFormat: (value: number) => (options.change ? signed(value, wording.format) : wording.format.decimal(value)),
      }),
      axisY(
        rows.map((row) => row.at),
        {
          tickSize: 0,
          tickPadding: fontSize * 0.8,
          label: null,
          fill: palette.ink,
          ...labelWrap(labels, fontSize, marginLeft),
          tickFormat: (_: unknown, index: number) => labels[index] ?? "",
        },
      ),
      ...(options.change ? [ruleX([0], { stroke: palette.muted, strokeWidth: 1.2 })] : []),
      ...estimateMarks(rows, context),
      text(rows, { y: "at", text: values, ...right, dx: fontSize, fill: palette.ink, fontWeight: 550 }),
      text(rows, { y: "at", text: bases, ...right, dx: fontSize * 2.1 + valueWidth, fill: palette.muted }),
    ],
  };
}

function estimateMarks(rows: Placed[], { fontSize, palette, wording }: ChartContext): Markish[] {
  const shown = rows.filter((row) => row.state === "shown");
  return [
    ruleY(
      shown.filter((row) => row.lower !== null && row.upper !== null),
      {
        y: "at",
        x1: "lower",
        x2: "upper",
        stroke: palette.interval,
        strokeOpacity: 0.85,
        strokeWidth: fontSize * 0.62,
        strokeLinecap: "round",
      },
    ),
    dot(shown, {
      y: "at",
      x: "estimate",
      r: fontSize * 0.42,
      fill: (row: Placed) => (row.expected ? palette.surface : palette.main),
      stroke: (row: Placed) => (row.expected ? palette.target : palette.surface),
      strokeWidth: 1.8,
    }),
    text(
      rows.filter((row) => row.state !== "shown"),
      {
        y: "at",
        text: (row: Placed) => (row.state === "hidden" ? hiddenWords(wording) : wording.t("kasam.too_few")),
        frameAnchor: "left",
        dx: fontSize * 0.7,
        fill: palette.faint,
        stroke: palette.surface,
        strokeWidth: fontSize * 0.4,
      },
    ),
  ];
}

function scoresSummary(rows: readonly ScoreRow[], options: ScoresOptions, { wording }: ChartContext): string {
  const { t, format } = wording;
  if (rows.length === 0) return t("summary.no_rows");
  return rows
    .map((row) => {
      if (row.state === "hidden") return `${row.label}: ${t("summary.hidden")}`;
      if (row.estimate === null) return `${row.label}: ${t("kasam.too_few")}.`;
      const base = row.base === null ? "" : ` (n = ${format.count(row.base)})`;
      const interval =
        row.lower === null || row.upper === null
          ? ""
          : t("summary.interval", { interval: betweenWords(row.lower, row.upper, options, wording) });
      return `${row.label}: ${numberWords(row.estimate, options, wording)}${base}${interval}.`;
    })
    .join(" ");
}

function numberWords(value: number, { change = false, digits = 1 }: ScoresOptions, { format }: Wording): string {
  return change ? signed(value, format, digits) : format.decimal(value, digits);
}

/** Limits that may be negative are not joined by a dash. */
function betweenWords(lower: number, upper: number, options: ScoresOptions, wording: Wording): string {
  const [from, to] = [lower, upper].map((limit) => numberWords(limit, options, wording));
  return wording.t("kasam.between", { from, to });
}

function place(rows: readonly ScoreRow[]): Placed[] {
  let at = -1;
  return rows.map((row) => {
    at += row.apart && at >= 0 ? 1.5 : 1;
    return { ...row, at };
  });
}
