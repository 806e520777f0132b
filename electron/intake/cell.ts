import { literal } from "../engine/literal.ts";
import { quoted } from "./sql.ts";
import type { ColumnDefinition } from "./table-definition.ts";

/** Characters. A longer cell is no code, date or pseudonym, and free text has no place for a novel. */
export const longestCell = 10_000;

const blanks = literal(" \t\r\n\u00a0\ufeff");

// Trimming each cell of a table to compare would cost four times as much as this look at its ends.
const blankEnd = literal(String.raw`^[\s\x{a0}\x{feff}]|[\s\x{a0}\x{feff}]$|^$`);

/** The SQL of a cell without the blanks around it; null when nothing is left. */
export function trimmed(cell: string): string {
  return `nullif(trim(${cell}, ${blanks}), '')`;
}

/**
 * A condition that is true for a cell which can be stored as it stands, the usual case. It need not be true for all
 * that are understood: what it lets through is cheap, the rest is looked at closely.
 */
export function isPlain(column: ColumnDefinition, cell: string): string {
  const type = codeType(column);
  if (type !== undefined) return `try_cast(${cell} as ${type}) is not null`;
  switch (column.type) {
    case "date":
      return `try_cast(${cell} as date)::varchar = ${cell}`;
    case "integer":
      return `strlen(${cell}) <= 6 and try_cast(${cell} as integer)::varchar = ${cell}`;
    case "decimal":
      return `strlen(${cell}) <= 8 and isfinite(try_cast(${cell} as double))`;
    default:
      return `strlen(${cell}) <= ${longestCell} and not regexp_matches(${cell}, ${blankEnd})`;
  }
}

/** The value of a plain cell. */
export function plainValue(column: ColumnDefinition, cell: string): string {
  if (column.type === "date") return `${cell}::date`;
  if (column.type === "integer") return `${cell}::integer`;
  if (column.type === "decimal") return `${cell}::double`;
  return cell;
}

/** The value of any cell, null when it is not understood. `alias` is the column of the code found for an odd spelling. */
export function looseValue(column: ColumnDefinition, cell: string, alias: string): string {
  const text = trimmed(cell);
  const type = codeType(column);
  if (type !== undefined) return `coalesce(try_cast(${cell} as ${type})::varchar, ${alias})`;
  const number = `replace(${text}, ',', '.')`;
  switch (column.type) {
    case "date":
      return `case when try_cast(${text} as date)::varchar = ${text} then try_cast(${text} as date) end`;
    case "integer":
      return `case when regexp_full_match(${number}, '[+-]?[0-9]{1,9}([.]0*)?') then ${number}::double::integer end`;
    case "decimal":
      return `case when regexp_full_match(${number}, '[+-]?[0-9]{1,12}([.][0-9]*)?') then ${number}::double end`;
    default:
      return text;
  }
}

/** The name of the DuckDB type that holds the codes of a column's list. */
export function codeType(column: ColumnDefinition): string | undefined {
  return column.codes === undefined ? undefined : `memory.main.${quoted(`codes ${column.codes}`)}`;
}

/** The rule that a cell breaks which is filled but not understood. */
export function typeRule(column: ColumnDefinition): string {
  if (column.codes === "municipality") return "municipality";
  return column.codes === undefined ? column.type : "code";
}
