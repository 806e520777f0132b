import type { QueryDatabase } from "./database.ts";
import { withLiterals } from "./literal.ts";
import type { Statement } from "./windowed.ts";

/** A whole answer as a table in the query instance, so that any part of it is at hand. */
export interface KeptAnswer {
  table: string;
  rows: number;
}

export interface KeptAnswers {
  /** The answer's table, computed the first time that it is asked for. */
  keep(statement: Statement, signal?: AbortSignal): Promise<KeptAnswer>;
}

interface Making {
  answer: Promise<KeptAnswer>;
  /** Callers that still want it. When the last of them gives up, the work is stopped. */
  waiting: number;
  done: boolean;
  stop: AbortController;
}

// What a reader scrolls through, and what was scrolled through before it, for the way back.
const KEPT = 4;

/**
 * Keeps the answers that somebody scrolls through. Without it each part of a million sorted rows would sort them anew, and
 * rows that tie could change places between two parts.
 */
export function createKeptAnswers(database: QueryDatabase, timeLimitMs: number): KeptAnswers {
  const makings = new Map<string, Making>();
  let made = 0;

  async function make(sql: string, signal: AbortSignal): Promise<KeptAnswer> {
    const table = `kept_answer_${++made}`;
    await database.query(`create table ${table} as\n${sql}`, {}, { signal, timeLimitMs });
    const [counted] = await database.rows(`select count(*)::integer as n from ${table}`);
    return { table, rows: Number(counted?.n) };
  }

  function begin(key: string): Making {
    const stop = new AbortController();
    const making: Making = { answer: make(key, stop.signal), waiting: 0, done: false, stop };
    making.answer.then(
      () => {
        making.done = true;
      },
      () => makings.delete(key),
    );
    return making;
  }

  function forgetOldest(): void {
    for (const [key, { answer }] of [...makings].slice(0, Math.max(0, makings.size - KEPT))) {
      makings.delete(key);
      answer.then(({ table }) => database.define(`drop table if exists ${table}`)).catch(() => undefined);
    }
  }

  return {
    async keep(statement, signal) {
      const key = withLiterals(statement.sql, statement.params);
      const making = makings.get(key) ?? begin(key);
      // Asked for last, forgotten last.
      makings.delete(key);
      makings.set(key, making);
      forgetOldest();
      making.waiting += 1;
      try {
        return await unlessAborted(making.answer, signal);
      } finally {
        making.waiting -= 1;
        if (making.waiting === 0 && !making.done) {
          makings.delete(key);
          making.stop.abort();
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
