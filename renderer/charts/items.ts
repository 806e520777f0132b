import { axisX, axisY, cell, type PlotOptions, text } from "@observablehq/plot";
import type { CellState, ChartContext, Drawing } from "./chart.ts";
import { labelMargin, labelWrap } from "./measure.ts";

/** An answer to an item, and which part of those who answered it gave it. */
export interface ItemAnswer {
  answer: number;
  share: number | null;
  state: CellState;
}

/** An item at one time: how it was answered, and how it goes with the others. */
export interface ItemWave {
  answers: ItemAnswer[];
  /** Correlation with the sum of the other items. */
  rest: number | null;
  /** Alpha of the other items. */
  alpha: number | null;
  state: CellState;
}

export interface ItemRow {
  label: string;
  /** In the order of the times. */
  waves: ItemWave[];
}

/** A cell by the row's place and the column's name. */
interface Placed extends ItemAnswer {
  at: number;
  column: string;
}

interface Words {
  at: number;
  column: string;
  words: string;
  /** An item that goes against the others. */
  against: boolean;
}

/** How often each answer was given to each item, the fuller the oftener, and beside it the item's part in the scale. */
export function drawItems(rows: readonly ItemRow[], waves: readonly string[], context: ChartContext): Drawing {
  return { options: itemsOptions(rows, waves, context), summary: itemsSummary(rows, waves, context) };
}

const REST = "rest";
const ALPHA = "alpha";

function itemsOptions(rows: readonly ItemRow[], waves: readonly string[], context: ChartContext): PlotOptions {
  const { width, fontSize, palette, wording } = context;
  const { format, t } = wording;
  const labels = rows.map(({ label }) => label);
  const answers = [
    ...new Set(rows.flatMap((row) => row.waves.flatMap((wave) => wave.answers.map((one) => one.answer)))),
  ];
  const own = [...answers.sort((a, b) => a - b).map(String), REST, ALPHA];
  const columns = waves.flatMap((_, wave) => [
    ...(wave > 0 ? [`${wave} `] : []),
    ...own.map((name) => nameOf(wave, name)),
  ]);
  const cells = rows.flatMap((row, at) =>
    row.waves.flatMap((wave, number) =>
      wave.answers.map((one): Placed => ({ ...one, at, column: nameOf(number, String(one.answer)) })),
    ),
  );
  const numbers = rows.flatMap((row, at) =>
    row.waves.flatMap((wave, number): Words[] =>
      [REST, ALPHA].map((name) => {
        const value = name === REST ? wave.rest : wave.alpha;
        const words = wave.state === "hidden" ? wording.glyph : value === null ? "–" : format.decimal(value, 2);
        return { at, column: nameOf(number, name), words, against: name === REST && value !== null && value < 0 };
      }),
    ),
  );
  const most = Math.max(0.01, ...cells.map(({ share }) => share ?? 0));
  const opacity = ({ share }: Placed) => 0.06 + (0.94 * (share ?? 0)) / most;
  const marginLeft = labelMargin(labels, fontSize, width, 0.2);
  const isWide = (width - marginLeft) / columns.length > fontSize * 2.7;
  const headName = (column: string) => {
    const name = column.slice(column.indexOf(" ") + 1);
    return name === REST ? t("kasam.item_rest") : name === ALPHA ? t("kasam.item_alpha") : name;
  };
  return {
    width,
    height: Math.ceil(fontSize * 4.4 + rows.length * fontSize * 2),
    marginLeft,
    marginRight: 1,
    marginTop: fontSize * 4,
    marginBottom: fontSize * 0.4,
    style: { fontSize: `${fontSize}px` },
    x: { type: "band", domain: columns, padding: 0.06 },
    y: { type: "band", domain: rows.map((_, at) => at), padding: 0.08 },
    marks: [
      axisX({
        anchor: "top",
        tickSize: 0,
        label: null,
        fill: palette.muted,
        ticks: columns.filter((column) => !column.endsWith(" ")),
        tickFormat: headName,
      }),
      axisY(
        rows.map((_, at) => at),
        {
          tickSize: 0,
          tickPadding: fontSize * 0.7,
          label: null,
          fill: palette.ink,
          ...labelWrap(labels, fontSize, marginLeft),
          tickFormat: (at: number) => labels[at] ?? "",
        },
      ),
      text(waves, {
        x: (_: string, wave: number) => nameOf(wave, own[0] ?? ""),
        text: (wave: string) => wave,
        frameAnchor: "top",
        lineAnchor: "bottom",
        textAnchor: "start",
        dx: -fontSize * 1.2,
        dy: -fontSize * 2.2,
        fill: palette.ink,
        fontWeight: 550,
      }),
      cell(
        cells.filter(({ state }) => state === "shown"),
        { x: "column", y: "at", fill: palette.main, fillOpacity: { value: opacity, scale: null }, rx: 2 },
      ),
      text(isWide ? cells.filter(({ state }) => state !== "empty") : cells.filter(({ state }) => state === "hidden"), {
        x: "column",
        y: "at",
        text: ({ share, state }: Placed) => (state === "hidden" ? wording.glyph : format.share(share ?? 0)),
        fill: (one: Placed) => (one.state === "shown" && opacity(one) > 0.78 ? palette.surface : palette.ink),
        fontSize: fontSize * 0.85,
      }),
      text(numbers, {
        x: "column",
        y: "at",
        text: "words",
        fill: ({ against }: Words) => (against ? palette.target : palette.ink),
        fontWeight: 550,
      }),
    ],
  };
}

function nameOf(wave: number, name: string): string {
  return `${wave} ${name}`;
}

function itemsSummary(rows: readonly ItemRow[], waves: readonly string[], { wording }: ChartContext): string {
  const { t, format } = wording;
  if (rows.length === 0) return t("summary.no_rows");
  return rows
    .flatMap(({ label, waves: own }) =>
      own.map((wave, at) => {
        const answers = wave.answers.map(({ answer, share, state }) =>
          t("kasam.summary_answer", {
            answer,
            share: state === "hidden" ? t("summary.hidden_short") : format.share(share ?? 0),
          }),
        );
        const [rest, alpha] = [wave.rest, wave.alpha].map((value) => (value === null ? "–" : format.decimal(value, 2)));
        const fit = wave.state === "hidden" ? t("summary.hidden_short") : t("kasam.summary_item", { rest, alpha });
        return `${label}, ${waves[at]}: ${answers.join(", ")}; ${fit}.`;
      }),
    )
    .join(" ");
}
