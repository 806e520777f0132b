import { createHash } from "node:crypto";
import type { Catalog, ExtractMeta, IndicatorRequest, Room, Scope, TableMeta, ViewRequest } from "../contract.ts";
import { rowsOf } from "./database.ts";
import { compileIndicator } from "./indicator.ts";
import { settleIndicator } from "./indicator-question.ts";
import { surveyOf } from "./indicator-reads.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import type { Library } from "./library.ts";
import { type SettledScope, scopeParams, settleScope } from "./scope.ts";
import { sentence } from "./sentence.ts";
import type { Totals } from "./sentence-kinds.ts";
import type { Session } from "./session.ts";
import { unlikeExtracts } from "./unlike-figures.ts";
import { rowLimit, type Statement } from "./windowed.ts";

/** Where questions are answered: the library on the current extracts, and what is known about them. */
export interface Desk {
  library: Library;
  session: Session;
  /** The current ones, which the session has attached. */
  extracts: ExtractMeta[];
  kept: KeptAnswers;
  /** Rows set aside at the load, by programme and table. */
  setAside: { programme: string; table: string; count: number }[];
  /** What typed SQL may name. */
  sql: Catalog["sql"];
  room: Room;
  product: string;
}

/** What a figure says about itself before it is computed. */
export type Subject = Pick<TableMeta, "kind" | "name" | "title" | "columns"> &
  Partial<Pick<TableMeta, "description" | "sentence" | "chart" | "definition" | "counted" | "cautions">>;

/** A request with everything settled: what to run, and what it is about. */
export interface Question {
  statement: Statement;
  subject: Subject;
  scope: SettledScope;
}

export function askView(
  { session, extracts }: Desk,
  asked: Scope,
  { view: wanted, params = {} }: ViewRequest,
): Question {
  const view = session.view(wanted);
  const own = (name: "programme" | "cutoff") => (typeof params[name] === "string" ? { [name]: params[name] } : {});
  const scope = settleScope({ ...asked, ...own("programme"), ...own("cutoff") }, extracts);
  const { name, title, description, columns, chart, sql } = view;
  return {
    statement: session.viewSql(name, scopeParams(view, scope, params)),
    subject: { kind: "view", name, title, description, columns, chart, definition: { version: 1, hash: hashOf(sql) } },
    scope,
  };
}

/** The sentence tells the whole group's numbers, so a grouped question has a second one beside it. */
export async function askIndicator(
  { library, extracts, kept }: Desk,
  asked: Scope,
  request: IndicatorRequest,
  signal?: AbortSignal,
): Promise<Question> {
  const { definition, programme, question, scope } = settleIndicator({ library, extracts }, asked, request);
  const others = new Map(library.indicators.map((each) => [each.indicator, each]));
  const titles = Object.fromEntries(library.indicators.map(({ indicator, title }) => [indicator, title]));
  const scales = new Map(library.scales.map((each) => [each.scale, each]));
  const whole = compileIndicator(
    definition,
    programme,
    { ...question, by: [], margins: false, comparison: undefined },
    others,
    scales,
  );
  const [totals] = rowsOf(await kept.answer(whole, rowLimit(), signal));
  const { sql, params, columns } =
    question.by.length === 0 ? whole : compileIndicator(definition, programme, question, others, scales);
  return {
    statement: { sql, params },
    subject: {
      kind: "indicator",
      name: definition.indicator,
      title: definition.title,
      sentence: sentence(definition, question, (totals ?? noTotals) as unknown as Totals, library.codes, titles),
      columns,
      definition: { version: definition.version, hash: hashOf(JSON.stringify(definition)) },
      counted: { denominator: question.denominator, survey: surveyOf(definition) ?? null },
      ...(question.comparison && {
        cautions: unlikeExtracts(extracts.filter((each) => each.programme === programme.programme)),
      }),
    },
    scope,
  };
}

const noTotals: Totals = { n: 0, k: 0, unknown: 0, estimate: null };

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
