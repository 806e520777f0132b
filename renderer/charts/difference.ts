import { axisX, axisY, dot, gridX, type PlotOptions, ruleX, ruleY, text } from "@observablehq/plot";
import type { Wording } from "../wording.ts";
import { type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import type { ComparedRow } from "./comparison-rows.ts";
import { labelMargin, labelWrap, textWidth } from "./measure.ts";

/** Each unit minus the rest of the programme, with its interval: what covers nought is no sure difference. */
export function drawDifferences(units: readonly ComparedRow[], context: ChartContext): Drawing {
  const { width, fontSize, palette, wording } = context;
  // Of two, the one's difference is the other's with its sign turned: said once.
  const told = units.length === 2 ? units.slice(0, 1) : units;
  const rows = told.map((row, at) => ({ ...row, at, gap: row.modesUnlike ? null : row.difference }));
  const shown = rows.flatMap(({ gap, ...row }) => (gap === null ? [] : [{ ...row, gap }]));
  const share = rows.some((row) => row.share);
  const labels = rows.map(({ label }) => label);
  const words = rows.map((row) => differenceWords(row, wording));
  const reach = Math.max(share ? 0.1 : 1, ...shown.flatMap(({ gap }) => gap.limits.map(Math.abs)));
  const marginLeft = labelMargin(labels, fontSize, width);
  const options: PlotOptions = {
    width,
    height: Math.ceil(fontSize * (2.35 * rows.length + 4.2)),
    marginLeft,
    marginRight: Math.ceil(Math.max(0, ...words.map((each) => textWidth(each, fontSize))) + fontSize * 1.4),
    marginTop: fontSize * 1.8,
    marginBottom: fontSize * 2.4,
    style: { fontSize: `${fontSize}px` },
    x: { domain: [-reach, reach] },
    y: { domain: [-0.5, rows.length - 0.5], reverse: true },
    marks: [
      gridX({ stroke: palette.line, strokeOpacity: 1, ticks: 5 }),
      axisX({
        ticks: 5,
        tickSize: 0,
        tickPadding: fontSize * 0.6,
        label: null,
        fill: palette.muted,
        tickFormat: (value: number) => signed(value, share, wording),
      }),
      axisY(
        rows.map(({ at }) => at),
        {
          tickSize: 0,
          tickPadding: fontSize * 0.8,
          label: null,
          fill: palette.ink,
          ...labelWrap(labels, fontSize, marginLeft),
          tickFormat: (_: unknown, index: number) => labels[index] ?? "",
        },
      ),
      ruleX([0], { stroke: palette.ink, strokeWidth: 1.2 }),
      text([0], {
        x: Number,
        text: [
          units.length === 2
            ? wording.t("compare.as_other", { name: units[1]?.label })
            : wording.t("compare.as_the_rest"),
        ],
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -fontSize * 0.4,
        fill: palette.ink,
        fontWeight: 600,
      }),
      ruleY(shown, {
        y: "at",
        x1: ({ gap }) => gap.limits[0],
        x2: ({ gap }) => gap.limits[1],
        stroke: palette.interval,
        strokeOpacity: 0.85,
        strokeWidth: fontSize * 0.62,
        strokeLinecap: "round",
      }),
      dot(shown, {
        y: "at",
        x: ({ gap }) => gap.value,
        r: fontSize * 0.42,
        fill: palette.main,
        stroke: palette.surface,
      }),
      text(rows, {
        y: "at",
        text: words,
        frameAnchor: "right",
        textAnchor: "start",
        dx: fontSize,
        fill: (row: { gap: unknown }) => (row.gap === null ? palette.faint : palette.ink),
      }),
    ],
  };
  return { options, summary: rows.map((row, index) => `${row.label}: ${words[index]}`).join("; ") };
}

/** `+6 (−21 till +32), p 0,72`; or why there is no difference to speak of. */
export function differenceWords(row: ComparedRow, wording: Wording): string {
  const { t, format } = wording;
  if (row.state === "hidden" || row.comparisonHidden) return hiddenWords(wording);
  if (row.modesUnlike) return t("compare.modes_unlike_short");
  if (row.difference === null) return row.estimate === null ? t("chart.nobody") : t("compare.too_few");
  const { value, limits, pAdjusted } = row.difference;
  return t("compare.difference_words", {
    difference: signed(value, row.share, wording),
    lower: signed(limits[0], row.share, wording),
    upper: signed(limits[1], row.share, wording),
    p: pAdjusted === null ? "–" : format.decimal(pAdjusted, 2),
  });
}

/** A difference of shares in percentage points, of means in their own unit, with its sign. */
export function signed(value: number, share: boolean, { format }: Wording): string {
  const number = share ? Math.round(value * 100) : value;
  const words = format.decimal(Math.abs(number), share ? 0 : 1);
  return number === 0 || words === "0" ? "0" : `${number > 0 ? "+" : "−"}${words}`;
}
