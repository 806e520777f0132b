import type { Catalog, ColumnMeta } from "../electron/contract.ts";
import type { Row } from "./table.ts";
import { isNumeric, type Wording } from "./wording.ts";

const narrowest = 6;
const widest = 34;
// Of the text's size: the mean width of a letter, and what stands beside the text of a cell.
const letter = 0.57;
const beside = 2.2;

/** Pixels for each column, from its name, its codes' names and the rows at hand, so that most values are read whole. */
export function columnWidths(
  columns: readonly ColumnMeta[],
  rows: readonly Row[],
  codes: Catalog["codes"],
  wording: Wording,
  fontSize: number,
): Record<string, number> {
  return Object.fromEntries(
    columns.map((column) => {
      const lengths = rows.map((row) => wording.cell(column, row[column.name] ?? null).length);
      const names = (codes[column.codes ?? ""] ?? []).map(({ title }) => wording.say(title).length);
      const letters = Math.max(narrowest, wording.say(column.label).length + 3, ...lengths, ...names);
      const limit = isNumeric(column) ? letters : Math.min(letters, widest);
      return [column.name, Math.round((limit * letter + beside) * fontSize)];
    }),
  );
}
