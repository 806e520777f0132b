import type { ReactNode } from "react";
import type { ColumnMeta, TableMeta } from "../../electron/contract.ts";
import { mark } from "../charts/chart.ts";
import { readTargets, targetWords } from "../charts/targets.ts";
import { emptySigns, emptyState, type ReadState } from "../empty-cell.ts";
import { isHiddenCell, type Row } from "../table.ts";
import type { Wording } from "../wording.ts";
import { SuppressedCell } from "./suppressed-cell.tsx";

interface CellOf {
  row: Row;
  column: ColumnMeta;
  meta: TableMeta;
  /** The steering room would not see it. */
  marked?: boolean;
}

/** What stands in a cell: a value in words, that it is hidden, or which kind of nothing it is. */
export function cellWords({ row, column, meta, marked = false }: CellOf, wording: Wording): ReactNode {
  const value = row[column.name] ?? null;
  if (isHiddenCell(value)) return <SuppressedCell cell={value} />;
  const words = column.name === "targets" ? targetsWords(row, wording) : wording.cell(column, value);
  if (words === "" && (value === null || column.name === "targets")) return emptyWords(row, column, meta, wording);
  if (!marked) return words;
  return (
    <>
      {words}
      <span className="suppression-mark" title={wording.t("suppression.state_marked")}>
        {` ${mark}`}
      </span>
    </>
  );
}

/** Which of the states that a reader must tell apart a cell is in. */
export function readState({ row, column, meta }: CellOf): ReadState {
  const value = row[column.name] ?? null;
  if (isHiddenCell(value)) return "hidden";
  if (value === null) return column.role === "by" ? "number" : emptyState(row, column, meta);
  return value === 0 && (column.role === "count" || column.role === "base") ? "zero" : "number";
}

function emptyWords(row: Row, column: ColumnMeta, meta: TableMeta, { t }: Wording): ReactNode {
  // No group is all of them.
  if (column.role === "by") return t("chart.all");
  const state = column.name === "targets" ? "not_applicable" : emptyState(row, column, meta);
  const said = t(`suppression.state_${state}`);
  if (state === "not_yet") return <span className="empty-cell">{said}</span>;
  return (
    <span className="empty-cell" title={said}>
      <span aria-hidden>{emptySigns[state]}</span>
      <span className="hidden-visually">{said}</span>
    </span>
  );
}

function targetsWords(row: Row, wording: Wording): string {
  return readTargets(row, undefined, wording)
    .map((target) => targetWords(target, wording))
    .join("; ");
}
