// biome-ignore-all lint/a11y/useSemanticElements: rows of a table element cannot be put where the scroll bar says.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and says which cell is active.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys for all its cells.
import { memo } from "react";
import type { ColumnMeta, TableMeta } from "../../electron/contract.ts";
import type { Row } from "../table.ts";
import { isNumeric, type Wording } from "../wording.ts";
import { cellWords } from "./table-cell.tsx";

interface GridRowProps {
  /** Undefined while it is awaited. */
  row: Row | undefined;
  index: number;
  /** Pixels from the upper edge of what is in sight. */
  top: number;
  height: number;
  /** The start of each cell's id. */
  id: string;
  columns: readonly ColumnMeta[];
  meta: TableMeta;
  wording: Wording;
  /** The column of the active cell, where it is in this row. */
  active: number | undefined;
  onCell(row: number, column: number): void;
}

/** One row of the grid. Drawn again only when something about it changes: scrolling is smooth by that. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, top, height, id, columns, meta, wording, active, onCell } = props;
  return (
    <div
      role="row"
      // The header is row 1.
      aria-rowindex={index + 2}
      aria-busy={row === undefined || undefined}
      className="data-grid-row"
      data-odd={index % 2 === 1 || undefined}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      {columns.map((column, at) => (
        <div
          key={column.name}
          id={`${id}-${index}-${at}`}
          role="gridcell"
          aria-colindex={at + 1}
          data-numeric={isNumeric(column) || undefined}
          data-active={active === at || undefined}
          onClick={() => onCell(index, at)}
        >
          {row === undefined ? <span className="data-grid-awaited" /> : cellWords({ row, column, meta }, wording)}
        </div>
      ))}
    </div>
  );
});
