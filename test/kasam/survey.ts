import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Value } from "../../electron/contract.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { openSession } from "../../electron/engine/session.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { type FixtureRow, writeBuild } from "../fixtures/build.ts";

export const programme = "varmlands-arbetskraft-2";
const library = readLibrary([{ path: shippedQueries(), origin: "shipped" }]);

/** Values in the order of the scale's items, numbered from 1; null is an item without a value. */
type Answers = (number | null)[];

export interface Form {
  /** Null when anonymous. */
  participant: string | null;
  wave: string;
  answers: Answers;
  /** Further answers to an item that has one already. */
  again?: { item: number; value: number | null }[];
  /** Everything else has a default. */
  more?: FixtureRow;
}

/** What a package may hold beside its questionnaires. People whom they name are enrolled unless they are here. */
export interface Beside {
  tables?: Record<string, FixtureRow[]>;
  items?: "raw" | "already_reversed";
}

export interface Survey {
  /** Rows of a view, as objects of the columns named, or of all. */
  view(name: string, params?: Record<string, Value>, columns?: string[]): Promise<Record<string, unknown>[]>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

const days: Record<string, string> = { baseline: "2021-03-01", mid: "2021-08-01", exit: "2022-03-01" };

/** A session on a package of questionnaires, in Kristinehamn and of SOC-13 unless told otherwise. */
export async function survey(forms: Form[], { tables = {}, items = "raw" }: Beside = {}): Promise<Survey> {
  const folder = mkdtempSync(join(tmpdir(), "sammanhang-kasam-"));
  const path = join(folder, "build.duckdb");
  const manifest = { extract: "sha", programme, as_of: "2022-12-31", items } as const;
  const response = forms.map(
    ({ participant, wave, more }, index): FixtureRow => ({
      response: `R${String(index + 1).padStart(6, "0")}`,
      instrument: "soc13",
      wave,
      participant,
      municipality: "1781",
      answered_on: days[wave] ?? "2022-06-01",
      mode: "paper",
      ...more,
    }),
  );
  const answer = forms.flatMap(({ answers, again = [] }, index) =>
    [...answers.map((value, place) => ({ item: place + 1, value })), ...again].map(
      ({ item, value }): FixtureRow => ({ response: response[index]?.response, item: String(item), value }),
    ),
  );
  const people = [...new Set(forms.map(({ participant }) => participant).filter((each) => each !== null))];
  await writeBuild(path, manifest, {
    enrolment: people.map((participant) => ({ participant, started_on: "2021-01-01" })),
    response,
    answer,
    ...tables,
  });
  const extract = {
    ...manifest,
    completeness: "final",
    supplied_by: "test",
    note: null,
    synthetic: true,
    path,
  } as const;
  const session = await openSession({ library: await library, extracts: [extract], database: { threads: 1 } });
  return {
    async view(name, params = {}, columns) {
      const { sql, params: bound } = session.viewSql(name, params);
      const rows = await session.database.rows(sql, bound);
      return columns ? rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]]))) : rows;
    },
    rows: (sql) => session.database.rows(sql),
    async close() {
      await session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks and closes. */
export async function ask(
  forms: Form[],
  view: string,
  params: Record<string, Value> = {},
  columns?: string[],
  beside: Beside = {},
): Promise<Record<string, unknown>[]> {
  const opened = await survey(forms, beside);
  try {
    return await opened.view(view, params, columns);
  } finally {
    await opened.close();
  }
}
