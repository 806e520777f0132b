import { axisY, type Markish, type PlotOptions } from "@observablehq/plot";
import type { ChartContext } from "./chart.ts";
import { labelMargin, labelWrap, textWidth, wrapsLabels } from "./measure.ts";

/** What all charts of horizontal bars share: a row for each label, names at the left, numbers at the right. */
export interface HorizontalRows {
  labels: string[];
  /** What stands after each bar. */
  numbers: string[];
  /** The longest bar. */
  most: number;
  /** In ems. Rows whose names take two lines get more. */
  rowHeight: number;
  /** Rows before which a gap stands. */
  apart?: readonly boolean[];
}

/** Plot options without the bars themselves. A bar's row is its index, so that equal names do not fall together. */
export function horizontalOptions(rows: HorizontalRows, context: ChartContext, marks: Markish[]): PlotOptions {
  const { width, fontSize, palette } = context;
  const { labels, numbers } = rows;
  const marginLeft = labelMargin(labels, fontSize, width);
  const rowHeight = wrapsLabels(labels, fontSize, marginLeft) ? Math.max(rows.rowHeight, 2.35) : rows.rowHeight;
  const places = labels.flatMap((_, index) => (rows.apart?.[index] ? [`gap ${index}`, index] : [index]));
  return {
    width,
    height: Math.ceil(places.length * fontSize * rowHeight + fontSize * 0.8),
    marginLeft,
    marginRight: Math.ceil(Math.max(0, ...numbers.map((words) => textWidth(words, fontSize))) + fontSize),
    marginTop: fontSize * 0.4,
    marginBottom: fontSize * 0.4,
    style: { fontSize: `${fontSize}px` },
    x: { axis: null, domain: [0, Math.max(1, rows.most)] },
    y: { type: "band", domain: places, padding: 0.3 },
    marks: [
      axisY(
        labels.map((_, index) => index),
        {
          tickSize: 0,
          tickPadding: fontSize * 0.7,
          label: null,
          fill: palette.ink,
          ...labelWrap(labels, fontSize, marginLeft),
          tickFormat: (index: number) => labels[index] ?? "",
        },
      ),
      ...marks,
    ],
  };
}

/** The row that a bar stands in. */
export function rowIndex(_: unknown, index: number): number {
  return index;
}
