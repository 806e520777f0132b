import { axisX, axisY, gridY, type PlotOptions, rectY, ruleY, text } from "@observablehq/plot";
import type { Wording } from "../wording.ts";
import { type CellState, type ChartContext, type Drawing, hiddenWords } from "./chart.ts";
import { textWidth } from "./measure.ts";

/** How many of a wave lie in a band of scores. */
export interface BandPart {
  share: number | null;
  state: CellState;
}

/** A band of scores at the start and at the end. */
export interface ScoreBand {
  from: number;
  to: number;
  before: BandPart;
  after: BandPart;
}

/** The names of the two times, with how many each stands on. */
export interface WaveNames {
  before: string;
  after: string;
}

/** Scores in bands of equal width: the start upwards, the end downwards from one line. Bands, so that no person is a dot. */
export function drawDistribution(bands: readonly ScoreBand[], names: WaveNames, context: ChartContext): Drawing {
  return { options: distributionOptions(bands, names, context), summary: distributionSummary(bands, names, context) };
}

function distributionOptions(bands: readonly ScoreBand[], names: WaveNames, context: ChartContext): PlotOptions {
  const { width, fontSize, palette, wording } = context;
  const edges = [...new Set(bands.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const most = Math.max(0.05, ...bands.flatMap(({ before, after }) => [before.share ?? 0, after.share ?? 0]));
  const side = (name: keyof WaveNames, direction: 1 | -1, fill: string) => [
    rectY(
      bands.filter((band) => band[name].state === "shown"),
      {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: (band: ScoreBand) => direction * (band[name].share ?? 0),
        fill,
        insetLeft: 0.8,
        insetRight: 0.8,
        title: (band: ScoreBand) => `${bandWords(band, wording)}: ${wording.format.share(band[name].share ?? 0)}`,
      },
    ),
    text(
      bands.filter((band) => band[name].state === "hidden"),
      {
        x: ({ from, to }: ScoreBand) => (from + to) / 2,
        y: 0,
        text: () => wording.glyph,
        dy: -direction * fontSize * 0.8,
        fill: palette.muted,
      },
    ),
    text([names[name]], {
      text: (words: string) => words,
      frameAnchor: direction === 1 ? "top-left" : "bottom-left",
      lineAnchor: direction === 1 ? "top" : "bottom",
      dx: fontSize * 0.5,
      dy: direction * fontSize * 0.2,
      fill: palette.ink,
      fontWeight: 600,
      stroke: palette.surface,
      strokeWidth: fontSize * 0.4,
    }),
  ];
  const step = edgeStep(edges, width, fontSize);
  return {
    width,
    height: Math.ceil(fontSize * 19),
    marginLeft: textWidth("00 %", fontSize) + fontSize,
    marginRight: fontSize,
    marginTop: fontSize * 0.6,
    marginBottom: fontSize * 2.2,
    style: { fontSize: `${fontSize}px` },
    x: { domain: [edges[0] ?? 0, edges.at(-1) ?? 1] },
    y: { domain: [-most * 1.12, most * 1.12] },
    marks: [
      gridY({ stroke: palette.line, strokeOpacity: 1, ticks: 6 }),
      axisY({
        ticks: 6,
        tickSize: 0,
        label: null,
        fill: palette.muted,
        tickFormat: (share: number) => wording.format.share(Math.abs(share)),
      }),
      axisX(
        edges.filter((_, index) => index % step === 0),
        {
          tickSize: 3,
          label: null,
          fill: palette.muted,
          tickFormat: (score: number) => wording.format.decimal(score),
        },
      ),
      ...side("before", 1, palette.rest),
      ...side("after", -1, palette.main),
      ruleY([0], { stroke: palette.muted, strokeWidth: 1 }),
      ...(bands.length > 0 && bands.every(({ before, after }) => before.state !== "shown" && after.state !== "shown")
        ? [
            text([hiddenWords(wording)], {
              text: (words: string) => words,
              frameAnchor: "middle",
              dy: -fontSize * 2,
              fill: palette.faint,
            }),
          ]
        : []),
    ],
  };
}

/** Every how many edges have room for their number. */
function edgeStep(edges: readonly number[], width: number, fontSize: number): number {
  return Math.max(1, Math.ceil((edges.length * fontSize * 3) / width));
}

function distributionSummary(bands: readonly ScoreBand[], names: WaveNames, { wording }: ChartContext): string {
  const { t } = wording;
  if (bands.length === 0) return t("summary.no_rows");
  return (["before", "after"] as const)
    .map((name) => {
      const parts = bands.flatMap((band) => {
        const { share, state } = band[name];
        if (state === "hidden") return [`${bandWords(band, wording)} ${t("summary.hidden_short")}`];
        return share === null || share === 0 ? [] : [`${bandWords(band, wording)} ${wording.format.share(share)}`];
      });
      return `${names[name]}: ${parts.length === 0 ? t("kasam.nobody_answered") : parts.join("; ")}.`;
    })
    .join(" ");
}

function bandWords({ from, to }: ScoreBand, { format }: Wording): string {
  return `${format.decimal(from)}–${format.decimal(to)}`;
}
