import type { ColumnMeta, SuppressionReason } from "../electron/contract.ts";
import { type Figure, type Row, readRows } from "./table.ts";

/** Columns whose cells a reader reads as numbers of persons or of what follows from them. */
const numbers = new Set<ColumnMeta["role"]>(["count", "base", "share", "mean"]);

/** How much of a Table the steering room would hide. */
export interface SuppressionCost {
  hidden: number;
  cells: number;
  reasons: Partial<Record<SuppressionReason, number>>;
}

/** The evaluator's figure with a mark on each cell that the steering room would hide. Rows are told by their groups. */
export function withMarks(figure: Figure, steering: Figure): Figure {
  const marks = new Map<number, ReadonlyMap<string, SuppressionReason | null>>();
  const shown = new Map(asCame(steering).map((row, index) => [groupKey(row, steering), index]));
  for (const [index, row] of asCame(figure).entries()) {
    const other = steering.meta.fault === undefined ? shown.get(groupKey(row, figure)) : undefined;
    const marked = other === undefined ? wholeRow(figure) : hiddenColumns(steering, other);
    if (marked.size > 0) marks.set(index, marked);
  }
  return { ...figure, marks };
}

/** Cells and hidden ones of a Table as the steering room has it. One that is refused has none to show. */
export function suppressionCost({ meta, data }: Figure): SuppressionCost {
  const columns = meta.columns.filter(({ role }) => numbers.has(role)).map(({ name }) => name);
  const reasons: SuppressionCost["reasons"] = {};
  let hidden = 0;
  for (const [index, names] of Object.entries(meta.suppressed ?? {})) {
    for (const name of names.filter((each) => columns.includes(each))) {
      hidden += 1;
      const reason = meta.reasons?.[index]?.[name];
      if (reason !== undefined) reasons[reason] = (reasons[reason] ?? 0) + 1;
    }
  }
  return { hidden, cells: columns.length * data.numRows, reasons };
}

/** In the order of the data, whatever is read first. */
function asCame(figure: Figure): Row[] {
  return readRows({ ...figure, order: undefined });
}

function groupKey(row: Row, { meta }: Figure): string {
  const groups = meta.columns.filter(({ role, name }) => role === "by" || role === "time" || name === "margin");
  return JSON.stringify(groups.map(({ name }) => row[name]));
}

/** A row that the steering room does not have, such as a sensitive reason that is shown as another. */
function wholeRow({ meta }: Figure): ReadonlyMap<string, null> {
  return new Map(meta.columns.filter(({ role }) => numbers.has(role)).map(({ name }) => [name, null]));
}

function hiddenColumns({ meta }: Figure, index: number): ReadonlyMap<string, SuppressionReason | null> {
  return new Map((meta.suppressed?.[index] ?? []).map((name) => [name, meta.reasons?.[index]?.[name] ?? null]));
}
