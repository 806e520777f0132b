import { axisX, axisY, gridY, type PlotOptions, rectY, ruleX, ruleY, text } from "@observablehq/plot";
import { type Figure, readRows } from "../table.ts";
import { type ChartContext, channel, type Drawing, numeric } from "./chart.ts";
import { binEnd, grainOf } from "./time.ts";

interface Bin {
  from: Date;
  to: Date;
  up: number;
  down: number;
}

/** Two counts over time, one upwards and one downwards from the same line, with the cut-off where the table passes it. */
export function mirrorChart(figure: Figure, context: ChartContext): Drawing {
  const up = channel(figure, "up");
  const down = channel(figure, "down");
  const names = {
    up: up === undefined ? "" : context.wording.say(up.label),
    down: down === undefined ? "" : context.wording.say(down.label),
  };
  const bins = readBins(figure, up?.name, down?.name);
  // The line says what lies after the cut-off; a table that ends there needs none.
  const cutoff = context.cutoff !== null && context.cutoff < (figure.meta.cutoff ?? "") ? context.cutoff : null;
  return { options: mirrorOptions(bins, names, { ...context, cutoff }), summary: mirrorSummary(bins, names, context) };
}

function readBins(figure: Figure, up: string | undefined, down: string | undefined): Bin[] {
  const time = channel(figure, "x", "time");
  const rows = time === undefined ? [] : readRows(figure).filter((row) => row[time.name] instanceof Date);
  const starts = rows.map((row) => row[time?.name ?? ""] as Date);
  const grain = grainOf(starts);
  return rows.map((row, index) => {
    const from = starts[index] as Date;
    return { from, to: binEnd(from, grain), up: numeric(row[up ?? ""]) ?? 0, down: numeric(row[down ?? ""]) ?? 0 };
  });
}

function mirrorOptions(bins: Bin[], names: { up: string; down: string }, context: ChartContext): PlotOptions {
  const { width, fontSize, palette, wording } = context;
  const top = Math.max(1, ...bins.map((bin) => bin.up));
  const bottom = Math.max(1, ...bins.map((bin) => bin.down));
  const first = bins[0]?.from ?? new Date(0);
  const last = bins.at(-1)?.to ?? new Date(0);
  const cutoff = context.cutoff === null ? null : new Date(`${context.cutoff}T00:00:00Z`);
  const showCutoff = cutoff !== null && cutoff > first && cutoff < last;
  const tip = (bin: Bin) =>
    `${wording.format.month(bin.from)}\n${names.up} ${wording.format.count(bin.up)}\n${names.down} ${wording.format.count(bin.down)}`;
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
      gridY({ stroke: palette.line, strokeOpacity: 1, ticks: 5 }),
      axisY({
        ticks: 5,
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
        y2: "up",
        fill: palette.main,
        insetLeft: 0.5,
        insetRight: 0.5,
        title: tip,
      }),
      rectY(bins, {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: (bin: Bin) => -bin.down,
        fill: palette.other,
        insetLeft: 0.5,
        insetRight: 0.5,
        title: tip,
      }),
      ruleY([0], { stroke: palette.surface, strokeWidth: 1.5 }),
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

function mirrorSummary(bins: readonly Bin[], names: { up: string; down: string }, { wording }: ChartContext): string {
  const { format, t } = wording;
  const first = bins[0];
  const last = bins.at(-1);
  if (first === undefined || last === undefined) return t("summary.no_rows");
  const peak = (side: "up" | "down") => bins.reduce((most, bin) => (bin[side] > most[side] ? bin : most), first);
  const side = (key: "up" | "down") =>
    t("summary.peak", {
      name: names[key],
      count: format.count(peak(key)[key]),
      month: format.month(peak(key).from),
    });
  return `${t("summary.period", { from: format.month(first.from), to: format.month(last.from) })} ${side("up")} ${side("down")}`;
}
