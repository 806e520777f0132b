import { axisX, axisY, barX, gridX, type PlotOptions, ruleX, text } from "@observablehq/plot";
import { type CellState, type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import { labelMargin, labelWrap, textWidth } from "./measure.ts";
import type { Palette } from "./palette.ts";

/** One answer to an item, and how many gave it. */
export interface LikertPart {
  answer: number;
  share: number | null;
  state: CellState;
}

export interface LikertRow {
  label: string;
  parts: LikertPart[];
  base: number | null;
  /** What stands at the right, such as who agree. */
  words: string;
}

/** The scale that is answered on. */
export interface LikertScale {
  lowest: number;
  highest: number;
}

interface Segment extends LikertPart {
  index: number;
  from: number;
  to: number;
}

/** Answers to statements, from disagreeing at the left to agreeing at the right of a middle that all share. */
export function drawLikert(rows: readonly LikertRow[], scale: LikertScale, context: ChartContext): Drawing {
  return { options: likertOptions(rows, scale, context), summary: likertSummary(rows, context) };
}

function likertOptions(rows: readonly LikertRow[], scale: LikertScale, context: ChartContext): PlotOptions {
  const { width, fontSize, palette, wording } = context;
  const labels = rows.map((row) => row.label);
  const words = rows.map((row) => (isHidden(row) ? "" : row.words));
  const marginLeft = labelMargin(labels, fontSize, width, 0.34);
  const segments = rows.flatMap((row, index) => (isHidden(row) ? [] : segmentsOf(row, index, scale)));
  const marginRight = Math.ceil(Math.max(0, ...words.map((each) => textWidth(each, fontSize))) + fontSize * 1.6);
  const reach = Math.max(0.5, ...segments.flatMap(({ from, to }) => [Math.abs(from), Math.abs(to)]));
  const pixels = (width - marginLeft - marginRight) / (2 * reach);
  const rowHeight = fontSize * 2.5;
  const marginBottom = fontSize * 2.2;
  return {
    width,
    height: Math.ceil(fontSize * 2 + marginBottom + Math.max(1, rows.length) * rowHeight),
    marginLeft,
    // The bars keep a third of a narrow place; words that do not fit then run out of it.
    marginRight: Math.min(marginRight, Math.max(0, width * 0.66 - marginLeft)),
    marginTop: fontSize * 2,
    marginBottom,
    style: { fontSize: `${fontSize}px` },
    x: { domain: [-reach, reach] },
    y: { type: "band", domain: rows.map((_, index) => index), padding: 0.28 },
    marks: [
      gridX({ stroke: palette.line, strokeOpacity: 1, ticks: 6 }),
      axisX({
        ticks: 6,
        tickSize: 0,
        tickPadding: fontSize * 0.5,
        label: null,
        fill: palette.muted,
        tickFormat: (share: number) => wording.format.share(Math.abs(share)),
      }),
      axisY(
        rows.map((_, index) => index),
        {
          tickSize: 0,
          tickPadding: fontSize * 0.7,
          label: null,
          fill: palette.ink,
          ...labelWrap(labels, fontSize, marginLeft),
          tickFormat: (index: number) => labels[index] ?? "",
        },
      ),
      barX(segments, {
        x1: "from",
        x2: "to",
        y: "index",
        fill: ({ answer }: Segment) => answerColor(answer, scale, palette),
        fillOpacity: { value: ({ answer }: Segment) => answerOpacity(answer, scale), scale: null },
        insetLeft: 0.5,
        insetRight: 0.5,
        title: ({ answer, share }: Segment) => `${wording.format.count(answer)}: ${wording.format.share(share ?? 0)}`,
      }),
      // The number of the answer in its own part: told apart without colour.
      text(
        segments.filter(({ from, to }) => (to - from) * pixels > fontSize * 1.3),
        {
          x: ({ from, to }: Segment) => (from + to) / 2,
          y: "index",
          text: ({ answer }: Segment) => wording.format.count(answer),
          fill: ({ answer }: Segment) => (answerOpacity(answer, scale) > 0.7 ? palette.surface : palette.ink),
          fontSize: fontSize * 0.85,
        },
      ),
      ruleX([0], { stroke: palette.muted }),
      text(
        rows.flatMap((row, index) => (isHidden(row) ? [index] : [])),
        {
          y: (index: number) => index,
          text: () => hiddenWords(wording),
          frameAnchor: "middle",
          fill: palette.faint,
          stroke: palette.surface,
          strokeWidth: fontSize * 0.4,
        },
      ),
      text([`← ${wording.t("kasam.disagree", { value: scale.lowest })}`], {
        text: (each: string) => each,
        frameAnchor: "top-left",
        lineAnchor: "bottom",
        dy: -fontSize * 0.4,
        fill: palette.muted,
      }),
      text([`${wording.t("kasam.agree", { value: scale.highest })} →`], {
        text: (each: string) => each,
        frameAnchor: "top-right",
        lineAnchor: "bottom",
        dy: -fontSize * 0.4,
        fill: palette.muted,
      }),
      text(rows, {
        y: (_: unknown, index: number) => index,
        text: words,
        frameAnchor: "right",
        textAnchor: "start",
        dx: fontSize * 0.8,
        fill: palette.muted,
      }),
    ],
  };
}

/** The parts beside each other, so that the middle of the scale lies at nought: the middle answer on both sides of it. */
function segmentsOf(row: LikertRow, index: number, { lowest, highest }: LikertScale): Segment[] {
  const middle = (lowest + highest) / 2;
  const left = row.parts.reduce(
    (sum, { answer, share }) => sum + (answer < middle ? 1 : answer === middle ? 0.5 : 0) * (share ?? 0),
    0,
  );
  let at = -left;
  return row.parts.map((part) => {
    const from = at;
    at += part.share ?? 0;
    return { ...part, index, from, to: at };
  });
}

function answerColor(answer: number, { lowest, highest }: LikertScale, palette: Palette): string {
  const middle = (lowest + highest) / 2;
  return answer === middle ? palette.rest : answer < middle ? palette.other : palette.main;
}

/** The farther from the middle, the fuller. */
function answerOpacity(answer: number, { lowest, highest }: LikertScale): number {
  const middle = (lowest + highest) / 2;
  return answer === middle ? 0.35 : Math.max(0.4, Math.abs(answer - middle) / (highest - middle));
}

/** With a part hidden, the others would give it away by their sum. */
function isHidden({ parts }: LikertRow): boolean {
  return parts.some(({ state }) => state === "hidden");
}

function likertSummary(rows: readonly LikertRow[], { wording }: ChartContext): string {
  const { t, format } = wording;
  if (rows.length === 0) return t("summary.no_rows");
  return rows
    .map((row) => {
      if (isHidden(row)) return `${row.label}: ${t("summary.hidden")}`;
      const parts = row.parts.map(({ answer, share }) =>
        t("kasam.summary_answer", { answer, share: format.share(share ?? 0) }),
      );
      return `${row.label}: ${parts.join(", ")}${row.words === "" ? "" : `; ${row.words}`}.`;
    })
    .join(" ");
}
