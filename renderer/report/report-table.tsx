import { emptySigns, emptyState } from "../empty-cell.ts";
import { type Figure, isHiddenCell, type Row, readRows } from "../table.ts";
import { isNumeric, type Wording } from "../wording.ts";

interface ReportTableProps {
  figure: Figure;
  caption: string;
  /** Names of the columns, in the order in which they are read. Those that the figure does not have are left out. */
  columns: readonly string[];
  wording: Wording;
}

/** The numbers of a chart. The first column names the row. */
export function ReportTable({ figure, caption, columns: names, wording }: ReportTableProps) {
  const { meta } = figure;
  const columns = names.flatMap((name) => meta.columns.find((column) => column.name === name) ?? []);
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col" data-numeric={isNumeric(column) || undefined}>
              {wording.say(column.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {readRows(figure).map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own and never move.
          <tr key={place}>
            {columns.map((column, at) =>
              at === 0 ? (
                <th key={column.name} scope="row">
                  {cell(row, column)}
                </th>
              ) : (
                <td key={column.name} data-numeric={isNumeric(column) || undefined}>
                  {cell(row, column)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );

  function cell(row: Row, column: (typeof columns)[number]) {
    const value = row[column.name] ?? null;
    if (isHiddenCell(value)) return <HiddenSign wording={wording} />;
    if (value !== null) return wording.cell(column, value);
    if (column.role === "by") return wording.t("chart.all");
    const state = emptyState(row, column, meta);
    return state === "not_yet" ? wording.t("suppression.state_not_yet") : emptySigns[state];
  }
}

/** The sign of a hidden number, said in words to those who hear the page. */
export function HiddenSign({ wording: { glyph, t } }: { wording: Wording }) {
  return (
    <abbr className="suppressed" title={t("suppression.state_hidden")}>
      {glyph}
    </abbr>
  );
}
