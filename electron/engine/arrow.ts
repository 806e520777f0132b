import { type DuckDBDataChunk, type DuckDBType, DuckDBTypeId, type DuckDBValue } from "@duckdb/node-api";
import {
  Bool,
  type Data,
  type DataType,
  DateMillisecond,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import type { TableMeta } from "../contract.ts";
import { dayMilliseconds, exact, momentMilliseconds, numbers, wideNumbers } from "./arrow-number.ts";
import { type TextColumn, writeTexts } from "./arrow-text.ts";
import type { Answer } from "./database.ts";
import { jsonValue } from "./json-value.ts";
import { isValid, type VectorMemory, validityBits, validityBytes } from "./vector-memory.ts";

/** Where a Table and its columns keep what they say about themselves. */
const metadataKey = "sammanhang";

/**
 * The answer as an Arrow IPC stream in six types (Bool, Int32, Float64, Date and Timestamp in milliseconds, Utf8), by the
 * types that DuckDB declares and never by what the values look like. Integers beyond 2^53 are refused. Structs, lists, arrays and
 * maps are JSON as text.
 */
export function encodeTable(answer: Answer, meta: TableMeta): Uint8Array {
  const columns = answer.columns.map((column, at) => encodeColumn(column, at, answer));
  const fields = answer.columns.map(({ name }, at) => describedField(name, columns[at]!.type, meta));
  return encode(fields, columns, answer.rowCount, meta);
}

/** Rows of plain values as an Arrow IPC stream in the types that an answer with these columns has. */
export function encodeRows(
  columns: Answer["columns"],
  rows: readonly Readonly<Record<string, unknown>>[],
  meta: TableMeta,
): Uint8Array {
  const data = columns.map(({ name, type }) =>
    encodeValues(
      type,
      rows.map((row) => row[name] ?? null),
    ),
  );
  return encode(
    columns.map(({ name }, at) => describedField(name, data[at]!.type, meta)),
    data,
    rows.length,
    meta,
  );
}

/** A figure that could not be computed: a Table without columns, whose `meta.fault` says why. */
export function encodeFault(meta: TableMeta): Uint8Array {
  return encode([], [], 0, meta);
}

/** Several Tables in one run of bytes, each behind its length as four bytes, little endian. */
export function frameTables(tables: Uint8Array[]): Uint8Array {
  const framed = new Uint8Array(tables.reduce((length, table) => length + 4 + table.length, 0));
  const lengths = new DataView(framed.buffer);
  let at = 0;
  for (const table of tables) {
    lengths.setUint32(at, table.length, true);
    framed.set(table, at + 4);
    at += 4 + table.length;
  }
  return framed;
}

function describedField(name: string, type: DataType, meta: TableMeta): Field {
  const described = meta.columns.find((column) => column.name === name);
  return new Field(name, type, true, described && new Map([[metadataKey, JSON.stringify(described)]]));
}

function encode(fields: Field[], columns: Data[], rowCount: number, meta: TableMeta): Uint8Array {
  const schema = new Schema(fields, new Map([[metadataKey, JSON.stringify(meta)]]));
  const rows = makeData({ type: new Struct(fields), length: rowCount, nullCount: 0, children: columns });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, rows)]), "stream");
}

function encodeColumn({ name, type }: Answer["columns"][number], at: number, { chunks, rowCount }: Answer): Data {
  const vectors = chunks.map((chunk) => chunk.getColumnVector(at) as unknown as VectorMemory);
  const nullBitmap = () => validityBits(vectors, rowCount);
  const column = <T extends DataType>(arrowType: T, data: T["TArray"]): Data =>
    makeData({ type: arrowType, length: rowCount, nullBitmap: nullBitmap(), data } as never);

  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return column(new Bool(), booleans(vectors, rowCount));
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
      return column(new Int32(), numbers(vectors, new Int32Array(rowCount)));
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return column(new Float64(), numbers(vectors, new Float64Array(rowCount)));
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT: {
      const signed = type.typeId === DuckDBTypeId.BIGINT;
      return column(new Float64(), wideNumbers(vectors, new Float64Array(rowCount), signed, name));
    }
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT:
    case DuckDBTypeId.DECIMAL:
      return column(new Float64(), printedNumbers(chunks, at, rowCount, name));
    case DuckDBTypeId.DATE:
      return column(new DateMillisecond(), dayMilliseconds(vectors, new BigInt64Array(rowCount)));
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_TZ:
    case DuckDBTypeId.TIMESTAMP_NS:
      return column(new TimestampMillisecond(), moments(vectors, rowCount, type.typeId));
    case DuckDBTypeId.VARCHAR:
      return text(writtenTexts(chunks, vectors, at, rowCount), rowCount, nullBitmap());
    case DuckDBTypeId.STRUCT:
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY:
    case DuckDBTypeId.MAP:
      return printed(chunks, at, rowCount, (value) => JSON.stringify(jsonValue(value)));
    default:
      return printed(chunks, at, rowCount, String);
  }
}

/** Values as `rowsOf` makes them: days and moments as text, lists and structs as plain values. */
function encodeValues({ typeId }: DuckDBType, values: unknown[]): Data {
  const numeric = (type: DataType) =>
    vectorFromArray(
      values.map((value) => (value === null ? null : Number(value))),
      type,
    ).data[0]!;
  const dated = (type: DataType) =>
    vectorFromArray(
      values.map((value) => (value === null ? null : new Date(isoMoment(String(value))))),
      type,
    ).data[0]!;
  switch (typeId) {
    case DuckDBTypeId.BOOLEAN:
      return vectorFromArray(values as (boolean | null)[], new Bool()).data[0]!;
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
      return numeric(new Int32());
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT:
    case DuckDBTypeId.DECIMAL:
      return numeric(new Float64());
    case DuckDBTypeId.DATE:
      return dated(new DateMillisecond());
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_TZ:
    case DuckDBTypeId.TIMESTAMP_NS:
      return dated(new TimestampMillisecond());
    default:
      return vectorFromArray(
        values.map((value) =>
          value === null ? null : typeof value === "object" ? JSON.stringify(value) : String(value),
        ),
        new Utf8(),
      ).data[0]!;
  }
}

/** A day or a moment as DuckDB writes it, in UTC. */
function isoMoment(text: string): string {
  const [day, time] = text.split(" ");
  return time === undefined ? `${day}T00:00:00Z` : `${day}T${time.replace(/[+-]\d\d.*$/, "")}Z`;
}

function text({ offsets, bytes }: TextColumn, length: number, nullBitmap: Uint8Array | undefined): Data {
  return makeData({ type: new Utf8(), length, nullBitmap, valueOffsets: offsets, data: bytes });
}

function booleans(vectors: VectorMemory[], rowCount: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(rowCount / 8));
  let row = 0;
  for (const vector of vectors) {
    const validity = validityBytes(vector);
    for (let at = 0; at < vector.itemCount; at++, row++) {
      if (isValid(validity, at) && vector.dataView.getUint8(at) !== 0) bits[row >> 3]! |= 1 << (row & 7);
    }
  }
  return bits;
}

/** Rare types of which the driver makes values one by one. */
function printedNumbers(chunks: DuckDBDataChunk[], at: number, rowCount: number, name: string): Float64Array {
  const into = new Float64Array(rowCount);
  let row = 0;
  for (const chunk of chunks) {
    for (const value of chunk.getColumnVector(at).toArray()) into[row++] = exact(Number(value), name);
  }
  return into;
}

function moments(vectors: VectorMemory[], rowCount: number, typeId: DuckDBTypeId): BigInt64Array {
  const into = new BigInt64Array(rowCount);
  if (typeId === DuckDBTypeId.TIMESTAMP_S) return momentMilliseconds(vectors, into, { times: 1000n, per: 1n });
  if (typeId === DuckDBTypeId.TIMESTAMP_MS) return momentMilliseconds(vectors, into, { times: 1n, per: 1n });
  if (typeId === DuckDBTypeId.TIMESTAMP_NS) return momentMilliseconds(vectors, into, { times: 1n, per: 1_000_000n });
  return momentMilliseconds(vectors, into, { times: 1n, per: 1000n });
}

function writtenTexts(chunks: DuckDBDataChunk[], vectors: VectorMemory[], at: number, rowCount: number): TextColumn {
  const writer = writeTexts(rowCount);
  chunks.forEach((chunk, index) => {
    const vector = chunk.getColumnVector(at);
    writer.addVector(vectors[index]!, (row) => vector.getItem(row) as string | null);
  });
  return writer.done();
}

/** What has no Arrow type of its own, as text. */
function printed(chunks: DuckDBDataChunk[], at: number, rowCount: number, print: (value: DuckDBValue) => string): Data {
  const writer = writeTexts(rowCount);
  const values = chunks.flatMap((chunk) => chunk.getColumnVector(at).toArray());
  const present = new Uint8Array(Math.ceil(rowCount / 8));
  values.forEach((value, row) => {
    writer.add(value === null ? null : print(value));
    if (value !== null) present[row >> 3]! |= 1 << (row & 7);
  });
  return text(writer.done(), rowCount, present);
}
