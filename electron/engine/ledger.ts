import { appendFile, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { keyOfMark } from "../disclosure/marks.ts";
import type { EarlierSet } from "../disclosure/traced.ts";
import { makeFolder } from "../make-folder.ts";
import { type LedgerEntry, parseEntries, type Shown, writeEntry } from "./ledger-entry.ts";
import { withLock } from "./ledger-lock.ts";

/** What steering sessions of a workspace were shown, by all of its windows and commands. */
export interface Ledger {
  /** What was decided before for a programme. */
  earlier(programme: string): Promise<EarlierSet[]>;
  /** The figures that sets come from, by the numbers that `from` has, as far as has been read. */
  source(number: number): Source;
  /** Decides what is shown next and writes it down, while nobody else does. */
  decide<T>(
    programme: string,
    decide: (earlier: EarlierSet[]) => T | Promise<T>,
    toRemember: (decided: T) => Omit<LedgerEntry, "programme" | "at">,
  ): Promise<T>;
}

/** Where a set was shown or hidden first. */
export interface Source {
  answer: Shown;
  /** Which of the answer's figures; undefined where that was not written down. */
  figure: number | undefined;
}

/** A set with all that was decided of it, and where. */
interface Remembered {
  set: EarlierSet;
  from: number[];
  meansFrom: Map<string, number[]>;
}

const ledgerFolder = "ledger";
const ledgerFile = "shown.jsonl";

export function openLedger(workspace: string): Ledger {
  const folder = join(workspace, ledgerFolder);
  const file = join(folder, ledgerFile);
  // What has been read so far: the file only grows.
  let read = 0;
  const byProgramme = new Map<string, Map<string, Remembered>>();
  const sources: Source[] = [];

  let reading = Promise.resolve();
  /** One after the other, so that no entry is read twice. */
  function readOn(): Promise<void> {
    reading = reading.then(readNext, readNext);
    return reading;
  }

  async function readNext(): Promise<void> {
    const text = await textFrom(file, read);
    // The last line may be half written by a process that died.
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    read += Buffer.byteLength(whole);
    for (const { sets, ...answer } of parseEntries(whole)) {
      const known = byProgramme.get(answer.programme) ?? new Map<string, Remembered>();
      byProgramme.set(answer.programme, known);
      const numbers = new Map<number | undefined, number>();
      const numberOf = (figure: number | undefined): number => {
        const number = numbers.get(figure) ?? sources.push({ answer, figure }) - 1;
        numbers.set(figure, number);
        return number;
      };
      for (const set of sets) {
        const key = nameOf(set);
        known.set(key, remembered(known.get(key), set, set.unasked ? undefined : numberOf(set.figure)));
      }
    }
  }

  const setsOf = (programme: string): EarlierSet[] =>
    Array.from(byProgramme.get(programme)?.values() ?? [], ({ set, from, meansFrom }) => ({
      ...set,
      from,
      meansFrom: Object.fromEntries(meansFrom),
    }));

  return {
    async earlier(programme) {
      await readOn();
      return setsOf(programme);
    },
    source: (number) => sources[number]!,
    async decide(programme, decide, toRemember) {
      await makeFolder(folder);
      return withLock(join(folder, ".lock"), async () => {
        await readOn();
        const known = byProgramme.get(programme);
        const decided = await decide(setsOf(programme));
        const entry = toRemember(decided);
        const sets = entry.sets.filter((set) => isNews(known?.get(nameOf(set))?.set, set));
        const unfinished = (await endsWithLine(file)) ? "" : "\n";
        const at = new Date().toISOString();
        await appendFile(file, `${unfinished}${writeEntry({ ...entry, sets, programme, at })}\n`);
        return decided;
      });
    },
  };
}

/** All that was shown, for the evaluator to read. */
export async function readShown(workspace: string): Promise<Shown[]> {
  const text = await textFrom(join(workspace, ledgerFolder, ledgerFile), 0);
  return parseEntries(text).map(({ at, programme, what, shown, hidden }) => ({ at, programme, what, shown, hidden }));
}

async function textFrom(file: string, start: number): Promise<string> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const bytes = Buffer.alloc(Math.max(0, size - start));
      await handle.read(bytes, 0, bytes.length, start);
      return bytes.toString("utf8");
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

async function endsWithLine(file: string): Promise<boolean> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  return size === 0 || (await textFrom(file, size - 1)) === "\n";
}

/** Sets told in different numbers of parts are kept apart. */
function nameOf({ mark }: EarlierSet): string {
  return `${mark.parts} ${keyOfMark(mark)}`;
}

function isNews(known: EarlierSet | undefined, set: EarlierSet): boolean {
  return known === undefined || JSON.stringify(merged(known, set)) !== JSON.stringify(merged(known, known));
}

/** `source`: the number of the figure in which it stands; undefined where no figure has it. */
function remembered(known: Remembered | undefined, set: EarlierSet, source: number | undefined): Remembered {
  const { from = [], meansFrom = new Map<string, number[]>() } = known ?? {};
  const all = merged(known?.set, set);
  if (source === undefined) return { set: all, from, meansFrom };
  for (const measure of Object.keys(set.means ?? {})) {
    meansFrom.set(measure, [...new Set([...(meansFrom.get(measure) ?? []), source])]);
  }
  return { set: all, from: [...new Set([...from, source])], meansFrom };
}

/** What was shown once is known for good. */
function merged(known: EarlierSet | undefined, set: EarlierSet): EarlierSet {
  const means = [...Object.entries(known?.means ?? {}), ...Object.entries(set.means ?? {})];
  const isMeanShown = new Map<string, boolean>();
  for (const [measure, shown] of means) isMeanShown.set(measure, shown || (isMeanShown.get(measure) ?? false));
  return {
    mark: set.mark,
    count: set.count,
    shown: set.shown || (known?.shown ?? false),
    unasked: (set.unasked ?? false) && (known?.unasked ?? true),
    primary: (set.primary ?? false) || (known?.primary ?? false),
    present: (set.present ?? false) || (known?.present ?? false),
    groups: [...new Set([...(known?.groups ?? []), ...(set.groups ?? [])])].sort(),
    means: Object.fromEntries([...isMeanShown].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
