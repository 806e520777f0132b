import type { ColumnMeta } from "../electron/contract.ts";
import type { Figure } from "./table.ts";

/** A Table, and what it is called beside others in the same chart. */
export interface NamedFigure {
  name: string;
  figure: Figure;
}

/** Every column that some of the Tables has, groups first: the columns of the Tables read under each other. */
export function unitedColumns(figures: readonly NamedFigure[]): ColumnMeta[] {
  const all = new Map(figures.flatMap(({ figure }) => figure.meta.columns.map((column) => [column.name, column])));
  const columns = [...all.values()];
  return [...columns.filter((column) => column.role === "by"), ...columns.filter((column) => column.role !== "by")];
}
