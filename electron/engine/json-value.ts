import {
  DuckDBArrayValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBUnionValue,
  type DuckDBValue,
} from "@duckdb/node-api";

/** The furthest moment from 1970 that a JavaScript date can hold, in milliseconds. */
const furthest = 8.64e15;

/**
 * A value of the driver as JSON has it: lists as arrays, structs and maps as objects, days as `YYYY-MM-DD`, moments as ISO 8601 in
 * UTC. Undefined numbers are null, and whole numbers that a double cannot hold exactly are text.
 */
export function jsonValue(value: DuckDBValue): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "bigint") return exactly(Number(value), value);
  if (value instanceof DuckDBDecimalValue) return exactly(value.toDouble(), value);
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(jsonValue);
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([name, each]) => [name, jsonValue(each)]));
  }
  if (value instanceof DuckDBMapValue) {
    return Object.fromEntries(value.entries.map(({ key, value: each }) => [jsonKey(key), jsonValue(each)]));
  }
  if (value instanceof DuckDBUnionValue) return jsonValue(value.value);
  const milliseconds = momentOf(value);
  return milliseconds !== undefined && Math.abs(milliseconds) <= furthest
    ? new Date(milliseconds).toISOString()
    : String(value);
}

function exactly(number: number, value: bigint | DuckDBDecimalValue): number | string {
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : String(value);
}

function jsonKey(key: DuckDBValue): string {
  const json = jsonValue(key);
  return typeof json === "string" ? json : JSON.stringify(json);
}

/** Milliseconds since 1970, rounded down. */
function momentOf(value: DuckDBValue): number | undefined {
  if (value instanceof DuckDBTimestampSecondsValue) return Number(value.seconds) * 1000;
  if (value instanceof DuckDBTimestampMillisecondsValue) return Number(value.millis);
  if (value instanceof DuckDBTimestampNanosecondsValue) return roundedDown(value.nanos, 1_000_000n);
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return roundedDown(value.micros, 1000n);
  }
  return undefined;
}

function roundedDown(value: bigint, per: bigint): number {
  const rest = value % per;
  return Number((value - (rest < 0n ? rest + per : rest)) / per);
}
