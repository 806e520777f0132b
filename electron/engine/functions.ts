import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBListValue,
  DuckDBListVector,
  DuckDBScalarFunction,
  DuckDBStructValue,
  type DuckDBType,
  type DuckDBValue,
  type DuckDBVector,
  INTEGER,
  LIST,
  STRUCT,
  VARCHAR,
} from "@duckdb/node-api";
import type { SqlArgumentType, SqlFunction, SqlParameter, SqlReturnType } from "../stats/sql-function.ts";
import { SQL_FUNCTIONS } from "../stats/sql-functions.ts";

/**
 * Makes the statistics callable from SQL on every connection of this connection's database, now and later. Call it once for a
 * database, before anything that uses them is defined. A locked configuration does not stop it.
 */
export async function registerStatistics(connection: DuckDBConnection): Promise<void> {
  for (const declared of SQL_FUNCTIONS) {
    const takesLists = declared.parameters.some(({ type }) => type.endsWith("[]"));
    const name = takesLists ? `flat_${declared.name}` : declared.name;
    const fewest = declared.parameters.filter((parameter) => parameter.default === undefined).length;
    const shapes: SqlParameter[][] = [];
    for (let given = fewest; given <= declared.parameters.length; given++) {
      shapes.push(declared.parameters.slice(0, given));
    }
    // DuckDB keeps functions of one name and different lengths side by side: that is how an argument can be left out.
    for (const parameters of shapes)
      connection.registerScalarFunction(scalarFunction(declared, name, parameters.length));
    if (takesLists) await connection.run(flattening(declared.name, name, shapes));
  }
}

/**
 * A macro that hands a function its lists as DuckDB stores them in tables. Otherwise the members of a list such as `[null, null]`
 * may come as one member that stands for all, and the driver would read on into memory that holds nothing.
 */
function flattening(name: string, flat: string, shapes: SqlParameter[][]): string {
  const forms = shapes.map((parameters) => {
    const names = parameters.map((parameter) => `"${parameter.name}"`);
    const given = parameters.map((parameter, at) => flattened(names[at] as string, parameter.type));
    return `(${names.join(", ")}) as ${flat}(${given.join(", ")})`;
  });
  return `create or replace macro ${name}${forms.join(", ")}`;
}

function flattened(expression: string, type: SqlArgumentType): string {
  if (type === "double[]") return `list_transform(${expression}, lambda member: member::double)`;
  if (type === "double[][]") return `list_transform(${expression}, lambda row: ${flattened("row", "double[]")})`;
  return expression;
}

function scalarFunction(declared: SqlFunction, name: string, given: number): DuckDBScalarFunction {
  const parameters = declared.parameters.slice(0, given);
  const defaults = declared.parameters.slice(given).map((parameter) => parameter.default);
  const apply = declared.apply as (...values: unknown[]) => unknown;
  return DuckDBScalarFunction.create({
    name,
    parameterTypes: parameters.map((parameter) => ARGUMENT_TYPES[parameter.type]),
    returnType: returnType(declared.returns),
    // NULL reaches us as NULL and is answered here, for defaults of DuckDB's own look only at constant arguments.
    specialHandling: true,
    mainFunction(_, chunk, output) {
      const readers = parameters.map((parameter, column) => reader(parameter.type, chunk, column));
      const values: unknown[] = [...readers.map(() => null), ...defaults];
      try {
        for (let row = 0; row < chunk.rowCount; row++) {
          let known = true;
          for (let column = 0; column < readers.length; column++) {
            values[column] = readers[column]?.(row);
            known &&= values[column] !== null;
          }
          output.setItem(row, known ? answer(apply(...values), declared.returns) : null);
        }
      } catch (cause) {
        // DuckDB passes on the sentence alone, and a query may use many functions.
        throw new Error(`${declared.name}: ${cause instanceof Error ? cause.message : cause}`, { cause });
      }
      output.flush();
    },
  });
}

const ARGUMENT_TYPES: Record<SqlArgumentType, DuckDBType> = {
  double: DOUBLE,
  varchar: VARCHAR,
  "double[]": LIST(DOUBLE),
  "double[][]": LIST(LIST(DOUBLE)),
};
const FIELD_TYPES = { double: DOUBLE, integer: INTEGER, boolean: BOOLEAN } as const;

function returnType(returns: SqlReturnType): DuckDBType {
  if (returns === "double") return DOUBLE;
  if (returns === "double[]") return LIST(DOUBLE);
  return STRUCT(Object.fromEntries(Object.entries(returns).map(([name, type]) => [name, FIELD_TYPES[type]])));
}

type Reader = (row: number) => unknown;

function reader(type: SqlArgumentType, chunk: DuckDBDataChunk, column: number): Reader {
  const vector = chunk.getColumnVector(column);
  return type === "double" || type === "varchar" ? (row) => vector.getItem(row) : (row) => list(vector, row);
}

/** A list, of lists perhaps, as arrays. A NULL number in it becomes NaN, a NULL list in it an empty one. */
function list(vector: DuckDBVector, row: number): unknown[] | null {
  if (!(vector instanceof DuckDBListVector)) throw new TypeError(`a list was expected, not ${vector.type}`);
  const items = vector.getItemVector(row);
  if (items === null) return null;
  return Array.from({ length: items.itemCount }, (_, item) =>
    items instanceof DuckDBListVector ? (list(items, item) ?? []) : (items.getItem(item) ?? Number.NaN),
  );
}

/** A result as DuckDB takes it: what is undefined becomes NULL. */
function answer(result: unknown, returns: SqlReturnType): DuckDBValue {
  if (returns === "double") return scalar(result);
  if (returns === "double[]") return Array.isArray(result) ? new DuckDBListValue(result.map(scalar)) : null;
  if (typeof result !== "object" || result === null) return null;
  return new DuckDBStructValue(
    Object.fromEntries(Object.entries(result).map(([name, value]) => [name, scalar(value)])),
  );
}

function scalar(value: unknown): DuckDBValue {
  return typeof value === "boolean" || (typeof value === "number" && !Number.isNaN(value)) ? value : null;
}
