import { literal } from "../engine/literal.ts";
import { isPlain, longestCell, looseValue, plainValue, trimmed, typeRule } from "./cell.ts";
import { type CodeLists, unknownMember } from "./code-lists.ts";
import type { RawTable } from "./raw-table.ts";
import { quoted } from "./sql.ts";
import type { ColumnSurvey } from "./survey.ts";
import { type ColumnDefinition, sqlTypes, type TableDefinition } from "./table-definition.ts";

/** How a table's raw cells become typed ones. */
export interface TypedTable {
  /** A query: `record`, the canonical columns, and `cell_problem`, `rule:column` of the first cell that is wrong. */
  sql: string;
  /** Whether any cell can be wrong, by the survey. */
  mayHaveProblems: boolean;
}

export interface TypedOptions {
  raw: RawTable;
  definition: TableDefinition;
  surveys: ColumnSurvey[];
  codes: CodeLists;
  /** Names of scales. */
  scales: string[];
  /** By column: the table of the codes found for odd spellings. */
  spellings: Map<string, string>;
}

/**
 * Types the cells in one pass. A column whose cells are all plain costs a cast; the close look is taken only at columns
 * in which the survey saw something odd.
 */
export function typedTable({ raw, definition, surveys, codes, scales, spellings }: TypedOptions): TypedTable {
  const columns: string[] = [];
  const problems: string[] = [];
  const joins: string[] = [];
  for (const column of definition.columns) {
    const survey = surveys.find(({ column: { name } }) => name === column.name);
    const unknown = column.optional ? undefined : unknownMember(codes[column.codes ?? ""]);
    if (survey === undefined) {
      columns.push(
        `${unknown === undefined ? `null::${sqlTypes[column.type]}` : literal(unknown)} as ${quoted(column.name)}`,
      );
      continue;
    }
    const cell = `raw.${quoted(column.name)}`;
    const spelling = spellings.get(column.name);
    if (spelling !== undefined)
      joins.push(
        `left join ${spelling} as ${quoted(`as ${column.name}`)} on ${quoted(`as ${column.name}`)}.given = ${cell}`,
      );
    const loose = looseValue(column, cell, `${quoted(`as ${column.name}`)}.code`);
    // Of the rows of an odd column only the odd cells are worth the close look.
    const read =
      survey.odd === 0
        ? plainValue(column, cell)
        : `case when ${isPlain(column, cell)} then ${plainValue(column, cell)} else ${loose} end`;
    const value = column.scale ? scaleName(read, scales) : read;
    columns.push(
      `${unknown === undefined ? value : `coalesce(${value}, ${literal(unknown)})`} as ${quoted(column.name)}`,
    );
    problems.push(...cellProblems(column, survey, raw, cell, loose, unknown));
  }
  for (const survey of surveys.filter(({ column }) => column.definition === undefined)) {
    problems.push(...brokenCell(survey, raw, `raw.${quoted(survey.column.name)}`));
  }
  const problem = problems.length === 0 ? "null::varchar" : `case ${problems.join(" ")} end`;
  return {
    sql: `select raw.${raw.record} as record, ${columns.join(", ")}, ${problem} as cell_problem from ${raw.relation} as raw ${joins.join(" ")}`,
    mayHaveProblems: problems.length > 0,
  };
}

/** A scale's name as the scale has it, whatever case the supplier used; another name as it is. */
function scaleName(value: string, scales: string[]): string {
  const names = [...scales, "employer"].map((name) => `when ${literal(name.toLowerCase())} then ${literal(name)}`);
  return `case lower(${value}) ${names.join(" ")} else ${value} end`;
}

function cellProblems(
  column: ColumnDefinition,
  survey: ColumnSurvey,
  raw: RawTable,
  cell: string,
  loose: string,
  unknown: string | undefined,
): string[] {
  const found = brokenCell(survey, raw, cell);
  if (survey.odd > 0 && (column.codes !== undefined || !isText(column))) {
    const misread = `${loose} is null and ${trimmed(cell)} is not null`;
    found.push(
      when(`case when ${isPlain(column, cell)} then false else ${misread} end`, typeRule(column), column.name),
    );
  }
  if (!column.optional && unknown === undefined && (survey.odd > 0 || survey.filled < raw.rows)) {
    found.push(
      when(`case when ${isPlain(column, cell)} then false else ${trimmed(cell)} is null end`, "required", column.name),
    );
  }
  return found;
}

/** What no cell may hold, in a column of ours or not. */
function brokenCell(survey: ColumnSurvey, raw: RawTable, cell: string): string[] {
  const found: string[] = [];
  const { heading } = survey.column;
  if (raw.nulBytes) found.push(when(`contains(${cell}, chr(0))`, "nul_byte", heading));
  if (survey.odd > 0) found.push(when(`length(${cell}) > ${longestCell}`, "too_long", heading));
  return found;
}

/** A problem is told as `rule:column`. */
function when(condition: string, rule: string, column: string): string {
  return `when ${condition} then ${literal(`${rule}:${column}`)}`;
}

function isText(column: ColumnDefinition): boolean {
  return column.type === "text" || column.type === "code";
}
