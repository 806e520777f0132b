import type { QueryDatabase } from "./database.ts";

/** What the library has defined and typed SQL may name, lower case. */
export interface LibraryNames {
  tables: ReadonlySet<string>;
  functions: ReadonlySet<string>;
  tableFunctions: ReadonlySet<string>;
}

/** Reads them from the query instance's own catalogue, so that they are what a query would meet. */
export async function libraryNames(database: QueryDatabase): Promise<LibraryNames> {
  const rows = await database.rows(`
    select 'table' as kind, table_name as name
    from duckdb_tables() where database_name = 'memory' and schema_name = 'main' and not internal
    union all
    select 'table', view_name
    from duckdb_views() where database_name = 'memory' and schema_name = 'main' and not internal
    union all
    select distinct function_type, function_name
    from duckdb_functions()
    where database_name = 'memory' and schema_name = 'main' and function_type in ('macro', 'table_macro')`);
  const named = (kind: string) =>
    new Set(rows.filter((row) => row.kind === kind).map((row) => String(row.name).toLowerCase()));
  return {
    tables: new Set([...named("table")].filter((name) => !isInternal(name))),
    functions: named("macro"),
    tableFunctions: named("table_macro"),
  };
}

/** Tables with keys that mean something only inside the library's own macros, and answers kept for their reader. */
function isInternal(table: string): boolean {
  return table.startsWith("build_") || table.startsWith("kept_");
}
