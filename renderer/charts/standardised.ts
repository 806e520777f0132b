import { dot, type PlotOptions, ruleY, text } from "@observablehq/plot";
import { type Figure, isHidden, readRows } from "../table.ts";
import type { Wording } from "../wording.ts";
import { type ChartContext, type Drawing, hiddenWords, numeric } from "./chart.ts";
import { readComparison, readWhole } from "./comparison-rows.ts";
import { labelMargin, textWidth } from "./measure.ts";
import { unitAxes, unitReference } from "./unit-axes.ts";

/** A unit's share as it is, and as it would be if all units had the same mix of persons. */
export interface StandardisedRow {
  label: string;
  crude: number | null;
  /** Null where the unit has nobody in one of the strata. */
  direct: number | null;
  indirect: number | null;
  /** Standardised minus crude: directly where that can be, else indirectly. */
  moved: number | null;
  empty: number | null;
  strata: number | null;
  hidden: boolean;
}

export function readStandardised(figure: Figure, wording: Wording): StandardisedRow[] {
  const cells = readRows(figure);
  return readComparison(figure, wording).map((row, index) => {
    const own = cells[index] ?? {};
    return {
      label: row.label,
      crude: row.estimate,
      direct: numeric(own.direct),
      indirect: numeric(own.indirect),
      moved: numeric(own.moved) ?? numeric(own.moved_indirect),
      empty: numeric(own.strata_empty),
      strata: numeric(own.strata),
      hidden: row.state === "hidden" || isHidden(own, "indirect"),
    };
  });
}

/** Crude, direct and indirect beside each other: a ring, a point and a diamond on one line. */
export function drawStandardised(figure: Figure, context: ChartContext): Drawing {
  const { width, fontSize, palette, wording } = context;
  const { format, t } = wording;
  const rows = readStandardised(figure, wording).map((row, at) => ({ ...row, at }));
  const labels = rows.map(({ label }) => label);
  const words = rows.map((row) => standardisedWords(row, wording));
  const marginLeft = labelMargin(labels, fontSize, width);
  const value = readWhole(figure, wording)?.value ?? null;
  const shown = rows.filter(({ hidden }) => !hidden);
  const ends = shown.map((row) => {
    const values = [row.crude, row.direct, row.indirect].filter((each) => each !== null);
    return { at: row.at, from: Math.min(...values), to: Math.max(...values) };
  });
  const line = { y: "at", strokeWidth: 1.8 } as const;
  const options: PlotOptions = {
    width,
    height: Math.ceil(fontSize * (2.1 * rows.length + 4)),
    marginLeft,
    marginRight: Math.ceil(
      Math.max(0, ...[...words, t("compare.crude_direct_indirect")].map((each) => textWidth(each, fontSize))) +
        fontSize * 1.4,
    ),
    marginTop: fontSize * 1.8,
    marginBottom: fontSize * 2.2,
    style: { fontSize: `${fontSize}px` },
    x: { domain: [0, 1] },
    y: { domain: [-0.5, rows.length - 0.5], reverse: true },
    marks: [
      ...unitAxes(labels, context, { marginLeft, tickFormat: (share) => format.share(share) }),
      ...unitReference(value, t("compare.programme_value", { value: format.share(value ?? 0) }), context),
      text([t("compare.crude_direct_indirect")], {
        text: String,
        frameAnchor: "top-right",
        textAnchor: "start",
        lineAnchor: "bottom",
        dx: fontSize,
        dy: -fontSize * 0.4,
        fill: palette.muted,
      }),
      ruleY(ends, { y: "at", x1: "from", x2: "to", stroke: palette.rest }),
      dot(shown, { ...line, x: "crude", r: fontSize * 0.42, fill: palette.surface, stroke: palette.muted }),
      dot(shown, { ...line, x: "direct", r: fontSize * 0.36, fill: palette.main, stroke: palette.surface }),
      dot(shown, {
        ...line,
        x: "indirect",
        r: fontSize * 0.4,
        symbol: "diamond",
        fill: palette.other,
        stroke: palette.surface,
      }),
      text(rows, {
        y: "at",
        text: words,
        frameAnchor: "right",
        textAnchor: "start",
        dx: fontSize,
        fill: (row: { hidden: boolean }) => (row.hidden ? palette.faint : palette.ink),
      }),
    ],
  };
  return { options, summary: rows.map((row, index) => `${row.label}: ${words[index]}`).join("; ") };
}

/** `62 % → – · 61 %`: crude, direct, indirect. */
function standardisedWords({ crude, direct, indirect, hidden }: StandardisedRow, wording: Wording): string {
  const { format, t } = wording;
  if (hidden) return hiddenWords(wording);
  if (crude === null) return t("chart.nobody");
  const number = (value: number | null) => (value === null ? "–" : format.share(value));
  return `${number(crude)} → ${number(direct)} · ${number(indirect)}`;
}
