import type { EarlierSet } from "../disclosure/traced.ts";

/** An answer of the steering room, in numbers. */
export interface Shown {
  /** When, ISO 8601. */
  at: string;
  programme: string;
  /** Figures and their scope, as they were asked for. */
  what: string;
  /** Cells. */
  shown: number;
  hidden: number;
}

export interface LedgerEntry extends Shown {
  sets: EarlierSet[];
}

/** A set with its mark as the parts that have somebody: most parts of a small group have nobody. */
type WrittenSet = Omit<EarlierSet, "mark"> & { mark: Record<string, number>; parts: number };

export function writeEntry({ sets, ...entry }: LedgerEntry): string {
  return JSON.stringify({ ...entry, sets: sets.map(writeSet) });
}

/** Entries line by line. A line that cannot be read was cut off when a process died, before its answer was sent. */
export function parseEntries(text: string): LedgerEntry[] {
  return text.split("\n").flatMap((line) => {
    try {
      const { sets, ...entry } = JSON.parse(line) as Shown & { sets: WrittenSet[] };
      return [{ ...entry, sets: sets.map(readSet) }];
    } catch {
      return [];
    }
  });
}

function writeSet({ mark, ...set }: EarlierSet): WrittenSet {
  const filled = mark.flatMap((count, part) => (count > 0 ? [[part, count]] : []));
  return { ...set, mark: Object.fromEntries(filled), parts: mark.length };
}

function readSet({ mark, parts, ...set }: WrittenSet): EarlierSet {
  return { ...set, mark: Array.from({ length: parts }, (_, part) => mark[part] ?? 0) };
}
