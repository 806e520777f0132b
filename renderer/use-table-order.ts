import { useEffect, useMemo, useState } from "react";
import type { TableWindow } from "../electron/contract.ts";
import type { RowOrder } from "./row-store.ts";

type Sort = NonNullable<TableWindow["sort"]>;
type Filter = NonNullable<TableWindow["filter"]>[number];

/** What stands in a column's search field, and what the engine is asked for by it. */
interface Searched {
  text: string;
  filter: Filter;
}

/** How a reader has sorted and searched a Table. */
export interface TableOrder {
  sort: Sort;
  setSort(sort: Sort): void;
  /** By column. */
  filters: Readonly<Record<string, Searched>>;
  setFilter(column: string, searched: Searched): void;
  clearFilters(): void;
  /** What the engine is asked for: what is being typed comes a moment later. */
  order: RowOrder;
}

const typingMilliseconds = 250;
const noFilters: Record<string, Searched> = {};

/** Begins anew with each subject. */
export function useTableOrder(subject: string): TableOrder {
  const [state, setState] = useState<{ subject: string; sort: Sort; filters: Record<string, Searched> }>({
    subject,
    sort: [],
    filters: noFilters,
  });
  const { sort, filters } = state.subject === subject ? state : { sort: [], filters: noFilters };
  const sortKey = JSON.stringify(sort);
  const [typed, setTyped] = useState(filters);
  useEffect(() => {
    const timer = setTimeout(() => setTyped(filters), filters === noFilters ? 0 : typingMilliseconds);
    return () => clearTimeout(timer);
  }, [filters]);

  return useMemo(() => {
    const filter = Object.values(filters === noFilters ? noFilters : typed)
      .filter(({ text }) => text.trim() !== "")
      .map((searched) => searched.filter);
    const stable = JSON.parse(sortKey) as Sort;
    return {
      sort: stable,
      setSort: (next) => setState({ subject, sort: next, filters }),
      filters,
      setFilter: (column, searched) => setState({ subject, sort: stable, filters: { ...filters, [column]: searched } }),
      clearFilters: () => setState({ subject, sort: stable, filters: noFilters }),
      order: { ...(stable.length > 0 ? { sort: stable } : {}), ...(filter.length > 0 ? { filter } : {}) },
    };
  }, [subject, sortKey, filters, typed]);
}
