import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";

/** A row as plain JavaScript values: numbers, text, booleans, null; dates and decimals as DuckDB prints them. */
export type Row = Record<string, unknown>;

/** A DuckDB that our own code writes to: the build of an extract. Never reachable from a page. */
export interface BuildDatabase {
  /** Runs one or more statements. */
  run(sql: string, params?: Record<string, DuckDBValue>): Promise<void>;
  /** Runs one statement and returns its rows. Integers of any width come as numbers. */
  all(sql: string, params?: Record<string, DuckDBValue>): Promise<Row[]>;
  /** Stops what is running; the running call rejects. */
  interrupt(): void;
  close(): Promise<void>;
}

/** Opens (or creates) a database file for writing; `:memory:` keeps it in memory. */
export async function openBuild(path: string): Promise<BuildDatabase> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  return {
    async run(sql, params) {
      await connection.run(sql, params as never);
    },
    all: (sql, params) => readRows(connection, sql, params),
    interrupt: () => connection.interrupt(),
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function readRows(
  connection: DuckDBConnection,
  sql: string,
  params?: Record<string, DuckDBValue>,
): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql, params as never);
  return reader.getRowObjectsJS().map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)])));
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value;
}
