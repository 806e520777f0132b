import type { ColumnMeta } from "../../electron/contract.ts";
import { type Figure, isHidden, type Row, readRows } from "../table.ts";
import { isNumeric, type Wording } from "../wording.ts";
import { useWording } from "../workbench.tsx";

interface DataTableProps {
  figure: Figure;
  caption: string;
  /** Rows shown; how many there are besides is said below. */
  limit?: number;
}

/** A figure as a plain DOM table, for a chart's own numbers. Long tables belong in the grid of the views page. */
export function DataTable({ figure, caption, limit = 500 }: DataTableProps) {
  const wording = useWording();
  const columns = figure.meta.columns;
  const rows = readRows(figure, 0, limit);
  const rest = figure.meta.rows - rows.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="table">
        <caption className="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                data-numeric={isNumeric(column) || undefined}
                title={column.description}
              >
                {wording.say(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own and never move.
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.name} data-numeric={isNumeric(column) || undefined}>
                  {cellWords(row, column, wording)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className="table-rest">{wording.t("table.rest", { rest: wording.format.count(rest) })}</p> : null}
    </section>
  );
}

function cellWords(row: Row, column: ColumnMeta, wording: Wording) {
  if (isHidden(row, column.name)) return <abbr title={wording.t("chart.hidden")}>..</abbr>;
  return wording.cell(column, row[column.name] ?? null);
}
