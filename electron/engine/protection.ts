import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { protectTogether, type TogetherQuestion } from "../disclosure/protect-together.ts";
import { loadSolver } from "../disclosure/solver.ts";
import type { TogetherResult } from "../disclosure/traced.ts";
import { abortError } from "./interruptible.ts";

/** Decides what is hidden. It takes seconds and never yields, so it has a thread of its own wherever the app is built. */
export interface Protection {
  decide(question: TogetherQuestion): Promise<TogetherResult>;
  /** Ends it: what is being decided, and what is asked from now on, is called off. */
  close(): Promise<void>;
}

/** What the thread answers. */
export interface ProtectionAnswer {
  number: number;
  result?: TogetherResult;
  /** What went wrong. */
  error?: unknown;
}

interface Waiting {
  resolve(result: TogetherResult): void;
  reject(error: unknown): void;
}

export function openProtection(): Protection {
  const file = builtThread(import.meta.dirname);
  return file === undefined ? inThisThread() : inOwnThread(file);
}

function inThisThread(): Protection {
  return {
    decide: async (question) => protectTogether(await loadSolver(), question),
    close: async () => undefined,
  };
}

/** The thread begins with the first question, and again after one that ended it. */
export function inOwnThread(file: string): Protection {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let thread: Worker | undefined;
  let closed = false;

  function begin(): Worker {
    const begun = new Worker(file);
    const end = (error: unknown): void => {
      if (thread === begun) thread = undefined;
      for (const { reject } of waiting.values()) reject(closed ? abortError() : error);
      waiting.clear();
    };
    begun.on("message", ({ number, result, error }: ProtectionAnswer) => {
      const asker = waiting.get(number);
      waiting.delete(number);
      // Only a thread that somebody waits for keeps the process alive.
      if (waiting.size === 0) begun.unref();
      if (result) asker?.resolve(result);
      else asker?.reject(error);
    });
    begun.on("error", end);
    begun.on("exit", () => end(new Error("The thread that decides what is hidden has ended.")));
    return begun;
  }

  return {
    decide: (question) =>
      new Promise((resolve, reject) => {
        if (closed) throw abortError();
        asked += 1;
        thread ??= begin();
        waiting.set(asked, { resolve, reject });
        thread.ref();
        thread.postMessage({ number: asked, question });
      }),
    async close() {
      closed = true;
      await thread?.terminate();
    },
  };
}

/** Beside what was built of this file, or above it. */
function builtThread(folder: string): string | undefined {
  return [folder, dirname(folder)].map((each) => join(each, "protection.js")).find((each) => existsSync(each));
}
