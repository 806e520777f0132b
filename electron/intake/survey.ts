import type { BuildDatabase } from "../engine/database.ts";
import { isPlain, longestCell } from "./cell.ts";
import { suspectCells } from "./identifier-scan.ts";
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

/** Counts filled, odd and suspect cells of every column in one pass. */
export async function surveyTable(database: BuildDatabase, raw: RawTable): Promise<ColumnSurvey[]> {
  if (raw.columns.length === 0) return [];
  const counts = raw.columns.flatMap((column, index) => {
    const cell = quoted(column.name);
    const { definition } = column;
    const plain = definition === undefined ? `strlen(${cell}) <= ${longestCell}` : isPlain(definition, cell);
    const odd = `not coalesce(${plain}, ${cell} is null)`;
    return [
      `count(${cell})::double as filled_${index}`,
      `count_if(${odd})::double as odd_${index}`,
      `count_if(${suspectCells(column)})::double as suspect_${index}`,
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
