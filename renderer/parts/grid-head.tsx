// biome-ignore-all lint/a11y/useSemanticElements: rows of a table element cannot be put where the scroll bar says.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and says which cell is active.
import type { Header } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ColumnMeta } from "../../electron/contract.ts";
import type { Row } from "../table.ts";
import { isNumeric } from "../wording.ts";
import { useWording } from "../workbench.tsx";
import type { gridFeatures } from "./grid-table.ts";

interface GridHeadProps {
  headers: readonly Header<typeof gridFeatures, Row>[];
  columns: readonly ColumnMeta[];
  id: string;
  height: number;
  /** The column of the active cell, where it is in the header. */
  active: number | undefined;
  /** What each column is searched for; undefined while there are no search fields. */
  filters: Readonly<Record<string, { text: string }>> | undefined;
  onFilter(column: ColumnMeta, text: string): void;
}

const sorted = { asc: "ascending", desc: "descending" } as const;

/** Names of the columns, which sort; below them what each is searched for. */
export function GridHead({ headers, columns, id, height, active, filters, onFilter }: GridHeadProps) {
  const { t, say } = useWording();
  return (
    <div role="row" aria-rowindex={1} className="data-grid-head" style={{ height }}>
      {headers.map((header, at) => {
        const column = columns[at];
        if (column === undefined) return null;
        const direction = header.column.getIsSorted();
        const label = say(column.label);
        return (
          <div
            key={column.name}
            id={`${id}--1-${at}`}
            role="columnheader"
            aria-colindex={at + 1}
            aria-sort={direction === false ? "none" : sorted[direction]}
            data-numeric={isNumeric(column) || undefined}
            data-active={active === at || undefined}
          >
            <button
              type="button"
              tabIndex={-1}
              className="data-grid-sort"
              title={column.description === undefined ? column.name : say(column.description)}
              onClick={() => header.column.toggleSorting()}
            >
              <span>{label}</span>
              {direction === "asc" ? <ArrowUp aria-hidden /> : direction === "desc" ? <ArrowDown aria-hidden /> : null}
            </button>
            {filters === undefined ? null : (
              <input
                type="search"
                aria-label={t("grid.filter_column", { column: label })}
                placeholder={t(column.type === "date" ? "bar.cutoff_pattern" : "grid.contains")}
                value={filters[column.name]?.text ?? ""}
                onChange={(event) => onFilter(column, event.target.value)}
              />
            )}
            <span
              className="data-grid-resize"
              aria-hidden
              onMouseDown={header.getResizeHandler()}
              onTouchStart={header.getResizeHandler()}
            />
          </div>
        );
      })}
    </div>
  );
}
