import type { BuildDatabase } from "../engine/database.ts";
import { isPlain, longestCell } from "./cell.ts";
import { isSuspect } from "./identifier-scan.ts";
import type { RawColumn, RawTable } from "./raw-table.ts";
import { quoted } from "./sql.ts";

/** What one pass over a delivered table shows about a column. It decides how much has to be looked at closely. */
export interface ColumnSurvey {
  column: RawColumn;
  /** Cells with something in them. */
  filled: number;
  /** Of them, those that cannot be stored as they stand. */
  odd: number;
  /** Cells that may hold a direct identifier. */
  suspects: number;
}

/**
 * Counts odd and suspect cells. A plain code, date or short number cannot be an identifier, so of such columns only the
 * odd cells are suspected. A reference is looked at where it refers to: what refers to nothing is scanned later.
 */
export async function surveyTable(database: BuildDatabase, raw: RawTable): Promise<ColumnSurvey[]> {
  if (raw.columns.length === 0) return [];
  const counts = raw.columns.flatMap((column, index) => {
    const cell = quoted(column.name);
    const { definition } = column;
    const plain = definition === undefined ? `strlen(${cell}) <= ${longestCell}` : isPlain(definition, cell);
    const odd = `not coalesce(${plain}, ${cell} is null)`;
    const free = definition === undefined || (definition.codes === undefined && isText(definition.type));
    const suspected =
      definition?.references !== undefined ? "false" : free ? isSuspect(cell) : `${odd} and ${isSuspect(cell)}`;
    return [
      `count(${cell})::double as filled_${index}`,
      `count_if(${odd})::double as odd_${index}`,
      `count_if(${suspected})::double as suspect_${index}`,
    ];
  });
  const [row = {}] = await database.all(`select ${counts.join(", ")} from ${raw.relation}`);
  return raw.columns.map((column, index) => ({
    column,
    filled: Number(row[`filled_${index}`]),
    odd: Number(row[`odd_${index}`]),
    suspects: Number(row[`suspect_${index}`]),
  }));
}

function isText(type: string): boolean {
  return type === "text" || type === "code";
}
