import { arrow, dot, type PlotOptions, text } from "@observablehq/plot";
import { type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import type { ComparedRow, ComparedWhole } from "./comparison-rows.ts";
import { labelMargin, textWidth } from "./measure.ts";
import { unitAxes, unitReference } from "./unit-axes.ts";

/** Each unit's share as it is, and an arrow to where it would lie if what chance adds is taken away as far as its size demands. */
export function drawShrinkage(
  whole: ComparedWhole | undefined,
  units: readonly ComparedRow[],
  context: ChartContext,
): Drawing {
  const { width, fontSize, palette, wording } = context;
  const { format, t } = wording;
  const rows = units.map((row, at) => ({ ...row, at }));
  const shown = rows.filter(({ estimate, shrunk }) => estimate !== null && shrunk !== null);
  const labels = rows.map(({ label }) => label);
  const words = rows.map((row) => shrunkWords(row, context));
  const marginLeft = labelMargin(labels, fontSize, width);
  const value = whole?.value ?? null;
  const options: PlotOptions = {
    width,
    height: Math.ceil(fontSize * (2.1 * rows.length + 4)),
    marginLeft,
    marginRight: Math.ceil(Math.max(0, ...words.map((each) => textWidth(each, fontSize))) + fontSize * 2.4),
    marginTop: fontSize * 1.8,
    marginBottom: fontSize * 2.2,
    style: { fontSize: `${fontSize}px` },
    x: { domain: [0, 1] },
    y: { domain: [-0.5, rows.length - 0.5], reverse: true },
    marks: [
      ...unitAxes(labels, context, { marginLeft, tickFormat: (share) => format.share(share) }),
      ...unitReference(value, t("compare.programme_value", { value: format.share(value ?? 0) }), context),
      // An arrow shorter than its head would be only a head.
      arrow(
        shown.filter(({ estimate, shrunk }) => Math.abs((estimate ?? 0) - (shrunk ?? 0)) > 0.02),
        { x1: "estimate", x2: "shrunk", y1: "at", y2: "at", stroke: palette.muted, strokeWidth: 1.5, headLength: 7 },
      ),
      dot(shown, {
        x: "estimate",
        y: "at",
        r: fontSize * 0.36,
        fill: palette.surface,
        stroke: palette.muted,
        strokeWidth: 1.6,
      }),
      dot(shown, { x: "shrunk", y: "at", r: fontSize * 0.42, fill: palette.main, stroke: palette.surface }),
      text(rows, {
        y: "at",
        text: words,
        frameAnchor: "right",
        textAnchor: "start",
        dx: fontSize,
        fill: (row: ComparedRow) => (row.shrunk === null ? palette.faint : palette.ink),
      }),
    ],
  };
  return { options, summary: rows.map((row, index) => `${row.label}: ${words[index]}`).join("; ") };
}

function shrunkWords({ estimate, shrunk, state }: ComparedRow, { wording }: ChartContext): string {
  const { format, t } = wording;
  if (state === "hidden" || (shrunk === null && estimate !== null)) return hiddenWords(wording);
  if (estimate === null || shrunk === null) return t("chart.nobody");
  return `${format.share(estimate)} → ${format.share(shrunk)}`;
}
