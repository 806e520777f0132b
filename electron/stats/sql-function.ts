/** Types of arguments, as DuckDB writes them. Numbers of every kind become doubles; NULL inside a list becomes NaN. */
export type SqlArgumentType = "double" | "varchar" | "double[]" | "double[][]";

/** A scalar type, or a struct as its fields in order. */
export type SqlReturnType = "double" | "double[]" | Readonly<Record<string, SqlFieldType>>;
type SqlFieldType = "double" | "integer" | "boolean";

export interface SqlParameter {
  readonly name: string;
  readonly type: SqlArgumentType;
  /** What is taken when the argument is left out. Only the last parameters can have one. */
  readonly default?: number | string;
}

/** A pure function as SQL sees it. Whoever registers it answers NULL for a NULL argument, without asking `apply`. */
export interface SqlFunction {
  readonly name: string;
  readonly parameters: readonly SqlParameter[];
  readonly returns: SqlReturnType;
  readonly description: { readonly sv: string; readonly en: string };
  /** Takes one argument per parameter. NaN, null and undefined, whole or in a field, are NULL in SQL; an error stops the query. */
  readonly apply: (...values: never[]) => unknown;
}

interface Arguments {
  double: number;
  varchar: string;
  "double[]": number[];
  "double[][]": number[][];
}
interface Fields {
  double: number;
  integer: number;
  boolean: boolean | undefined;
}
type Applied<P extends readonly SqlParameter[]> = { [K in keyof P]: Arguments[P[K]["type"]] };
type Result<R extends SqlReturnType> = R extends "double"
  ? number
  : R extends "double[]"
    ? number[]
    : { [K in keyof R]: R[K] extends SqlFieldType ? Fields[R[K]] : never } | undefined;

/** Says so at compile time when a function does not take or give what its declaration says. */
export function sqlFunction<const P extends readonly SqlParameter[], const R extends SqlReturnType>(declaration: {
  name: string;
  parameters: P;
  returns: R;
  description: { sv: string; en: string };
  apply: (...values: Applied<P>) => Result<R>;
}): SqlFunction {
  return declaration;
}

/** The confidence level, last argument of every interval. */
export const LEVEL = { name: "level", type: "double", default: 0.95 } as const;
