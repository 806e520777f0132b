import { axisY, barX, type PlotOptions, text } from "@observablehq/plot";
import { type Figure, findColumn, isHidden, readRows } from "../table.ts";
import type { Wording } from "../wording.ts";
import { type ChartContext, type Drawing, hiddenWords, numeric } from "./chart.ts";
import { labelMargin, labelWrap, textWidth } from "./measure.ts";

interface Part {
  at: number;
  /** Which of the groups; its colour. */
  group: number;
  from: number;
  to: number;
  count: number;
  words: string;
}

interface MixRow {
  at: number;
  label: string;
  parts: Part[];
  all: number | null;
  hidden: boolean;
}

/** Of whom each unit's figure is made up: a bar as long for all, cut by group, with how many there are at the right. `order` has the codes of the units. */
export function drawMix(figure: Figure, column: string, order: readonly string[], context: ChartContext): Drawing {
  const { width, fontSize, palette, wording } = context;
  const { rows, groups } = readMix(figure, column, order, wording);
  const labels = rows.map(({ label }) => label);
  const numbers = rows.map(({ all, hidden }) =>
    hidden || all === null ? hiddenWords(wording) : `n = ${wording.format.count(all)}`,
  );
  const marginLeft = labelMargin(labels, fontSize, width);
  const colors = [palette.main, palette.other, palette.third, palette.rest, palette.interval, palette.muted];
  const parts = rows.flatMap((row) => row.parts);
  const marginRight = Math.ceil(Math.max(0, ...numbers.map((each) => textWidth(each, fontSize))) + fontSize);
  const inner = width - marginLeft - marginRight;
  const options: PlotOptions = {
    width,
    height: Math.ceil(fontSize * (2.2 * rows.length + 1)),
    marginLeft,
    marginRight,
    marginTop: fontSize * 0.5,
    marginBottom: fontSize * 0.5,
    style: { fontSize: `${fontSize}px` },
    x: { axis: null, domain: [0, 1] },
    y: { type: "band", domain: rows.map(({ at }) => at), padding: 0.25 },
    marks: [
      axisY(
        rows.map(({ at }) => at),
        {
          tickSize: 0,
          tickPadding: fontSize * 0.7,
          label: null,
          fill: palette.ink,
          ...labelWrap(labels, fontSize, marginLeft),
          tickFormat: (at: number) => labels[at] ?? "",
        },
      ),
      ...groups.map((name, group) =>
        barX(
          parts.filter((part) => part.group === group),
          {
            x1: "from",
            x2: "to",
            y: "at",
            fill: colors[group % colors.length] ?? palette.rest,
            fillOpacity: 0.45,
            stroke: palette.surface,
            title: (part: Part) => `${name}: ${wording.format.count(part.count)}`,
          },
        ),
      ),
      // The group is named in its own part: no legend to look up.
      text(
        parts.filter((part) => (part.to - part.from) * inner > textWidth(part.words, fontSize * 0.86) + fontSize),
        {
          x: "from",
          y: "at",
          text: "words",
          textAnchor: "start",
          dx: fontSize * 0.5,
          fontSize: fontSize * 0.86,
          fill: palette.ink,
        },
      ),
      text(rows, {
        y: "at",
        text: (_: MixRow, index: number) => numbers[index] ?? "",
        frameAnchor: "right",
        textAnchor: "start",
        dx: fontSize * 0.6,
        fill: palette.muted,
      }),
    ],
  };
  return { options, summary: rows.map((row) => mixWords(row, groups, wording)).join(" ") };
}

/** Rows of two grouping columns; a unit that has a hidden group is hidden whole, since its bar would give the group away. */
function readMix(
  figure: Figure,
  column: string,
  order: readonly string[],
  wording: Wording,
): { rows: MixRow[]; groups: string[] } {
  const [unit] = figure.meta.columns.filter(({ role, name }) => role === "by" && name !== column);
  const inner = findColumn(figure, column);
  if (unit === undefined || inner === undefined) return { rows: [], groups: [] };
  const cells = readRows(figure);
  const groupNames = [...new Set(cells.map((row) => wording.cell(inner, row[column] ?? null)))];
  const units = order.filter((code) => cells.some((row) => row[unit.name] === code));
  const rows = units.map((code, at): MixRow => {
    const own = cells.filter((row) => row[unit.name] === code);
    const hidden = own.some((row) => isHidden(row, "n"));
    const all = own.reduce((sum, row) => sum + (numeric(row.n) ?? 0), 0);
    let from = 0;
    const parts = hidden
      ? []
      : own.map((row): Part => {
          const count = numeric(row.n) ?? 0;
          const name = wording.cell(inner, row[column] ?? null);
          const start = from;
          from += all === 0 ? 0 : count / all;
          return {
            at,
            group: groupNames.indexOf(name),
            from: start,
            to: from,
            count,
            words: `${name} ${wording.format.count(count)}`,
          };
        });
    return { at, label: wording.cell(unit, code), parts, all: hidden ? null : all, hidden };
  });
  return { rows, groups: groupNames };
}

function mixWords({ label, parts, hidden }: MixRow, groups: readonly string[], { t, format }: Wording): string {
  if (hidden) return `${label}: ${t("summary.hidden")}`;
  return `${label}: ${parts.map(({ group, count }) => `${groups[group]} ${format.count(count)}`).join(", ")}.`;
}
