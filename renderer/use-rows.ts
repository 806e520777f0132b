import { useEffect, useMemo, useState } from "react";
import type { ExportForm, Fault, TableMeta } from "../electron/contract.ts";
import { type AskRows, createRowStore, type RowOrder, type RowStore } from "./row-store.ts";
import type { Row } from "./table.ts";

/** What is asked, and its content as a text: asked again when the text changes. */
export interface RowsQuestion {
  key: string;
  ask: AskRows;
  /** The same in a form that may leave the evaluator's room, where it has one. */
  askAs?(form: ExportForm): AskRows;
}

/** The rows of a Table, however many: those in sight are here. */
export interface Rows {
  /** Of the answer that is shown; that of the question before stays until the next is here. */
  meta: TableMeta | undefined;
  row(index: number): Row | undefined;
  /** Says which rows are in sight. */
  show(from: number, to: number): void;
  loading: boolean;
  fault: Fault | null;
  retry(): void;
  cancel(): void;
  /** Changes with the answer, not with its parts: columns are measured once for each. */
  answer: string;
}

interface Answer {
  key: string;
  store: RowStore | null;
  fault: Fault | null;
}

export function useRows(question: RowsQuestion | undefined, order: RowOrder): Rows {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer>({ key: "", store: null, fault: null });
  const [stop, setStop] = useState<() => void>(() => () => {});
  const key = question === undefined ? "" : JSON.stringify([question.key, order, attempt]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the question's content.
  useEffect(() => {
    if (question === undefined) {
      setAnswer({ key: "", store: null, fault: null });
      return;
    }
    let isOver = false;
    const store = createRowStore({
      ask: question.ask,
      order,
      onChange() {
        if (isOver) return;
        const fault = store.fault();
        setAnswer((before) =>
          store.meta() === undefined || fault !== null ? { ...before, key, fault } : { key, store, fault },
        );
      },
    });
    store.show(0, 0);
    const end = () => {
      isOver = true;
      store.close();
    };
    setStop(() => () => {
      end();
      setAnswer((before) => ({ ...before, key, fault: cancelled }));
    });
    return end;
  }, [key]);

  return useMemo(
    () => ({
      meta: answer.store?.meta(),
      row: (index) => answer.store?.row(index),
      show: (from, to) => answer.store?.show(from, to),
      loading: answer.key !== key,
      fault: answer.key === key ? answer.fault : null,
      retry: () => setAttempt((count) => count + 1),
      cancel: stop,
      answer: answer.key,
    }),
    [answer, key, stop],
  );
}

const cancelled: Fault = { code: "cancelled", message: { sv: "Frågan avbröts.", en: "The query was cancelled." } };
