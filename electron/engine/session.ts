import type { ExtractMeta, Problem, Value, ViewEntry } from "../contract.ts";
import { benchmarkTables } from "./benchmark-tables.ts";
import { alias, buildViews, type KeyOffsets } from "./build-views.ts";
import { type DatabaseLimits, openQuery, type QueryDatabase } from "./database.ts";
import { defineInRounds } from "./define-in-rounds.ts";
import { definitionTables } from "./definition-tables.ts";
import { factMacros } from "./fact-macros.ts";
import type { Shown } from "./ledger-entry.ts";
import type { Library } from "./library.ts";
import { regionMacro } from "./regions.ts";
import { shownTable } from "./shown-table.ts";
import { defineTracing, type Tracing } from "./tracing.ts";
import { defineViews } from "./view-definitions.ts";
import { unknownView } from "./view-problems.ts";
import { selectView } from "./view-sql.ts";

export interface BuiltExtract extends ExtractMeta {
  /** Of its build file. */
  path: string;
}

/** The library on the current extracts: what questions are asked of. Other extracts or another library need a new one. */
export interface Session {
  database: QueryDatabase;
  /** Those that work, by name. */
  views: ViewEntry[];
  tracing: Tracing;
  /** Of the views: the library's own problems are in the library. */
  problems: Problem[];
  /** Throws a Refusal for a view that there is not. */
  view(name: string): ViewEntry;
  /** The query for a view's rows. Throws a Refusal for an unknown view or parameter. */
  viewSql(name: string, params: Record<string, Value>): { sql: string; params: Record<string, Value> };
  close(): Promise<void>;
}

/** Opens the query instance, makes everything in it that questions stand on, and locks it. */
export async function openSession(options: {
  library: Library;
  extracts: BuiltExtract[];
  database?: DatabaseLimits;
  /** Exit reasons that stand as `other` in every table. */
  sensitive?: readonly string[];
  /** What steering sessions were shown. */
  shown?: readonly Shown[];
}): Promise<Session> {
  const { library, extracts, sensitive = [], shown = [] } = options;
  const attach = extracts.map(({ path }, index) => ({ alias: alias(index), path }));
  const database = await openQuery({ ...options.database, attach });
  try {
    const definitions = [
      ...buildViews(library.tables, extracts, await keyOffsets(database, extracts.length), sensitive),
      ...definitionTables(extracts, library.programmes, library.scales, library.codes),
      ...shownTable(shown),
      ...factMacros(extracts, library.programmes),
      regionMacro(library.regions),
      ...benchmarkTables(library.benchmarks),
    ];
    for (const sql of definitions) await database.define(sql);
    const [failed] = await defineInRounds(library.base, (base) => database.define(base.sql));
    if (failed) throw failed.error;
    const tracing = await defineTracing(database);
    // Locked before any view is bound, because binding one that reads a file would open the file.
    await database.lock();
    const { views, problems } = await defineViews(database, library.views);
    const byName = new Map(views.map((view) => [view.name, view]));
    const view = (name: string) => {
      const found = byName.get(name);
      if (found === undefined) throw unknownView(name);
      return found;
    };
    return {
      database,
      views,
      tracing,
      problems,
      view,
      viewSql: (name, params) => selectView(view(name), params, choicesIn(library)),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A scale that a workspace has added can be asked for without a name in the list of questionnaires, and so can its subscales. */
function choicesIn({ codes, scales }: Library): (list: string) => string[] {
  const ofScales: Record<string, string[]> = {
    instrument: scales.map(({ scale }) => scale),
    subscale: scales.flatMap(({ subscales }) => Object.keys(subscales)),
  };
  return (list) => [...new Set([...(codes[list] ?? []).map(({ code }) => code), ...(ofScales[list] ?? [])])];
}

/** Keys are dense from 1 in each build, so the first free one is behind the last of the extracts before. */
async function keyOffsets(database: QueryDatabase, extracts: number): Promise<KeyOffsets[]> {
  const offsets: KeyOffsets[] = [{ person: 0, stay: 0, respondent: 0 }];
  for (let index = 0; index < extracts - 1; index++) {
    const build = alias(index);
    const [last = {}] = await database.rows(`
      select
        (select max(person) from ${build}.participant) as person,
        (select max(stay) from ${build}.enrolment) as stay,
        (select max(respondent) from ${build}.response) as respondent`);
    const before = offsets[index] ?? {};
    offsets.push(
      Object.fromEntries(Object.entries(last).map(([key, most]) => [key, (before[key] ?? 0) + Number(most)])),
    );
  }
  return offsets;
}
