import { useCallback, useState } from "react";
import type { Json } from "../electron/contract.ts";
import { type Draft, type Path, writeAt } from "./definition-draft.ts";
import { type DraftHistory, newHistory, redone, undone, written } from "./draft-history.ts";

export interface DraftEditing {
  draft: Draft;
  canUndo: boolean;
  canRedo: boolean;
  set(path: Path, value: Json | undefined): void;
  replace(draft: Draft): void;
  undo(): void;
  redo(): void;
  /** Back to where the edit began, and nothing is kept. */
  discard(): void;
}

// Of the window rather than of a page: what somebody has written is still there after a look at another page.
const kept = new Map<string, DraftHistory>();

/** The draft that is being written under this key, with undo. */
export function useDraft(key: string, start: () => Draft): DraftEditing {
  const [history, setHistory] = useState(() => kept.get(key) ?? newHistory(start()));
  const update = useCallback(
    (change: (history: DraftHistory) => DraftHistory) =>
      setHistory((before) => {
        const after = change(before);
        kept.set(key, after);
        return after;
      }),
    [key],
  );
  return {
    draft: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    set: (path, value) =>
      update((before) => written(before, writeAt(before.present, path, value), path.join("."), Date.now())),
    replace: (draft) => update((before) => written(before, draft, "", Date.now())),
    undo: () => update(undone),
    redo: () => update(redone),
    discard: () => {
      kept.delete(key);
      // A new object, so that what was typed and is no JSON goes too.
      setHistory(newHistory({ ...start() }));
    },
  };
}
