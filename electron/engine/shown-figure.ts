import type { TableMeta, TableWindow } from "../contract.ts";
import { encodeRows } from "./arrow.ts";
import type { Answer } from "./database.ts";
import { aboutFigure } from "./figures.ts";
import type { Desk, Subject } from "./question.ts";
import { hiddenNumber } from "./sentence-words.ts";
import type { MaskedRow, Row } from "./steering-mask.ts";
import type { SteeringQuestion } from "./steering-question.ts";
import { inOpenOrder, throughWindow } from "./steering-window.ts";
import { rowLimit } from "./windowed.ts";

/** A figure with its numbers as they may be seen outside the evaluator's room. */
export interface ShownFigure {
  question: SteeringQuestion;
  answer: Answer;
  subject: Subject;
  rows: readonly MaskedRow[];
  glyph: string;
  window: TableWindow | undefined;
  /** Whether the Table says why something is hidden. */
  tellsWhy: boolean;
  /** What it says of earlier figures because of which rows are hidden. */
  earlier?: (rows: readonly Row[]) => TableMeta["earlier"];
  changed?: TableMeta["changed"];
}

/** The figure as a Table, in an order that tells nothing, and with its sentence about what is shown. */
export function encodeShown(desk: Desk, shown: ShownFigure): Uint8Array {
  const { question, answer, subject, glyph, window, tellsWhy, earlier, changed } = shown;
  const { columns } = question;
  const asked = throughWindow(inOpenOrder(shown.rows, columns, desk.library.codes), columns, window);
  const start = Math.trunc(window?.offset ?? 0);
  const part = asked.slice(start, start + rowLimit(window));
  const meta = aboutFigure(desk, { ...question, subject });
  const names = part.map((row) => Object.keys(row.hidden));
  const because = earlier?.(part.map(({ row }) => row));
  return encodeRows(
    answer.columns,
    part.map(({ row }) => row),
    {
      ...meta,
      ...(subject.sentence && { sentence: spoken(subject.sentence, glyph) }),
      columns: answer.columns.map(({ name, type }) => described(meta, name, String(type).toLowerCase())),
      rows: asked.length,
      truncated: start + part.length < asked.length && window?.limit === undefined,
      suppressed: byRow(names),
      ...(tellsWhy && { reasons: byRow(part.map((row) => row.hidden)) }),
      ...(because && { earlier: because }),
      ...(changed && { changed }),
    },
  );
}

function spoken(sentence: { sv: string; en: string }, glyph: string): { sv: string; en: string } {
  return { sv: sentence.sv.replaceAll(hiddenNumber, glyph), en: sentence.en.replaceAll(hiddenNumber, glyph) };
}

function described({ columns }: TableMeta, name: string, type: string): TableMeta["columns"][number] {
  return { ...(columns.find((column) => column.name === name) ?? { name, label: { sv: name, en: name } }), type };
}

function byRow<T extends object>(rows: readonly T[]): Record<string, T> {
  return Object.fromEntries(rows.flatMap((row, at) => (Object.keys(row).length > 0 ? [[String(at), row]] : [])));
}
