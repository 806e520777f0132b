import { barX, type PlotOptions, text } from "@observablehq/plot";
import { type CellState, type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import { horizontalOptions, rowIndex } from "./horizontal.ts";

/** How many came so far on the way from a questionnaire to a comparison. */
export interface AnswerStep {
  label: string;
  count: number | null;
  state: CellState;
  /** Not a part of the step before but beside it, such as anonymous answers: drawn lighter. */
  beside: boolean;
  /** Starts a new block. */
  apart: boolean;
  /** Follows the number: a share, or the sign of what the steering room would not see. */
  words: string;
}

/** Who could answer, who did, whose answers were scored, and who could be followed. */
export function drawAnswers(steps: readonly AnswerStep[], context: ChartContext): Drawing {
  return { options: answersOptions(steps, context), summary: answersSummary(steps, context) };
}

function answersOptions(steps: readonly AnswerStep[], context: ChartContext): PlotOptions {
  const { fontSize, palette } = context;
  const numbers = steps.map((step) => stepWords(step, context));
  const rows = {
    labels: steps.map((step) => step.label),
    numbers,
    most: Math.max(0, ...steps.map((step) => step.count ?? 0)),
    rowHeight: 1.8,
    apart: steps.map((step) => step.apart),
  };
  return horizontalOptions(rows, context, [
    barX(steps, {
      x1: 0,
      x2: (step: AnswerStep) => step.count ?? 0,
      y: rowIndex,
      fill: (step: AnswerStep) => (step.beside ? palette.rest : palette.main),
      r: 2,
    }),
    text(steps, {
      x: (step: AnswerStep) => step.count ?? 0,
      y: rowIndex,
      text: numbers,
      textAnchor: "start",
      dx: fontSize * 0.6,
      fill: palette.muted,
    }),
  ]);
}

function stepWords({ count, state, words }: AnswerStep, { wording }: ChartContext): string {
  if (state === "hidden") return hiddenWords(wording);
  if (count === null) return wording.t("chart.unknown");
  return `${wording.format.count(count)}${words === "" ? "" : ` ${words}`}`;
}

function answersSummary(steps: readonly AnswerStep[], context: ChartContext): string {
  const { t } = context.wording;
  if (steps.length === 0) return t("summary.no_rows");
  return `${steps
    .map((step) =>
      step.state === "hidden"
        ? `${step.label}: ${t("summary.hidden_short")}`
        : `${step.label} ${stepWords(step, context)}`,
    )
    .join("; ")}.`;
}
