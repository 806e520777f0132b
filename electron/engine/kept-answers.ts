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
  /**
   * Reads from an answer as a table, for readers who scroll: each part of a million sorted rows would else sort them anew. The
   * table stays while it is read.
   */
  read<T>(statement: Statement, use: (kept: KeptAnswer) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

// Small answers are a page's charts, and the pages before it, for the way back.
const SMALL = { kept: 300, rows: 1000 };
// Tables are what a reader scrolls through, and what was scrolled through before it.
const TABLES = 4;

export function createKeptAnswers(database: QueryDatabase, timeLimitMs: number): KeptAnswers {
  let made = 0;
  const readers = new Map<string, number>();
  const forgotten = new Set<string>();
  const drop = (table: string) => {
    forgotten.delete(table);
    database.define(`drop table if exists ${table}`).catch(() => undefined);
  };

  const tables = createSharedWork<KeptAnswer>({
    kept: TABLES,
    async make(sql, signal) {
      const table = `kept_answer_${++made}`;
      await database.query(`create table ${table} as\n${sql}`, {}, { signal, timeLimitMs });
      const [counted] = await database.rows(`select count(*)::integer as n from ${table}`);
      return { table, rows: Number(counted?.n) };
    },
    forget({ table }) {
      if (readers.has(table)) forgotten.add(table);
      else drop(table);
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
    async read({ sql, params }, use, signal) {
      const kept = await tables.get(withLiterals(sql, params), signal);
      readers.set(kept.table, (readers.get(kept.table) ?? 0) + 1);
      try {
        return await use(kept);
      } finally {
        const left = (readers.get(kept.table) ?? 1) - 1;
        if (left > 0) readers.set(kept.table, left);
        else readers.delete(kept.table);
        if (left === 0 && forgotten.has(kept.table)) drop(kept.table);
      }
    },
  };
}
