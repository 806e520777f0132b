import type { ColumnMeta, FigureRequest, IndicatorRequest, Scope, Selection, Value, ViewRequest } from "../contract.ts";
import type { TracedColumn, TracedFigure } from "../disclosure/traced.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { askView, type Desk, type Question, type Subject, settle } from "./question.ts";
import type { Totals } from "./sentence-kinds.ts";
import type { MarkQuestion } from "./steering-marks.ts";
import { checkCutoff, checkIndicator, checkView } from "./steering-rules.ts";
import { partKey } from "./tracing.ts";
import type { Statement } from "./windowed.ts";

/** Counts of persons that are to be protected, with the way to trace whom they count. */
export interface Counted {
  /** What its means measure. */
  measure: string;
  means?: TracedFigure["means"];
  columns: TracedColumn[];
  statement: Statement;
  marks: MarkQuestion;
  /** Columns whose marks are those of another. */
  same: Readonly<Record<string, string>>;
}

/** A request of the steering room with everything settled. */
export interface SteeringQuestion {
  statement: Statement;
  columns: ColumnMeta[];
  scope: Question["scope"];
  /** Undefined for what counts no persons. */
  counted?: Counted;
  /** The same without groups, where a sentence tells its numbers. */
  whole?: Counted;
  /** The whole of what counts no persons, for its sentence. */
  open?: Statement;
  /** Columns that are hidden wherever anything of the figure is, since they come from all its rows. */
  fromAllRows: readonly string[];
  /** Columns that are hidden always. */
  never: readonly string[];
  /** Rows of which all is hidden are left out, because what they are called may be of persons too. */
  leavesOut: boolean;
  subject(totals: Totals | undefined): Subject;
}

/** Throws a Refusal for what has no place in the steering room. */
export function askSteering(desk: Desk, scope: Scope, request: FigureRequest): SteeringQuestion {
  return "view" in request ? askSteeringView(desk, scope, request) : askSteeringIndicator(desk, scope, request);
}

function askSteeringView(desk: Desk, asked: Scope, request: ViewRequest): SteeringQuestion {
  const view = desk.session.view(request.view);
  checkView(view);
  const { statement, subject, scope } = askView(desk, asked, request);
  checkCutoff(scope, desk);
  const isOwn = view.origin === "workspace";
  const withoutRole = view.columns.filter(({ role }) => role === undefined).map(({ name }) => name);
  const common = { statement, columns: view.columns, scope, fromAllRows: [], leavesOut: isOwn, subject: () => subject };
  if (view.about === "organisation") return { ...common, never: [] };
  return {
    ...common,
    never: isOwn ? withoutRole : [],
    counted: {
      measure: JSON.stringify([view.name, ownParams(view.columns, statement.params)]),
      ...(view.means && { means: { of: view.means, columns: view.means } }),
      columns: view.columns,
      statement,
      marks: {
        statement: desk.session.viewSql(view.name, { ...statement.params, selection: "" }),
        selection: scope.selection,
        ...tracedColumns(view.columns),
      },
      same: {},
    },
  };
}

/** What a view's means are of, apart from whom: a parameter that chooses among rows changes nothing in them. */
function ownParams(columns: readonly ColumnMeta[], params: Readonly<Record<string, Value>>): Record<string, Value> {
  const rows = columns.flatMap(({ name, measure }) => (measure ? [name] : []));
  const others = new Set(["programme", "cutoff", "selection", "by", ...rows]);
  return Object.fromEntries(Object.entries(params).filter(([name]) => !others.has(name)));
}

function askSteeringIndicator(desk: Desk, asked: Scope, request: IndicatorRequest): SteeringQuestion {
  const { definition, question, whole, scope, compile, subject } = settle(desk, asked, request);
  checkIndicator(definition, request, desk);
  checkCutoff(scope, desk, definition);
  const { sql, params, columns } = compile(question);
  const estimates = compile({ ...question, comparison: undefined }).columns.map(({ name }) => name);
  const common = {
    statement: { sql, params },
    columns,
    scope,
    never: untraced,
    leavesOut: false,
    subject: (totals: Totals | undefined) => subject(columns, totals),
  };
  if (definition.kind === "milestone" || definition.count === "contacts") {
    return { ...common, fromAllRows: [], open: compile(whole) };
  }
  const counted = (each: typeof question): Counted => {
    const plain = { ...each, comparison: undefined, persons: definition.count === "hours" };
    const { sql, params, columns } = compile(plain);
    const own = columns.map((column) => asTraced(column, definition));
    const parted = compile({ ...plain, selection: { ...plain.selection, ...anyPart } });
    return {
      measure: definition.indicator,
      ...meansOf(definition),
      columns: own,
      statement: { sql, params },
      marks: {
        statement: { sql: parted.sql, params: parted.params },
        selection: scope.selection,
        ...tracedColumns(own.filter(({ name }) => name !== "estimate")),
      },
      same: { estimate: "k" },
    };
  };
  return {
    ...common,
    fromAllRows: columns.map(({ name }) => name).filter((name) => !estimates.includes(name)),
    counted: counted(question),
    whole: counted(whole),
  };
}

// What a comparison tells of how questionnaires were answered counts groups that nobody has asked for and no mark follows.
const untraced = ["modes", "modes_unlike"];

// Makes the compiler pass a selection on; the marks put the part in its place.
const anyPart: Selection = { [partKey]: [] };

// What follows from k and n alone, unless the unknown are counted both ways.
const OF_SHARE = ["lower", "upper", "attained", "low_precision", "targets"];

/** What an indicator's column is to the protection: a mean's numerator is no count, and hours are an amount. */
function asTraced(column: ColumnMeta, { kind, count, unknown }: IndicatorDefinition): TracedColumn {
  const { name, role } = column;
  if ((kind === "mean" || kind === "change") && name === "k") return { name };
  const ofHours = count === "hours" && ["n", "k", "unknown", "estimate"].includes(name);
  const follows = kind === "share" && unknown !== "bounds" && OF_SHARE.includes(name);
  const of = follows ? { count: "k", base: "n" } : column.of;
  return { name, ...(role && { role }), ...(of && { of }), ...(ofHours && { amount: true }) };
}

/** The same as what views of scores say of theirs. */
function meansOf({ score, change }: IndicatorDefinition): Pick<Counted, "means"> {
  const of = score ?? change;
  return of ? { means: { of: ["scale", "subscale", of.scale, of.subscale], columns: [] } } : {};
}

function tracedColumns(columns: readonly TracedColumn[]): { keys: string[]; counts: string[] } {
  const named = (...roles: (string | undefined)[]) =>
    columns.filter(({ role, amount }) => roles.includes(role) && !amount).map(({ name }) => name);
  return { keys: named("by", "time"), counts: named("base", "count") };
}
