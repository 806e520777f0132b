import { spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";

type Parameters = Record<string, unknown>;
type Answer = Record<string, unknown>;

/** A browser without a window, spoken to in its DevTools protocol through a pipe: no port is opened. */
export interface Devtools {
  send(method: string, params?: Parameters, sessionId?: string): Promise<Answer>;
  /** Resolves when the browser next tells of the event. */
  next(event: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser. What is asked of it fails when it ends or the signal is aborted. */
export function openDevtools(program: string, args: readonly string[], signal: AbortSignal): Devtools {
  const child = spawn(program, [...args, "--remote-debugging-pipe", "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  const events: { name: string; resolve(): void; reject(error: Error): void }[] = [];
  let failure: Error | undefined;
  let sent = 0;
  let unread = Buffer.alloc(0);

  const fail = (error: Error): void => {
    failure ??= error;
    for (const { reject } of [...waiting.values(), ...events.splice(0)]) reject(failure);
    waiting.clear();
  };
  const stop = (): void => {
    fail(new Error("The browser was stopped."));
    child.kill("SIGKILL");
  };
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.once("error", fail);
  child.once("exit", (code) => fail(new Error(`The browser ended with ${code}.`)));
  input.on("error", fail);
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();

  output.on("data", (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    // Messages are JSON, each ended by a zero byte.
    for (let end = unread.indexOf(0); end >= 0; end = unread.indexOf(0)) {
      take(JSON.parse(unread.subarray(0, end).toString()));
      unread = unread.subarray(end + 1);
    }
  });

  function take(message: { id?: number; method?: string; result?: Answer; error?: { message: string } }): void {
    if (message.id === undefined) {
      const told = events.findIndex(({ name }) => name === message.method);
      if (told >= 0) events.splice(told, 1)[0]?.resolve();
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) asked?.resolve(message.result ?? {});
    else asked?.reject(new Error(message.error.message));
  }

  return {
    send(method, params = {}, sessionId) {
      if (failure) return Promise.reject(failure);
      return new Promise((resolve, reject) => {
        const id = ++sent;
        waiting.set(id, { resolve, reject });
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
    next(name) {
      if (failure) return Promise.reject(failure);
      return new Promise((resolve, reject) => events.push({ name, resolve, reject }));
    },
    async close() {
      signal.removeEventListener("abort", stop);
      child.kill("SIGKILL");
      await ended;
    },
  };
}
