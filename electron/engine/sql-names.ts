import type { Catalog } from "../contract.ts";
import { SQL_FUNCTIONS } from "../stats/sql-functions.ts";
import type { QueryDatabase } from "./database.ts";
import { allowedFunctions } from "./guard-functions.ts";
import { libraryNames } from "./guard-names.ts";

/** What typed SQL may name, for an editor to propose: the very names that the guard lets through. */
export async function readSqlNames(database: QueryDatabase): Promise<Catalog["sql"]> {
  const { tables, functions, tableFunctions } = await libraryNames(database);
  const columns = await database.rows(`
    select lower(table_name) as name, list(column_name order by column_index) as columns
    from duckdb_columns()
    where database_name = 'memory' and schema_name = 'main' and not internal
    group by all
    order by all`);
  const statistics = SQL_FUNCTIONS.map(({ name }) => name);
  return {
    tables: Object.fromEntries(
      columns.filter(({ name }) => tables.has(String(name))).map(({ name, columns: own }) => [name, own as string[]]),
    ),
    functions: [...new Set([...tableFunctions, ...functions, ...statistics, ...allowedFunctions])]
      .filter(isForPeople)
      .sort(),
  };
}

/** Not operators, nor the parts that list functions are made of. */
function isForPeople(name: string): boolean {
  return /^[a-z]/.test(name) && !name.startsWith("flat_");
}
