import { DataType, type Field, tableFromIPC, type Vector } from "apache-arrow";
import type { TableMeta, Value } from "../contract.ts";

/** A Table of the wire, read. */
export interface ReadTable {
  meta: TableMeta;
  columns: string[];
  length: number;
  /** Dates as `YYYY-MM-DD`, moments as ISO 8601 in UTC, undefined numbers as null. */
  value(row: number, column: number): Value;
}

/** One Arrow IPC stream. */
export function readTable(bytes: Uint8Array): ReadTable {
  const table = tableFromIPC(bytes);
  const readers = table.schema.fields.map((field, at) => reader(field, table.getChildAt(at)!));
  return {
    meta: JSON.parse(table.schema.metadata.get("sammanhang") ?? "{}") as TableMeta,
    columns: table.schema.fields.map(({ name }) => name),
    length: table.numRows,
    value: (row, column) => readers[column]!(row),
  };
}

/** The Tables of `figures`, each behind its length as four bytes, little endian. */
export function readFigures(bytes: Uint8Array): ReadTable[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables: ReadTable[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = view.getUint32(at, true);
    tables.push(readTable(bytes.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return tables;
}

/** The streams of `figures` as they came. */
export function firstStream(bytes: Uint8Array): Uint8Array {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return bytes.subarray(4, 4 + length);
}

function reader({ type }: Field, vector: Vector): (row: number) => Value {
  if (DataType.isDate(type)) return (row) => moment(vector.get(row))?.slice(0, 10) ?? null;
  if (DataType.isTimestamp(type)) return (row) => moment(vector.get(row));
  if (!DataType.isFloat(type)) return (row) => vector.get(row) as Value;
  return (row) => {
    const number = vector.get(row) as number | null;
    return number === null || Number.isNaN(number) ? null : number;
  };
}

function moment(value: number | Date | null): string | null {
  return value === null ? null : new Date(value).toISOString();
}
