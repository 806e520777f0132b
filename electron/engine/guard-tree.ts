import type { LibraryNames } from "./guard-names.ts";
import * as refuse from "./guard-refusals.ts";

/** A piece of the tree that DuckDB's `json_serialize_sql` makes of a statement. */
type Node = { [key: string]: unknown };

// What a statement may consist of. A kind that is not here, because it is dangerous or because a later DuckDB brought
// it, is refused.
const expressions = new Set(
  "BETWEEN CASE CAST COLLATE COLUMN_REF COMPARISON CONJUNCTION CONSTANT FUNCTION LAMBDA OPERATOR PARAMETER POSITIONAL_REFERENCE STAR SUBQUERY TYPE WINDOW".split(
    " ",
  ),
);
const others = new Set([
  ..."SELECT_NODE SET_OPERATION_NODE RECURSIVE_CTE_NODE CTE_NODE".split(" "),
  ..."EMPTY BASE_TABLE TABLE_FUNCTION SUBQUERY JOIN EXPRESSION_LIST PIVOT SHOW_REF".split(" "),
  ..."ORDER_MODIFIER LIMIT_MODIFIER LIMIT_PERCENT_MODIFIER DISTINCT_MODIFIER".split(" "),
  ..."ORDER_DEFAULT ASCENDING DESCENDING".split(" "),
  ..."DECIMAL_TYPE_INFO LIST_TYPE_INFO STRUCT_TYPE_INFO ARRAY_TYPE_INFO ENUM_TYPE_INFO UNBOUND_TYPE_INFO STRING_TYPE_INFO GENERIC_TYPE_INFO".split(
    " ",
  ),
]);

// DuckDB answers these names from its session when no column has them.
const sessionNames = new Set(["current_catalog", "current_role", "current_schema", "current_user", "session_user"]);

/** Refuses a statement that names a table or function beyond `allowed`, or that has a part of an unknown kind. */
export function checkTree(statement: unknown, allowed: LibraryNames): void {
  visit(statement, new Set(), allowed);
}

/** `scope` holds the names that `with` has given before this point. */
function visit(value: unknown, scope: ReadonlySet<string>, allowed: LibraryNames): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, scope, allowed);
  } else if (isNode(value) && !isConstant(value)) {
    checkKind(value);
    checkQualifiers(value);
    checkName(value, scope, allowed);
    visitParts(value, scope, allowed);
  }
}

function visitParts(node: Node, outer: ReadonlySet<string>, allowed: LibraryNames): void {
  // A description looks names up without those of the `with` around it.
  const scope = new Set(node.type === "SHOW_REF" ? [] : outer);
  for (const { key, value } of commonTables(node)) {
    checkCommonTable(key);
    visit(value, scope, allowed);
    scope.add(lower(key));
  }
  for (const [part, value] of Object.entries(node)) {
    if (part === "cte_map") continue;
    if (node.type === "TABLE_FUNCTION" && part === "function") visitTableFunction(value, scope, allowed);
    else if (node.type === "RECURSIVE_CTE_NODE" && part === "right" && typeof node.cte_name === "string")
      visit(value, new Set([...scope, lower(node.cte_name)]), allowed);
    else visit(value, scope, allowed);
  }
}

function visitTableFunction(call: unknown, scope: ReadonlySet<string>, allowed: LibraryNames): void {
  if (!isNode(call) || call.class !== "FUNCTION" || typeof call.function_name !== "string") throw refuse.unknownPart();
  if (!allowed.tableFunctions.has(lower(call.function_name))) throw refuse.tableFunction(call.function_name);
  checkQualifiers(call);
  visitParts(call, scope, allowed);
}

function checkKind(node: Node): void {
  if (node.class !== undefined) {
    if (!expressions.has(String(node.class))) throw refuse.unknownPart();
  } else if (typeof node.type === "string" && !others.has(node.type)) {
    throw refuse.unknownPart();
  }
}

/** Only our own schema may be named; through another one can reach the build files and DuckDB's own tables. */
function checkQualifiers(node: Node): void {
  const catalog = named(node.catalog) ?? named(node.catalog_name);
  const schema = named(node.schema) ?? named(node.schema_name);
  if (catalog !== undefined && lower(catalog) !== "memory") throw refuse.qualified(catalog);
  if (schema !== undefined && lower(schema) !== "main") throw refuse.qualified(schema);
}

function checkName(node: Node, scope: ReadonlySet<string>, allowed: LibraryNames): void {
  if (node.type === "SHOW_REF" && (!isNode(node.query) || named(node.table_name))) throw refuse.show();
  if (node.type === "BASE_TABLE") {
    const table = named(node.table_name);
    const isOwn = table !== undefined && allowed.tables.has(lower(table));
    const isCommon = table !== undefined && scope.has(lower(table)) && named(node.schema_name) === undefined;
    if (!isOwn && !isCommon) throw refuse.table(table ?? "");
  }
  if (node.class === "FUNCTION" || node.class === "WINDOW") {
    const name = named(node.function_name) ?? "";
    if (!allowed.functions.has(lower(name))) throw refuse.scalarFunction(name);
  }
  if (node.class === "COLUMN_REF" && Array.isArray(node.column_names) && node.column_names.length === 1) {
    const column = String(node.column_names[0]);
    if (sessionNames.has(lower(column))) throw refuse.scalarFunction(column);
  }
}

/**
 * DuckDB reads a table name that it does not know as a file's, or as one of its own tables. A name given by `with` must
 * therefore never look like either, whatever DuckDB takes its scope to be.
 */
function checkCommonTable(name: string): void {
  if (!/^[\p{L}\p{N}_ -]+$/u.test(name) || /^(?:build|kept|duckdb|pragma|pg|sqlite)_/i.test(name))
    throw refuse.commonTable(name);
}

function commonTables(node: Node): { key: string; value: unknown }[] {
  const map = isNode(node.cte_map) ? node.cte_map.map : undefined;
  return Array.isArray(map) ? map : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

/** A value, not a name: its text means nothing. */
function isConstant(node: Node): boolean {
  return node.class === "CONSTANT" || "is_null" in node;
}

function named(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** As DuckDB compares names: ASCII letters only. */
function lower(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
