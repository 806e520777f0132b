// biome-ignore-all lint/a11y/useSemanticElements: rows of a table element cannot be put where the scroll bar says.
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import type { ColumnMeta, TableMeta, TableWindow } from "../../electron/contract.ts";
import { columnWidths } from "../grid-columns.ts";
import { type GridCell, movedCell } from "../grid-keys.ts";
import { useGridScroll } from "../use-grid-scroll.ts";
import type { Rows } from "../use-rows.ts";
import { useWorkbench } from "../workbench.tsx";
import { GridHead } from "./grid-head.tsx";
import { GridRow } from "./grid-row.tsx";
import { useGridTable } from "./grid-table.ts";

interface DataGridProps {
  rows: Rows;
  label: string;
  sort: NonNullable<TableWindow["sort"]>;
  onSort(sort: NonNullable<TableWindow["sort"]>): void;
  /** What each column is searched for; undefined while there are no search fields. */
  filters: Readonly<Record<string, { text: string }>> | undefined;
  onFilter(column: ColumnMeta, text: string): void;
}

/**
 * A Table of any length as real rows: only those in sight exist, and the engine sorts, searches and cuts. One stop of the
 * Tab key; arrows, Page, Home and End move within, Enter on a column's name sorts by it.
 */
export function DataGrid({ rows, label, sort, onSort, filters, onFilter }: DataGridProps) {
  const { catalog, wording } = useWorkbench();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<GridCell>({ row: -1, column: 0 });
  const count = rows.meta?.rows ?? 0;
  const fontSize = rootFontSize();
  const rowHeight = Math.round(fontSize * 2.15);
  const headHeight = Math.round(fontSize * (filters === undefined ? 2.5 : 4.9));
  const columns = useMemo(() => (rows.meta?.columns ?? []).filter(({ name }) => name !== "suppressed"), [rows.meta]);
  const names = columns.map(({ name }) => name).join(" ");
  const sampled = useRef({ names: "", widths: {} as Record<string, number> });
  if (sampled.current.names !== names && rows.meta !== undefined) {
    const sample = Array.from({ length: 100 }, (_, index) => rows.row(index)).filter((row) => row !== undefined);
    sampled.current = { names, widths: columnWidths(columns, sample, catalog.codes, wording, fontSize * 0.93) };
  }
  const table = useGridTable(columns, sampled.current.widths, sort, onSort);
  const sight = useGridScroll({ scroller, rows: count, rowHeight, headHeight });
  const { items, offset, view, barHeight, reveal } = sight;
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show, answer } = rows;

  useEffect(() => show(first, last), [show, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer is read from its beginning.
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [answer]);

  const activate = useCallback((row: number, column: number) => setActive({ row, column }), []);
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const tracks = headers.map((header) => `minmax(${header.getSize()}px, ${header.getSize()}fr)`).join(" ");
  const width = headers.reduce((sum, header) => sum + header.getSize(), 0);

  const onKeyDown = (event: KeyboardEvent) => {
    // Search fields in the header have keys of their own.
    if (event.target !== event.currentTarget || event.altKey) return;
    if (active.row === -1 && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      headers[active.column]?.column.toggleSorting();
      return;
    }
    const page = Math.max(1, Math.floor(view / rowHeight) - 1);
    const shape = { rows: count, columns: columns.length, page };
    const moved = movedCell(active, { key: event.key, ctrl: event.ctrlKey || event.metaKey }, shape);
    if (moved === undefined) return;
    event.preventDefault();
    setActive(moved);
    if (moved.row >= 0) reveal(moved.row);
    const left = headers.slice(0, moved.column).reduce((sum, header) => sum + header.getSize(), 0);
    revealAcross(scroller.current, left, headers[moved.column]?.getSize() ?? 0);
  };
  const isSeen = active.row === -1 || (active.row >= first && active.row <= last);

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-busy={rows.loading || undefined}
      aria-activedescendant={isSeen ? `${id}-${active.row}-${active.column}` : undefined}
      className="data-grid"
      onKeyDown={onKeyDown}
    >
      <div
        className="data-grid-all"
        role="rowgroup"
        style={{ height: headHeight + barHeight, minWidth: width, "--tracks": tracks } as React.CSSProperties}
      >
        <GridHead
          headers={headers}
          columns={columns}
          id={id}
          height={headHeight}
          active={active.row === -1 ? active.column : undefined}
          filters={filters}
          onFilter={onFilter}
        />
        <div
          className="data-grid-sight"
          role="presentation"
          style={{ top: headHeight, height: Math.min(view, barHeight) }}
        >
          {(rows.meta === undefined ? [] : items).map(({ index }) => (
            <GridRow
              key={index}
              row={rows.row(index)}
              index={index}
              top={index * rowHeight - offset}
              height={rowHeight}
              id={id}
              columns={columns}
              meta={rows.meta as TableMeta}
              wording={wording}
              active={active.row === index ? active.column : undefined}
              onCell={activate}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function revealAcross(element: HTMLElement | null, left: number, width: number): void {
  if (element === null) return;
  if (left < element.scrollLeft) element.scrollLeft = left;
  else if (left + width > element.scrollLeft + element.clientWidth)
    element.scrollLeft = left + width - element.clientWidth;
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
