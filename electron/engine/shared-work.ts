/** Work that several callers may want: done once for all who ask, and its result kept while it is among the latest. */
export interface SharedWork<T> {
  get(key: string, signal?: AbortSignal): Promise<T>;
}

interface Entry<T> {
  result: Promise<T>;
  /** Callers that still want it. When the last of them gives up, the work is stopped. */
  waiting: number;
  done: boolean;
  stop: AbortController;
}

export function createSharedWork<T>(options: {
  /** How many results are kept. */
  kept: number;
  make(key: string, signal: AbortSignal): Promise<T>;
  /** A result that is too large is given to those who wait for it and not kept. */
  worthKeeping?(result: T): boolean;
  /** Told when a result is let go. */
  forget?(result: T): void;
}): SharedWork<T> {
  const entries = new Map<string, Entry<T>>();

  function begin(key: string): Entry<T> {
    const stop = new AbortController();
    const entry: Entry<T> = { result: options.make(key, stop.signal), waiting: 0, done: false, stop };
    entry.result.then(
      (result) => {
        entry.done = true;
        if (options.worthKeeping?.(result) === false) drop(key, entry);
      },
      () => drop(key, entry),
    );
    return entry;
  }

  function drop(key: string, entry: Entry<T>): void {
    if (entries.get(key) === entry) entries.delete(key);
  }

  function forgetOldest(): void {
    for (const [key, { result }] of [...entries].slice(0, Math.max(0, entries.size - options.kept))) {
      entries.delete(key);
      result.then(options.forget, () => undefined);
    }
  }

  return {
    async get(key, signal) {
      const entry = entries.get(key) ?? begin(key);
      // Asked for last, forgotten last.
      entries.delete(key);
      entries.set(key, entry);
      forgetOldest();
      entry.waiting += 1;
      try {
        return await unlessAborted(entry.result, signal);
      } finally {
        entry.waiting -= 1;
        if (entry.waiting === 0 && !entry.done) {
          drop(key, entry);
          entry.stop.abort();
        }
      }
    },
  };
}

function unlessAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
