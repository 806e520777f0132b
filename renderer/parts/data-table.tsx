import type { ColumnMeta } from "../../electron/contract.ts";
import { type Figure, type Row, readRows, rowAt } from "../table.ts";
import { type NamedFigure, unitedColumns } from "../united.ts";
import { isNumeric } from "../wording.ts";
import { useWording } from "../workbench.tsx";
import { type LegendState, SuppressionLegend } from "./suppression-legend.tsx";
import { cellWords, readState } from "./table-cell.tsx";

interface DataTableProps {
  /** One, or several that are read under each other: each row then begins with its Table's name. */
  figures: readonly NamedFigure[];
  caption: string;
  /** Rows shown of each; how many there are besides is said below. */
  limit?: number;
}

/** The numbers of a chart as a plain DOM table. Long tables belong in the grid of the views page. */
export function DataTable({ figures, caption, limit = 500 }: DataTableProps) {
  const wording = useWording();
  // What is hidden is said in its cell, so the column that lists it is left out.
  const columns = unitedColumns(figures).filter((column) => column.name !== "suppressed");
  const isUnited = figures.length > 1;
  const states = new Set<LegendState>();
  const cell = (figure: Figure, row: Row, place: number, column: ColumnMeta) => {
    // Read under each other, a Table has nothing to say in a column of another's.
    if (!figure.meta.columns.some(({ name }) => name === column.name)) return null;
    const marked = figure.marks?.get(rowAt(figure, place))?.has(column.name) ?? false;
    const state = readState({ row, column, meta: figure.meta });
    if (state !== "number") states.add(state);
    if (marked) states.add("marked");
    return cellWords({ row, column, meta: figure.meta, marked }, wording);
  };
  const body = figures.map(({ name, figure }) => ({ name, figure, rows: readRows(figure, 0, limit) }));
  const cells = body.map(({ figure, rows }) =>
    rows.map((row, place) => columns.map((column) => cell(figure, row, place, column))),
  );
  const rest = figures.reduce((sum, { figure }) => sum + Math.max(0, figure.meta.rows - limit), 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="table">
        <caption className="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            {isUnited ? <th scope="col">{wording.t("table.part")}</th> : null}
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                data-numeric={isNumeric(column) || undefined}
                title={column.description && wording.say(column.description)}
              >
                {wording.say(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.flatMap(({ name }, part) =>
            cells[part]?.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own and never move.
              <tr key={`${name} ${place}`}>
                {isUnited ? <th scope="row">{name}</th> : null}
                {columns.map((column, at) => (
                  <td key={column.name} data-numeric={isNumeric(column) || undefined}>
                    {row[at]}
                  </td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
      <SuppressionLegend states={states} />
      {rest > 0 ? <p className="table-rest">{wording.t("table.rest", { rest: wording.format.count(rest) })}</p> : null}
    </section>
  );
}
