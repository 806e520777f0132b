import type { Draft } from "./definition-draft.ts";

/** A draft with the way back and forth through what a person has written. */
export interface DraftHistory {
  past: Draft[];
  present: Draft;
  future: Draft[];
  /** What was written last and when, so that letters typed after each other are one step. */
  last: { key: string; at: number } | null;
}

/** Letters that come faster than this after each other belong together, in milliseconds. */
const pause = 1200;

export function newHistory(draft: Draft): DraftHistory {
  return { past: [], present: draft, future: [], last: null };
}

/** `key` names the field that was written, `at` when. What had been undone is gone. */
export function written(history: DraftHistory, present: Draft, key: string, at: number): DraftHistory {
  const { last, past } = history;
  const isSameStep = last !== null && last.key === key && at - last.at < pause;
  return { past: isSameStep ? past : [...past, history.present], present, future: [], last: { key, at } };
}

export function undone({ past, present, future, ...history }: DraftHistory): DraftHistory {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, ...history };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null };
}

export function redone({ past, present, future, ...history }: DraftHistory): DraftHistory {
  const [after, ...rest] = future;
  if (after === undefined) return { past, present, future, ...history };
  return { past: [...past, present], present: after, future: rest, last: null };
}
