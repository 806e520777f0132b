import { type Table, tableFromIPC } from "apache-arrow";
import type { ColumnMeta, TableMeta } from "../electron/contract.ts";

/** A Table as the page holds it: Arrow columns, and what the Table says about itself. */
export interface Figure {
  meta: TableMeta;
  data: Table;
}

/** Null is unknown, not computable or hidden; `isHidden` tells the last from the others. */
export type Cell = string | number | boolean | Date | null;
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

/** Rows as plain objects. Days and times become Date; 64-bit numbers do not occur (the engine sends doubles). */
export function readRows(figure: Figure, from = 0, to = figure.data.numRows): Row[] {
  const columns = figure.meta.columns.map((column) => ({
    name: column.name,
    isTime: isTime(column),
    vector: figure.data.getChild(column.name),
  }));
  const rows: Row[] = [];
  for (let index = from; index < Math.min(to, figure.data.numRows); index++) {
    const row: Row = {};
    for (const { name, isTime, vector } of columns) {
      const value = (vector?.get(index) ?? null) as Cell;
      row[name] = isTime && typeof value === "number" ? new Date(value) : value;
    }
    rows.push(row);
  }
  return rows;
}

/** Whether disclosure control took this cell away: the row's `suppressed` names it. */
export function isHidden(row: Row, column: string): boolean {
  const { suppressed } = row;
  return (
    typeof suppressed === "string" &&
    suppressed
      .split(",")
      .map((name) => name.trim())
      .includes(column)
  );
}

export function isTime(column: ColumnMeta): boolean {
  return column.type === "date" || column.type.startsWith("timestamp");
}

export function findColumn(figure: Figure, name: string | undefined): ColumnMeta | undefined {
  return name === undefined ? undefined : figure.meta.columns.find((column) => column.name === name);
}
