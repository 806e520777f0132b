import type { ColumnMeta } from "../../electron/contract.ts";
import { readTargets, targetWords } from "../charts/targets.ts";
import { isHidden, type Row, readRows } from "../table.ts";
import { type NamedFigure, unitedColumns } from "../united.ts";
import { isNumeric, type Wording } from "../wording.ts";
import { useWording } from "../workbench.tsx";

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
                title={column.description}
              >
                {wording.say(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.flatMap(({ name, figure }) =>
            readRows(figure, 0, limit).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own and never move.
              <tr key={`${name} ${index}`}>
                {isUnited ? <th scope="row">{name}</th> : null}
                {columns.map((column) => (
                  <td key={column.name} data-numeric={isNumeric(column) || undefined}>
                    {cellWords(row, column, wording)}
                  </td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
      {rest > 0 ? <p className="table-rest">{wording.t("table.rest", { rest: wording.format.count(rest) })}</p> : null}
    </section>
  );
}

/** What stands in a cell: a value in words, or that it is hidden. */
export function cellWords(row: Row, column: ColumnMeta, wording: Wording) {
  if (isHidden(row, column.name)) return <abbr title={wording.t("chart.hidden")}>..</abbr>;
  if (column.name === "targets") {
    return readTargets(row, undefined, wording)
      .map((target) => targetWords(target, wording))
      .join("; ");
  }
  return wording.cell(column, row[column.name] ?? null);
}
