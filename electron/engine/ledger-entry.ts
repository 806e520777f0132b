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

function writeSet({ mark: { parts, filled, counts }, ...set }: EarlierSet): WrittenSet {
  return { ...set, mark: Object.fromEntries(filled.map((part, at) => [part, counts[at]!])), parts };
}

// An object's keys that are whole numbers come in ascending order.
function readSet({ mark, parts, ...set }: WrittenSet): EarlierSet {
  return { ...set, mark: { parts, filled: Object.keys(mark).map(Number), counts: Object.values(mark) } };
}
