import { totalmem } from "node:os";
import {
  DuckDBArrayValue,
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBMapValue,
  type DuckDBPreparedStatement,
  DuckDBStructValue,
  type DuckDBType,
  type DuckDBValue,
  version,
} from "@duckdb/node-api";
import type { Value } from "../contract.ts";
import { damagedBuild, translateError } from "./database-errors.ts";
import { registerStatistics } from "./functions.ts";
import { abortError, interruptible, type Limits } from "./interruptible.ts";
import { jsonValue } from "./json-value.ts";
import { literal, withLiterals } from "./literal.ts";
import { createPool } from "./pool.ts";

/** A row as plain JavaScript values: numbers, text, booleans, null, lists; dates and the like as DuckDB prints them. */
type Row = Record<string, unknown>;

export interface DatabaseLimits {
  threads?: number;
  /** As DuckDB writes it, `4GB`. Half of the machine's memory where it is not given. */
  memoryLimit?: string;
  /** Where work that outgrows its memory may put parts of itself. A build has a place beside its file; a query has none. */
  tempDirectory?: string;
}

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

/** A whole answer, or as much of it as the limit lets through. */
export interface Answer {
  /** Names are made unique (`a`, `a:1`). */
  columns: { name: string; type: DuckDBType }[];
  chunks: DuckDBDataChunk[];
  rowCount: number;
  /** There were more rows than the limit. */
  truncated: boolean;
  milliseconds: number;
}

interface QueryOptions extends Limits {
  /** Rows. */
  limit?: number;
  /** Macros of this schema stand before those of the same name. */
  schema?: string;
}

/** The in-memory DuckDB that answers questions about the attached build files. It never writes to them. */
export interface QueryDatabase {
  /** Runs statements of our own (views, macros, tables), before the lock and after it. */
  define(sql: string): Promise<void>;
  /** From here on no file but the attached ones can be reached and no setting changed. It cannot be undone. */
  lock(): Promise<void>;
  /** Runs one statement. Parameters that it does not mention are passed over. Aborting it stops it, and only it. */
  query(sql: string, params?: Record<string, Value>, options?: QueryOptions): Promise<Answer>;
  /** For small answers that our own code reads. */
  rows(sql: string, params?: Record<string, Value>, options?: QueryOptions): Promise<Row[]>;
  /** The columns of one statement's answer, without running it. Types as DuckDB says them, lower case. */
  describe(sql: string, params?: Record<string, Value>): Promise<{ name: string; type: string }[]>;
  /** How many statements the text holds; refused where it cannot be parsed. */
  countStatements(sql: string): Promise<number>;
  /** DuckDB's. */
  version: string;
  /** Waits for what is running. */
  close(): Promise<void>;
}

// Node has four threads for such calls; one is left for files.
const concurrentQueries = 3;

/** Opens (or creates) a database file for writing; `:memory:` keeps it in memory. */
export async function openBuild(path: string, limits: DatabaseLimits = {}): Promise<BuildDatabase> {
  const instance = await DuckDBInstance.create(path, settings(limits));
  const connection = await instance.connect();
  return {
    async run(sql, params) {
      await connection.run(sql, params);
    },
    async all(sql, params) {
      const reader = await connection.runAndReadAll(sql, params);
      return reader.getRowObjects().map(plainRow);
    },
    interrupt: () => connection.interrupt(),
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/**
 * Opens the query instance on build files, each under its alias, with the statistics as SQL functions. A file that DuckDB cannot open is refused with
 * `build_damaged`; a file that is damaged further in is refused so by the query that meets the damage.
 */
export async function openQuery(
  options: DatabaseLimits & { attach: { alias: string; path: string }[] },
): Promise<QueryDatabase> {
  const instance = await DuckDBInstance.create(
    ":memory:",
    settings({ ...options, tempDirectory: options.tempDirectory ?? "" }),
  );
  const own = await instance.connect();
  const pool = createPool(
    concurrentQueries,
    () => instance.connect(),
    (connection) => connection.closeSync(),
  );

  try {
    // This optimizer fails with an internal error on `qualify row_number() over (…) = 1` under a `group by`.
    await own.run("set disabled_optimizers = 'top_n_window_elimination'; set timezone = 'UTC'");
    await registerStatistics(own);
    for (const { alias, path } of options.attach) await attach(own, alias, path);
  } catch (error) {
    own.closeSync();
    instance.closeSync();
    throw error;
  }

  async function query(sql: string, params: Record<string, Value> = {}, limits: QueryOptions = {}): Promise<Answer> {
    if (limits.signal?.aborted) throw abortError();
    // DuckDB plans a statement anew once it knows its parameters' types, and planning is most of a small answer's time.
    // So they go in as literals, and what runs is what the provenance shows.
    const text = withLiterals(sql, params);
    const connection = await pool.take(limits.signal).catch((error: unknown) => {
      throw limits.signal?.aborted ? abortError() : error;
    });
    const running = inSchema(connection, limits.schema, () => read(connection, text, limits.limit));
    const spent = running.then(
      ({ truncated }) => truncated,
      () => true,
    );
    void spent.then((isSpent) => pool.giveBack(connection, isSpent));
    return interruptible(connection, limits, running).catch((error: unknown) => {
      throw translateError(error, text);
    });
  }

  async function withConnection<T>(sql: string, use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await pool.take();
    try {
      return await use(connection);
    } catch (error) {
      throw translateError(error, sql);
    } finally {
      pool.giveBack(connection, false);
    }
  }

  // What nobody waits for is run too before the database closes: DuckDB does not survive losing a connection at work.
  const defining = new Set<Promise<unknown>>();

  return {
    async define(sql) {
      const running = own.run(sql);
      defining.add(running);
      try {
        await running;
      } catch (error) {
        throw translateError(error, sql);
      } finally {
        defining.delete(running);
      }
    },
    async lock() {
      await own.run("set enable_external_access = false; set lock_configuration = true");
    },
    query,
    async rows(sql, params, limits) {
      return rowsOf(await query(sql, params, limits));
    },
    describe: (sql, params = {}) =>
      withConnection(sql, async (connection) => {
        // With literals, because DuckDB knows no column's type until it knows its parameters'.
        const statement = await connection.prepare(withLiterals(sql, params));
        return columnsOf(statement).map(({ name, type }) => ({ name, type: String(type).toLowerCase() }));
      }),
    countStatements: (sql) =>
      withConnection(sql, async (connection) => (await connection.extractStatements(sql)).count),
    version: version(),
    async close() {
      await pool.close();
      await Promise.allSettled(defining);
      own.closeSync();
      instance.closeSync();
    },
  };
}

/** An answer as rows of plain values. For small answers that our own code reads. */
export function rowsOf({ chunks, columns }: Answer): Row[] {
  const names = columns.map(({ name }) => name);
  return chunks.flatMap((chunk) => chunk.getRowObjects(names)).map(plainRow);
}

function settings(limits: DatabaseLimits): Record<string, string> {
  return {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    memory_limit: limits.memoryLimit ?? `${Math.floor(totalmem() / 2 ** 21)}MiB`,
    ...(limits.tempDirectory !== undefined && { temp_directory: limits.tempDirectory }),
    ...(limits.threads !== undefined && { threads: String(limits.threads) }),
  };
}

async function attach(connection: DuckDBConnection, alias: string, path: string): Promise<void> {
  try {
    await connection.run(`attach ${literal(path)} as "${alias.replaceAll('"', '""')}" (read_only)`);
  } catch (error) {
    throw damagedBuild(alias, error);
  }
}

async function inSchema<T>(
  connection: DuckDBConnection,
  schema: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (schema === undefined) return work();
  await connection.run(`set search_path = ${literal(`${schema},main`)}`);
  try {
    return await work();
  } finally {
    await connection.run("reset search_path");
  }
}

async function read(connection: DuckDBConnection, sql: string, limit = Number.POSITIVE_INFINITY): Promise<Answer> {
  const start = performance.now();
  const statement = await connection.prepare(sql);
  const result = await statement.stream();
  const names = result.deduplicatedColumnNames();
  const columns = result.columnTypes().map((type, at) => ({ name: names[at] ?? "", type }));
  const chunks: DuckDBDataChunk[] = [];
  let rowCount = 0;
  let truncated = false;
  for await (const chunk of result) {
    const room = limit - rowCount;
    truncated = chunk.rowCount > room;
    if (truncated) chunk.rowCount = room;
    rowCount += chunk.rowCount;
    if (chunk.rowCount > 0) chunks.push(chunk);
    if (truncated) break;
  }
  statement.destroySync();
  return { columns, chunks, rowCount, truncated, milliseconds: performance.now() - start };
}

function columnsOf(statement: DuckDBPreparedStatement): { name: string; type: DuckDBType }[] {
  return Array.from({ length: statement.columnCount }, (_, at) => ({
    name: statement.columnName(at),
    type: statement.columnType(at),
  }));
}

function plainRow(row: Record<string, DuckDBValue>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}

function plain(value: DuckDBValue): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  if (value instanceof DuckDBArrayValue || value instanceof DuckDBMapValue) return jsonValue(value);
  if (value instanceof DuckDBStructValue) return plainRow(value.entries as Record<string, DuckDBValue>);
  return typeof value === "object" && value !== null ? String(value) : value;
}
