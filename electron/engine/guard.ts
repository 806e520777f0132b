import { SQL_FUNCTIONS } from "../stats/sql-functions.ts";
import type { QueryDatabase } from "./database.ts";
import { translateError } from "./database-errors.ts";
import { allowedFunctions, allowedTableFunctions } from "./guard-functions.ts";
import { libraryNames } from "./guard-names.ts";
import * as refuse from "./guard-refusals.ts";
import { checkTree } from "./guard-tree.ts";
import { lineAt } from "./sql-code.ts";

const longestStatement = 100_000;
const statistics = SQL_FUNCTIONS.map(({ name }) => name.toLowerCase());

/**
 * Passes on one reading statement that names nothing but what the library offers, exactly as it was typed; anything else
 * is refused with a sentence. It is the first wall before the query instance; the instance's lock is the second.
 */
export async function guardStatement(database: QueryDatabase, sql: string): Promise<string> {
  if (sql.length > longestStatement) throw refuse.tooLong(longestStatement);
  // DuckDB reads a text up to its first null character, so what follows it would be run unread or not at all.
  if (sql.includes("\0")) throw refuse.nullCharacter();

  // Parsing alone comes first: to count the statements DuckDB prepares what a pragma among them asks for.
  const statements = await parse(database, sql);
  if (statements.length === 0) throw refuse.empty();
  if (statements.length > 1 || (await database.countStatements(sql)) !== 1) throw refuse.several();

  const library = await libraryNames(database);
  checkTree(statements[0], {
    tables: library.tables,
    functions: new Set([...allowedFunctions, ...statistics, ...library.functions]),
    tableFunctions: new Set([...allowedTableFunctions, ...library.tableFunctions]),
  });
  return sql;
}

/** DuckDB's own tree of each statement. It makes one of reading statements only. */
async function parse(database: QueryDatabase, sql: string): Promise<unknown[]> {
  const [row] = await database.rows(
    "select json_serialize_sql($sql::varchar, skip_default := true, skip_null := true) as tree",
    { sql },
  );
  const { error, error_type, error_message, position, statements } = JSON.parse(String(row?.tree)) as SerializedSql;
  if (!error) return statements ?? [];
  throw error_type === "parser"
    ? translateError(new Error(`Parser Error: ${error_message}\n\nLINE ${lineAt(sql, Number(position))}:`), sql)
    : refuse.notReading();
}

interface SerializedSql {
  error: boolean;
  error_type?: string;
  error_message?: string;
  /** Characters before the spot. */
  position?: string;
  statements?: unknown[];
}
