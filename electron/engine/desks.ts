import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Room } from "../contract.ts";
import type { Workspace } from "../workspace.ts";
import { type OpenedDesk, openDesk } from "./desk.ts";
import { abortError } from "./interruptible.ts";

/** The desk in use, and the one that takes its place when the workspace has changed. */
export interface Desks {
  /** Works at the desk, which stays open until the work is done, also where another has taken its place. */
  use<T>(work: (opened: OpenedDesk) => Promise<T>): Promise<T>;
  /** Opens the workspace anew if a file in it has changed. */
  refresh(): Promise<void>;
  /** Waits for what is at work, so that nothing is written to the workspace afterwards; what asks from now on is called off. */
  close(): Promise<void>;
}

interface DeskInUse extends OpenedDesk {
  /** Of the files that it was opened on. */
  stamp: string;
  users: number;
  retired: boolean;
}

export async function openDesks(workspace: Workspace, settings: { room: Room; product: string }): Promise<Desks> {
  const open = async (): Promise<DeskInUse> => {
    const stamp = await stampOf(workspace.folder, settings.room);
    return { ...(await openDesk(workspace, settings)), stamp, users: 0, retired: false };
  };
  const closeIfDone = async (entry: DeskInUse) => {
    if (entry.retired && entry.users === 0) await entry.desk.session.close();
  };
  let current = await open();
  let refreshing: Promise<void> | undefined;
  let closed = false;
  const working = new Set<Promise<unknown>>();

  async function replace(): Promise<void> {
    if (!(await isBroken(current)) && (await stampOf(workspace.folder, settings.room)) === current.stamp) return;
    const previous = current;
    current = await open();
    previous.retired = true;
    await closeIfDone(previous);
  }

  async function refresh(): Promise<void> {
    if (closed) throw abortError();
    refreshing ??= replace().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  async function workAtCurrent<T>(work: (opened: OpenedDesk) => Promise<T>): Promise<T> {
    if (await isBroken(current)) await refresh();
    const entry = current;
    entry.users += 1;
    try {
      return await work(entry);
    } finally {
      entry.users -= 1;
      await closeIfDone(entry);
    }
  }

  return {
    async use(work) {
      if (closed) throw abortError();
      const using = workAtCurrent(work);
      working.add(using);
      return using.finally(() => working.delete(using));
    },
    refresh,
    async close() {
      closed = true;
      await Promise.allSettled([...working, refreshing]);
      current.retired = true;
      await closeIfDone(current);
    },
  };
}

/** After a fault of its own DuckDB answers nothing any more. */
async function isBroken({ desk }: OpenedDesk): Promise<boolean> {
  return desk.session.database.rows("select 1").then(
    () => false,
    () => true,
  );
}

/** Changes whenever a file that the desk was opened on has come, gone or been written. */
async function stampOf(folder: string, room: Room): Promise<string> {
  const folders = [
    "extracts",
    "mappings",
    "coarsening",
    "views",
    "indicators",
    "programmes",
    "scales",
    "regions",
    "benchmarks",
    // What it was shown changes nothing for the steering room, which would else open anew after each of its own answers.
    ...(room === "evaluator" ? ["ledger"] : []),
  ];
  const stamps = await Promise.all(
    folders.map(async (name) => {
      const names = await readdir(join(folder, name)).catch(() => []);
      const files = names.filter((file) => !file.startsWith(".")).sort();
      const times = await Promise.all(files.map((file) => stat(join(folder, name, file)).catch(() => undefined)));
      return files.map((file, at) => `${name}/${file}:${times[at]?.mtimeMs}:${times[at]?.size}`);
    }),
  );
  return stamps.flat().join("\n");
}
