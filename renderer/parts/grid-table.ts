import {
  columnResizingFeature,
  columnSizingFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { ColumnMeta, TableWindow } from "../../electron/contract.ts";
import type { Row } from "../table.ts";

/** What the grid has of a table: widths and the order that the engine is asked for. The engine does the rest. */
export const gridFeatures = tableFeatures({ columnSizingFeature, columnResizingFeature, rowSortingFeature });

type Sort = NonNullable<TableWindow["sort"]>;

const noRows: Row[] = [];

/** The columns of a grid: their widths, which a reader may change, and how they are sorted. */
export function useGridTable(
  columns: readonly ColumnMeta[],
  widths: Readonly<Record<string, number>>,
  sort: Sort,
  onSort: (sort: Sort) => void,
) {
  const definitions = useMemo(
    () =>
      columns.map(({ name }) => ({
        id: name,
        accessorFn: (row: Row) => row[name],
        size: widths[name] ?? 120,
        minSize: 48,
      })),
    [columns, widths],
  );
  const sorting = useMemo(
    () => sort.map(({ column, descending }) => ({ id: column, desc: descending === true })),
    [sort],
  );
  return useTable({
    features: gridFeatures,
    columns: definitions,
    data: noRows,
    columnResizeMode: "onChange",
    manualSorting: true,
    sortDescFirst: false,
    state: { sorting },
    onSortingChange: (update) => {
      const next = typeof update === "function" ? update(sorting) : update;
      onSort(next.map(({ id, desc }) => ({ column: id, descending: desc })));
    },
  });
}
