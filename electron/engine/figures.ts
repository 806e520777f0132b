import type { ColumnMeta, FigureRequest, Scope, TableMeta, TableWindow } from "../contract.ts";
import { toFault } from "../refusal.ts";
import { encodeFault, encodeTable } from "./arrow.ts";
import { withLiterals } from "./literal.ts";
import { askIndicator, askView, type Desk, type Question, type Subject } from "./question.ts";
import type { SettledScope } from "./scope.ts";
import { tablesRead } from "./tables-read.ts";
import { rowLimit, type Statement, windowed } from "./windowed.ts";

/** A question is bounded; a build is not. */
export const timeLimitMs = 120_000;

/** One figure as a Table. A figure that cannot be computed says so in its Table, so that the page's others are shown. */
export async function answerFigure(
  desk: Desk,
  scope: Scope,
  request: FigureRequest,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  try {
    const question =
      "view" in request ? askView(desk, scope, request) : await askIndicator(desk, scope, request, signal);
    return await answer(desk, question, request.window, signal);
  } catch (error) {
    if (signal?.aborted) throw error;
    const [kind, name] =
      "view" in request ? (["view", request.view] as const) : (["indicator", request.indicator] as const);
    const subject = { kind, name, title: { sv: name, en: name }, columns: [] };
    return encodeFault({
      ...aboutFigure(desk, { statement: nothing, subject, scope: anyScope }),
      fault: toFault(error),
    });
  }
}

/** The rows of a statement that somebody typed and the guard let through. */
export function answerSql(desk: Desk, sql: string, window?: TableWindow, signal?: AbortSignal): Promise<Uint8Array> {
  const subject: Subject = { kind: "sql", name: "sql", title: { sv: "SQL-fråga", en: "SQL query" }, columns: [] };
  return answer(desk, { statement: { sql, params: {} }, subject, scope: anyScope }, window, signal);
}

const nothing: Statement = { sql: "", params: {} };
const anyScope: SettledScope = { programme: null, cutoff: null, selection: {} };

async function answer(desk: Desk, question: Question, window?: TableWindow, signal?: AbortSignal): Promise<Uint8Array> {
  const start = performance.now();
  const encode = async (statement: Statement, rows?: number) => {
    const answered = await desk.kept.answer(statement, rowLimit(window), signal);
    return encodeTable(answered, {
      ...aboutFigure(desk, question),
      columns: answered.columns.map(({ name, type }) => described(name, String(type).toLowerCase(), question.subject)),
      rows: rows ?? answered.rowCount,
      truncated: answered.truncated,
      milliseconds: performance.now() - start,
    });
  };
  if (!window) return encode(question.statement);
  const whole = await sorted(desk, question, window);
  return desk.kept.read(whole, ({ table, rows }) => encode(part(table, window), rows), signal);
}

async function sorted({ session }: Desk, { statement, subject }: Question, window: TableWindow): Promise<Statement> {
  const columns =
    subject.columns.length > 0 ? subject.columns : await session.database.describe(statement.sql, statement.params);
  const names = columns.map(({ name }) => name);
  return windowed(statement, names, window);
}

function part(table: string, window: TableWindow): Statement {
  return {
    sql: `select * from ${table} limit ${rowLimit(window)} offset ${Math.trunc(window.offset ?? 0)}`,
    params: {},
  };
}

function described(name: string, type: string, { columns }: Subject): ColumnMeta {
  return { ...(columns.find((column) => column.name === name) ?? { name, label: { sv: name, en: name } }), type };
}

/** What a figure says about itself, apart from its rows. */
export function aboutFigure(desk: Desk, { statement, subject, scope }: Question): TableMeta {
  const tables = tablesRead(statement.sql, desk.library);
  const concerned = (programme: string) => scope.programme === null || programme === scope.programme;
  return {
    ...subject,
    sql: withLiterals(statement.sql, statement.params),
    params: statement.params,
    programme: scope.programme,
    cutoff: scope.cutoff,
    selection: scope.selection,
    extracts: desk.extracts.filter(({ programme }) => concerned(programme)),
    rows: 0,
    truncated: false,
    milliseconds: 0,
    room: desk.room,
    set_aside: desk.setAside
      .filter(({ programme, table }) => concerned(programme) && tables.includes(table))
      .map(({ table, count }) => ({ table, count })),
    product: desk.product,
    database: desk.session.database.version,
  };
}
