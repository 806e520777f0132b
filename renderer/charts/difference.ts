import { dot, type PlotOptions, ruleY, text } from "@observablehq/plot";
import type { Wording } from "../wording.ts";
import { type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import type { ComparedRow } from "./comparison-rows.ts";
import { labelMargin, textWidth } from "./measure.ts";
import { unitAxes, unitReference } from "./unit-axes.ts";

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
  const reference =
    units.length === 2 ? wording.t("compare.as_other", { name: units[1]?.label }) : wording.t("compare.as_the_rest");
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
      ...unitAxes(labels, context, { marginLeft, tickFormat: (value) => signed(value, share, wording) }),
      ...unitReference(0, reference, context),
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

/** `+6 (−21 till +32), p = 0,72`; or why there is no difference to speak of. */
export function differenceWords(row: ComparedRow, wording: Wording): string {
  const { t } = wording;
  if (row.state === "hidden" || row.comparisonHidden) return hiddenWords(wording);
  if (row.modesUnlike) return t("compare.modes_unlike_short");
  if (row.difference === null) return row.estimate === null ? t("chart.nobody") : t("compare.too_few");
  const { value, limits, pAdjusted } = row.difference;
  return t("compare.difference_words", {
    difference: signed(value, row.share, wording),
    lower: signed(limits[0], row.share, wording),
    upper: signed(limits[1], row.share, wording),
    p: pAdjusted === null ? "–" : chanceWords(pAdjusted, wording),
  });
}

/** `= 0,72`, and `< 0,01` rather than nought: chance is never ruled out. */
function chanceWords(p: number, { format }: Wording): string {
  return p < 0.005 ? `< ${format.decimal(0.01, 2)}` : `= ${format.decimal(p, 2)}`;
}

/** A difference of shares in percentage points, of means in their own unit, with its sign. */
export function signed(value: number, share: boolean, { format }: Wording): string {
  const number = share ? Math.round(value * 100) : value;
  const words = format.decimal(Math.abs(number), share ? 0 : 1);
  return number === 0 || words === "0" ? "0" : `${number > 0 ? "+" : "−"}${words}`;
}
