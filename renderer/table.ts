import { type Table, tableFromIPC } from "apache-arrow";
import type { ColumnMeta, EarlierCause, EarlierFigure, SuppressionReason, TableMeta } from "../electron/contract.ts";

/** A Table as the page holds it: Arrow columns, and what the Table says about itself. */
export interface Figure {
  meta: TableMeta;
  data: Table;
  /** Which row of `data` is read at each place; absent, the rows are read as they came. */
  order?: readonly number[];
  /** What the steering room would hide of it, where that has been asked for: columns by row of `data`. */
  marks?: ReadonlyMap<number, ReadonlyMap<string, SuppressionReason | null>>;
}

/**
 * A cell that disclosure control took away, and why where that may be told. A value of its own, so that no code can take it
 * for an empty cell or a nought.
 */
export interface HiddenCell {
  hidden: true;
  reason: SuppressionReason | null;
  /** What it has to do with earlier figures, where it is hidden because of them. */
  earlier?: CellHistory;
}

/** A cell that is hidden because of earlier figures, with those that its cause counts among. */
export interface CellHistory {
  cause: EarlierCause;
  figures: readonly EarlierFigure[];
}

/** Null is unknown, not computable or not yet there. */
export type Cell = string | number | boolean | Date | HiddenCell | null;
export type Row = Record<string, Cell>;

/** Reads the answer of `Host.figures`: Arrow IPC streams, each behind its length as four bytes, little endian. */
export function decodeFigures(bytes: Uint8Array): Figure[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const figures: Figure[] = [];
  for (let at = 0; at < bytes.byteLength; ) {
    const length = view.getUint32(at, true);
    figures.push(decodeFigure(bytes.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return figures;
}

/** Reads one Arrow IPC stream, such as the answer of `Host.sql`. */
export function decodeFigure(bytes: Uint8Array): Figure {
  const data = tableFromIPC(bytes);
  const meta = data.schema.metadata.get("sammanhang");
  if (meta === undefined) throw new Error("The table does not describe itself: its metadata has no 'sammanhang'.");
  return { meta: JSON.parse(meta) as TableMeta, data };
}

/** The rows of a figure that may still be awaited, or be refused: then none. */
export function rowsOf(figure: Figure | undefined): Row[] {
  return figure === undefined || figure.meta.fault !== undefined ? [] : readRows(figure);
}

/** Rows as plain objects. Days and times become Date; 64-bit numbers do not occur (the engine sends doubles). */
export function readRows(figure: Figure, from = 0, to = figure.data.numRows): Row[] {
  const columns = figure.meta.columns.map((column) => ({
    name: column.name,
    isTime: isTime(column),
    vector: figure.data.getChild(column.name),
  }));
  const rows: Row[] = [];
  for (let place = from; place < Math.min(to, figure.data.numRows); place++) {
    const index = rowAt(figure, place);
    const row: Row = {};
    for (const { name, isTime, vector } of columns) {
      const value = (vector?.get(index) ?? null) as Cell;
      row[name] = isTime && typeof value === "number" ? new Date(value) : value;
    }
    // Columns that are not told do not come back as hidden ones.
    for (const name of figure.meta.suppressed?.[index] ?? []) {
      if (name in row) row[name] = hiddenCell(figure.meta, index, name);
    }
    rows.push(row);
  }
  return rows;
}

function hiddenCell({ reasons, earlier }: TableMeta, row: number, column: string): HiddenCell {
  const cause = earlier?.cells[row]?.[column];
  const history = earlier && cause && { earlier: { cause, figures: earlier.figures } };
  return { hidden: true, reason: reasons?.[row]?.[column] ?? null, ...history };
}

/** The row of `data` that is read at a place. */
export function rowAt(figure: Figure, place: number): number {
  return figure.order?.[place] ?? place;
}

export function isHiddenCell(value: Cell | undefined): value is HiddenCell {
  return typeof value === "object" && value !== null && "hidden" in value;
}

/** Whether disclosure control took this cell away. */
export function isHidden(row: Row, column: string): boolean {
  return isHiddenCell(row[column]);
}

/** Whether any cell of the Table is hidden. */
export function hidesAny({ meta }: Figure): boolean {
  return Object.values(meta.suppressed ?? {}).some((columns) => columns.length > 0);
}

export function isTime(column: ColumnMeta): boolean {
  return column.type === "date" || column.type.startsWith("timestamp");
}

export function findColumn(figure: Figure, name: string | undefined): ColumnMeta | undefined {
  return name === undefined ? undefined : figure.meta.columns.find((column) => column.name === name);
}
