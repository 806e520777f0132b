import type { Answer, QueryDatabase } from "./database.ts";
import { withLiterals } from "./literal.ts";
import { createSharedWork } from "./shared-work.ts";
import type { Statement } from "./windowed.ts";

/** A whole answer as a table in the query instance, so that any part of it is at hand. */
export interface KeptAnswer {
  table: string;
  rows: number;
}

/**
 * Answers that are computed once. The builds that they are computed from never change, so the same statement has the
 * same answer for as long as the query instance lives.
 */
export interface KeptAnswers {
  /** An answer as it comes from the database. A small one is remembered. */
  answer(statement: Statement, limit: number, signal?: AbortSignal): Promise<Answer>;
  /** An answer as a table, for readers who scroll: each part of a million sorted rows would else sort them anew. */
  table(statement: Statement, signal?: AbortSignal): Promise<KeptAnswer>;
}

// Small answers are a page's charts, and the pages before it, for the way back.
const SMALL = { kept: 300, rows: 1000 };
// Tables are what a reader scrolls through, and what was scrolled through before it.
const TABLES = 4;

export function createKeptAnswers(database: QueryDatabase, timeLimitMs: number): KeptAnswers {
  let made = 0;

  const tables = createSharedWork<KeptAnswer>({
    kept: TABLES,
    async make(sql, signal) {
      const table = `kept_answer_${++made}`;
      await database.query(`create table ${table} as\n${sql}`, {}, { signal, timeLimitMs });
      const [counted] = await database.rows(`select count(*)::integer as n from ${table}`);
      return { table, rows: Number(counted?.n) };
    },
    forget({ table }) {
      database.define(`drop table if exists ${table}`).catch(() => undefined);
    },
  });

  const answers = createSharedWork<Answer>({
    kept: SMALL.kept,
    make(key, signal) {
      const at = key.indexOf(" ");
      return database.query(key.slice(at + 1), {}, { signal, timeLimitMs, limit: Number(key.slice(0, at)) });
    },
    worthKeeping: ({ rowCount }) => rowCount <= SMALL.rows,
  });

  return {
    answer: ({ sql, params }, limit, signal) => answers.get(`${limit} ${withLiterals(sql, params)}`, signal),
    table: ({ sql, params }, signal) => tables.get(withLiterals(sql, params), signal),
  };
}
