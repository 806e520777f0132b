import {
  Bool,
  type DataType,
  DateMillisecond,
  Float64,
  Int32,
  RecordBatch,
  Schema,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import type { ColumnMeta, TableMeta } from "../../electron/contract.ts";
import { decodeFigure, type Figure } from "../../renderer/table.ts";

/** A column of a figure, with only what the test is about; its label is its name. */
export type Column = Pick<ColumnMeta, "name" | "type"> & Partial<ColumnMeta>;

/** A figure as it comes from the engine: through Arrow's bytes. */
export function figure(columns: Column[], rows: unknown[][], meta: Partial<TableMeta> = {}): Figure {
  return decodeFigure(figureBytes(columns, rows, meta));
}

export function figureBytes(columns: Column[], rows: unknown[][], meta: Partial<TableMeta> = {}): Uint8Array {
  const described: TableMeta = {
    kind: "view",
    name: "example",
    title: { sv: "Exempel", en: "Example" },
    sql: "select 1",
    params: {},
    programme: "example",
    cutoff: "2022-10-01",
    selection: {},
    extracts: [],
    columns: columns.map((column) => ({ label: { sv: column.name, en: column.name }, ...column })),
    rows: rows.length,
    truncated: false,
    milliseconds: 1,
    room: "evaluator",
    set_aside: [],
    product: "0",
    database: "0",
    ...meta,
  };
  const vectors = columns.map((column, at) =>
    vectorFromArray(
      rows.map((row) => row[at] ?? null),
      arrowType(column.type),
    ),
  );
  const plain = new Table(Object.fromEntries(columns.map((column, at) => [column.name, vectors[at]!])));
  const schema = new Schema(plain.schema.fields, new Map([["sammanhang", JSON.stringify(described)]]));
  const batches = plain.batches.map((batch) => new RecordBatch(schema, batch.data));
  return tableToIPC(new Table(schema, batches), "stream");
}

function arrowType(type: string): DataType {
  if (type === "integer") return new Int32();
  if (type === "double") return new Float64();
  if (type === "boolean") return new Bool();
  return type === "date" ? new DateMillisecond() : new Utf8();
}
