import { axisX, axisY, gridY, type Markish, type PlotOptions, rectY, ruleX, ruleY, text } from "@observablehq/plot";
import type { Figure } from "../table.ts";
import type { Wording } from "../wording.ts";
import { type ChartContext, channel, type Drawing, hiddenWords, mark } from "./chart.ts";
import { type Bin, readBins, type Side, type SideName } from "./mirror-bins.ts";
import { mirrorSummary } from "./mirror-summary.ts";

/** Two counts over time, one upwards and one downwards from the same line, with the cut-off where the table passes it. */
export function mirrorChart(figure: Figure, context: ChartContext): Drawing {
  const up = channel(figure, "up");
  const down = channel(figure, "down");
  const names = {
    up: up === undefined ? "" : context.wording.say(up.label),
    down: down === undefined ? "" : context.wording.say(down.label),
  };
  const bins = readBins(figure, up, down);
  // The line says what lies after the cut-off; a table that ends there needs none.
  const cutoff = context.cutoff !== null && context.cutoff < (figure.meta.cutoff ?? "") ? context.cutoff : null;
  return {
    options: mirrorOptions(bins, names, { ...context, cutoff }),
    summary: mirrorSummary(bins, names, context.wording),
  };
}

function mirrorOptions(bins: Bin[], names: { up: string; down: string }, context: ChartContext): PlotOptions {
  const { width, fontSize, palette, wording } = context;
  const top = Math.max(1, ...bins.map((bin) => bin.up.count));
  const bottom = Math.max(1, ...bins.map((bin) => bin.down.count));
  const isAllHidden = bins.length > 0 && bins.every(({ up, down }) => up.state === "hidden" && down.state === "hidden");
  const first = bins[0]?.from ?? new Date(0);
  const last = bins.at(-1)?.to ?? new Date(0);
  const cutoff = context.cutoff === null ? null : new Date(`${context.cutoff}T00:00:00Z`);
  const showCutoff = cutoff !== null && cutoff > first && cutoff < last;
  const tip = (bin: Bin) =>
    [
      wording.format.month(bin.from),
      `${names.up} ${sideWords(bin.up, wording)}`,
      `${names.down} ${sideWords(bin.down, wording)}`,
    ].join("\n");
  const name = { frameAnchor: "left", textAnchor: "start", fontWeight: 600, dx: 2 } as const;
  return {
    width,
    height: Math.ceil(fontSize * 17),
    marginLeft: fontSize * (1.6 + 0.6 * String(Math.max(top, bottom)).length),
    marginRight: fontSize,
    marginTop: fontSize * 2,
    marginBottom: fontSize * 3.6,
    style: { fontSize: `${fontSize}px` },
    x: { type: "utc", domain: [first, last] },
    y: { domain: [-bottom, top], nice: true },
    marks: [
      gridY({ stroke: palette.line, strokeOpacity: 1, ticks: isAllHidden ? [0] : 5 }),
      // Where every number is hidden there is no scale to read.
      axisY({
        ticks: isAllHidden ? [] : 5,
        tickSize: 0,
        label: null,
        fill: palette.muted,
        tickFormat: (value: number) => (Number.isInteger(value) ? wording.format.count(Math.abs(value)) : ""),
      }),
      axisX({
        ticks: "year",
        tickSize: 0,
        tickPadding: fontSize * 2,
        label: null,
        fill: palette.muted,
        tickFormat: (day: Date) => String(day.getUTCFullYear()),
      }),
      rectY(bins, {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: (bin: Bin) => bin.up.count,
        fill: palette.main,
        insetLeft: 0.5,
        insetRight: 0.5,
        title: tip,
      }),
      rectY(bins, {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: (bin: Bin) => -bin.down.count,
        fill: palette.other,
        insetLeft: 0.5,
        insetRight: 0.5,
        title: tip,
      }),
      ruleY([0], { stroke: palette.surface, strokeWidth: 1.5 }),
      ...(isAllHidden ? [allHidden(context)] : [...signs(bins, "up", context), ...signs(bins, "down", context)]),
      text([names.up], {
        ...name,
        frameAnchor: "top-left",
        lineAnchor: "bottom",
        dy: -fontSize * 0.5,
        fill: palette.main,
      }),
      text([names.down], {
        ...name,
        frameAnchor: "bottom-left",
        lineAnchor: "top",
        dy: fontSize * 0.45,
        fill: palette.other,
      }),
      ...(showCutoff
        ? [
            ruleX([cutoff], { stroke: palette.target, strokeDasharray: "3 3", strokeWidth: 1.6 }),
            text([cutoff], {
              x: (day: Date) => day,
              text: () => `${wording.t("chart.cutoff")} ${wording.format.date(cutoff)}`,
              frameAnchor: "top",
              lineAnchor: "bottom",
              textAnchor: "end",
              dx: fontSize * 0.3,
              dy: -fontSize * 0.5,
              fill: palette.target,
              fontWeight: 600,
            }),
          ]
        : []),
    ],
  };
}

/** The sign of a hidden count, or of one that the steering room would not see, at the line that its bar would start from. */
function signs(bins: readonly Bin[], side: SideName, { fontSize, palette, wording }: ChartContext): Markish[] {
  const signed = bins.filter((bin) => bin[side].state === "hidden" || bin[side].mark !== "");
  if (signed.length === 0) return [];
  return [
    text(signed, {
      x: (bin: Bin) => new Date((bin.from.getTime() + bin.to.getTime()) / 2),
      y: (bin: Bin) => (side === "up" ? bin.up.count : -bin.down.count),
      text: (bin: Bin) => (bin[side].state === "hidden" ? wording.glyph : mark),
      lineAnchor: side === "up" ? "bottom" : "top",
      dy: (side === "up" ? -1 : 1) * fontSize * 0.2,
      fontSize: fontSize * 0.85,
      fill: palette.muted,
    }),
  ];
}

function allHidden({ fontSize, palette, wording }: ChartContext): Markish {
  return text([hiddenWords(wording)], {
    text: (words: string) => words,
    frameAnchor: "middle",
    dy: -fontSize,
    fill: palette.faint,
  });
}

function sideWords({ count, state, mark: sign }: Side, { format, glyph }: Wording): string {
  return state === "hidden" ? glyph : `${format.count(count)}${sign}`;
}
