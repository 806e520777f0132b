import { createHash } from "node:crypto";
import type {
  Catalog,
  ColumnMeta,
  ExtractMeta,
  IndicatorRequest,
  Room,
  Scope,
  TableMeta,
  ViewRequest,
} from "../contract.ts";
import { rowsOf } from "./database.ts";
import { columnsAsked } from "./group-codes.ts";
import { type CompiledIndicator, compileIndicator } from "./indicator.ts";
import type { IndicatorQuestion } from "./indicator-context.ts";
import { type SettledIndicator, settleIndicator } from "./indicator-question.ts";
import { surveyOf } from "./indicator-reads.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import type { Library } from "./library.ts";
import { parseSelection, type SettledScope, scopeParams, settleScope } from "./scope.ts";
import { sentence } from "./sentence.ts";
import type { Totals } from "./sentence-kinds.ts";
import type { Session } from "./session.ts";
import type { KeptMarks } from "./steering-marks.ts";
import { unlikeExtracts } from "./unlike-figures.ts";
import { rowLimit, type Statement } from "./windowed.ts";

/** Where questions are answered: the library on the current extracts, and what is known about them. */
export interface Desk {
  library: Library;
  session: Session;
  /** The current ones, which the session has attached. */
  extracts: ExtractMeta[];
  kept: KeptAnswers;
  marks: KeptMarks;
  /** Rows set aside at the load, by programme and table. */
  setAside: { programme: string; table: string; count: number }[];
  /** What typed SQL may name. */
  sql: Catalog["sql"];
  room: Room;
  /** Exit reasons that are other reasons here. */
  sensitive: readonly string[];
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
  { library, session, extracts }: Desk,
  asked: Scope,
  { view: wanted, params = {} }: ViewRequest,
): Question {
  const view = session.view(wanted);
  const own = (name: "programme" | "cutoff") => (typeof params[name] === "string" ? { [name]: params[name] } : {});
  const { selection: written, ...given } = params;
  const selection = written === undefined ? {} : { selection: written === null ? {} : parseSelection(String(written)) };
  const scope = settleScope({ ...asked, ...own("programme"), ...own("cutoff"), ...selection }, extracts);
  const { name, title, description, chart, sql } = view;
  const columns = columnsAsked(view, params, library.codes);
  return {
    statement: session.viewSql(name, scopeParams(view, scope, given)),
    subject: { kind: "view", name, title, description, columns, chart, definition: { version: 1, hash: hashOf(sql) } },
    scope,
  };
}

/** An indicator's request with everything settled, and what can be made of it. */
export interface AskedIndicator extends SettledIndicator {
  /** The question without groups, whose numbers the sentence tells. */
  whole: IndicatorQuestion;
  compile(question: IndicatorQuestion): CompiledIndicator;
  /** What the figure says about itself, with these numbers of the whole group. */
  subject(columns: ColumnMeta[], totals: Totals | undefined): Subject;
}

export function settle({ library, extracts }: Desk, asked: Scope, request: IndicatorRequest): AskedIndicator {
  const settled = settleIndicator({ library, extracts }, asked, request);
  const { definition, programme, question } = settled;
  const others = new Map(library.indicators.map((each) => [each.indicator, each]));
  const titles = Object.fromEntries(library.indicators.map(({ indicator, title }) => [indicator, title]));
  const scales = new Map(library.scales.map((each) => [each.scale, each]));
  return {
    ...settled,
    whole: { ...question, by: [], margins: false, comparison: undefined },
    compile: (each) => compileIndicator(definition, programme, each, others, scales),
    subject: (columns, totals = noTotals) => ({
      kind: "indicator",
      name: definition.indicator,
      title: definition.title,
      sentence: sentence(definition, question, totals, library.codes, titles),
      columns,
      definition: { version: definition.version, hash: hashOf(JSON.stringify(definition)) },
      counted: { denominator: question.denominator, survey: surveyOf(definition) ?? null },
      ...(question.comparison && {
        cautions: unlikeExtracts(extracts.filter((each) => each.programme === programme.programme)),
      }),
    }),
  };
}

/** The sentence tells the whole group's numbers, so a grouped question has a second one beside it. */
export async function askIndicator(
  desk: Desk,
  asked: Scope,
  request: IndicatorRequest,
  signal?: AbortSignal,
): Promise<Question> {
  const { question, whole, scope, compile, subject } = settle(desk, asked, request);
  const compiled = compile(whole);
  const [totals] = rowsOf(await desk.kept.answer(compiled, rowLimit(), signal));
  const { sql, params, columns } = question.by.length === 0 ? compiled : compile(question);
  return { statement: { sql, params }, subject: subject(columns, totals as unknown as Totals), scope };
}

const noTotals: Totals = { n: 0, k: 0, unknown: 0, estimate: null };

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
