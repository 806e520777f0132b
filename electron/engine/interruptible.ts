import { Refusal } from "../refusal.ts";

/** When to stop. */
export interface Limits {
  signal?: AbortSignal;
  timeLimitMs?: number;
}

// An interrupt that comes before DuckDB has begun to run is lost, so it is said until it is heard.
const interruptEveryMs = 25;

// DuckDB hears it between two batches of rows. Whoever asked does not wait longer for a batch that makes giant values;
// its connection is not used again until DuckDB is done with it.
const hearsWithinMs = 1000;

/** What is running, stopped at the signal or the time limit. */
export async function interruptible<T>(
  connection: { interrupt(): void },
  { signal, timeLimitMs }: Limits,
  running: Promise<T>,
): Promise<T> {
  let reason: Error | undefined;
  let interrupting: NodeJS.Timeout | undefined;
  let desert: (why: Error) => void = () => {};
  const deserted = new Promise<never>((_, reject) => {
    desert = reject;
  });

  const stop = (why: Error) => {
    if (reason) return;
    reason = why;
    const since = performance.now();
    const interrupt = () => {
      connection.interrupt();
      if (performance.now() - since > hearsWithinMs) desert(why);
    };
    interrupting = setInterval(interrupt, interruptEveryMs);
    interrupt();
  };
  const onAbort = () => stop(abortError());
  if (signal?.aborted) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  const timer =
    timeLimitMs === undefined ? undefined : setTimeout(() => stop(timeLimitReached(timeLimitMs)), timeLimitMs);
  const ended = running.finally(() => {
    clearTimeout(timer);
    clearInterval(interrupting);
    signal?.removeEventListener("abort", onAbort);
  });
  return Promise.race([ended, deserted]).catch((error: unknown) => {
    throw reason ?? error;
  });
}

export function abortError(): Error {
  return new DOMException("The query was cancelled.", "AbortError");
}

function timeLimitReached(milliseconds: number): Refusal {
  const seconds = (milliseconds / 1000).toLocaleString("en", { maximumFractionDigits: 1 });
  return new Refusal("time_limit", {
    sv: `Frågan hann inte bli klar på ${seconds.replace(".", ",")} sekunder och stoppades. Begränsa den till färre rader och försök igen.`,
    en: `The query was not done in ${seconds} seconds and was stopped. Limit it to fewer rows and try again.`,
  });
}
