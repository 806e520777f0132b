import type { Drawing } from "../charts/chart.ts";
import { drawFigure } from "../charts/kinds.ts";
import { filePalette } from "../charts/palette.ts";
import type { Figure } from "../table.ts";
import { ChartPicture } from "./chart-picture.tsx";
import type { ReportContent } from "./report-content.ts";
import { ReportTable } from "./report-table.tsx";

interface FigurePartProps {
  figure: Figure | undefined;
  title: string;
  columns: readonly string[];
  content: ReportContent;
  /** Of the chart. By default the figure's view says how. */
  drawing?: Drawing | undefined;
}

/** A figure as chart and table. One that has been refused says why. */
export function FigurePart({ figure, title, columns, content, drawing }: FigurePartProps) {
  const { wording } = content;
  if (figure === undefined) return null;
  const { fault } = figure.meta;
  if (fault !== undefined) return <p className="refused">{wording.say(fault.message)}</p>;
  if (figure.data.numRows === 0) return <p>{wording.t("summary.no_rows")}</p>;
  const drawn = drawing ?? drawFigure(figure, drawingContext(content));
  return (
    <>
      {drawn === undefined ? null : <ChartPicture title={title} drawing={drawn} />}
      <ReportTable figure={figure} caption={title} columns={columns} wording={wording} />
    </>
  );
}

/** For a column of A4 with its margins, in the type of the text. */
export function drawingContext({ wording, subject }: ReportContent) {
  return { width: 672, fontSize: 12, palette: filePalette, wording, cutoff: subject.scope.cutoff };
}
