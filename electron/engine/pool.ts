/** Hands out things that are dear to make and serve one user at a time. */
export interface Pool<T> {
  /** Waits for a turn. Rejects with the signal's reason when aborted while waiting. */
  take(signal?: AbortSignal): Promise<T>;
  /** Gives it back; a spent one is thrown away instead of serving the next. */
  giveBack(item: T, spent: boolean): void;
  /** Waits until all are back, and disposes of them. Nothing can be taken after that. */
  close(): Promise<void>;
}

/** At most `size` things are out at once. */
export function createPool<T>(size: number, make: () => Promise<T>, dispose: (item: T) => void): Pool<T> {
  const idle: T[] = [];
  const waiting: (() => void)[] = [];
  let out = 0;
  let closed: (() => void) | undefined;

  function turn(signal?: AbortSignal): Promise<void> {
    if (out < size) {
      out++;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(signal?.reason);
      };
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      waiting.push(enter);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  /** Whoever waits takes over the place, so that nobody slips in between. */
  function endTurn() {
    const enter = waiting.shift();
    if (enter) return enter();
    out--;
    if (out === 0) closed?.();
  }

  return {
    async take(signal) {
      signal?.throwIfAborted();
      if (closed) throw new Error("The pool is closed.");
      await turn(signal);
      try {
        return idle.pop() ?? (await make());
      } catch (error) {
        endTurn();
        throw error;
      }
    },
    giveBack(item, spent) {
      if (spent) dispose(item);
      else idle.push(item);
      endTurn();
    },
    async close() {
      await new Promise<void>((resolve) => {
        closed = resolve;
        if (out === 0) resolve();
      });
      for (const item of idle.splice(0)) dispose(item);
    },
  };
}
