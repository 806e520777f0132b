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

// A reader scrolls one table at a time; the one before it is kept for the way back.
const KEPT = 2;

/**
 * Keeps the answers that somebody scrolls through. Without it each part of a million sorted rows would sort them anew, and
 * rows that tie could change places between two parts.
 */
export function createKeptAnswers(database: QueryDatabase): KeptAnswers {
  const answers = new Map<string, Promise<KeptAnswer>>();
  let made = 0;

  async function make(sql: string, signal?: AbortSignal): Promise<KeptAnswer> {
    const table = `kept_answer_${++made}`;
    await database.query(`create table ${table} as\n${sql}`, {}, { signal });
    const [counted] = await database.rows(`select count(*)::integer as n from ${table}`);
    return { table, rows: Number(counted?.n) };
  }

  function forget(key: string): void {
    const answer = answers.get(key);
    answers.delete(key);
    answer?.then(({ table }) => database.define(`drop table if exists ${table}`)).catch(() => undefined);
  }

  return {
    keep(statement, signal) {
      const key = withLiterals(statement.sql, statement.params);
      const known = answers.get(key);
      const answer = known ?? make(key, signal);
      // Asked for last, forgotten last.
      answers.delete(key);
      answers.set(key, answer);
      if (!known) answer.catch(() => answers.delete(key));
      for (const oldest of [...answers.keys()].slice(0, Math.max(0, answers.size - KEPT))) forget(oldest);
      return answer;
    },
  };
}
