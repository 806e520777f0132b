import { createHash } from "node:crypto";
import type { FigureRequest, FiguresRequest, TableMeta } from "../contract.ts";
import type { DisclosurePolicy } from "../disclosure/policy.ts";
import { protectTogether } from "../disclosure/protect-together.ts";
import { loadSolver } from "../disclosure/solver.ts";
import type { EarlierSet, Reason, TogetherResult, TracedFigure } from "../disclosure/traced.ts";
import { toFault } from "../refusal.ts";
import { encodeFault } from "./arrow.ts";
import { type Answer, rowsOf } from "./database.ts";
import { aboutFigure } from "./figures.ts";
import type { Ledger } from "./ledger.ts";
import type { Desk } from "./question.ts";
import { encodeShown } from "./shown-figure.ts";
import { untraceable } from "./steering-marks.ts";
import { maskRows, type Row } from "./steering-mask.ts";
import { askSteering, type Counted, type SteeringQuestion } from "./steering-question.ts";
import { revealingRows, tooManyRows } from "./steering-rules.ts";
import { steeringTotals } from "./steering-totals.ts";
import { traceRows } from "./steering-trace.ts";

export interface SteeringRules {
  policy: DisclosurePolicy;
  glyph: string;
  ledger: Ledger;
  /** The steering room remembers what it shows; the evaluator's looks at what it would show, and why. */
  purpose: "show" | "look";
  /** Decisions by what was decided. The same figures again tell nothing new, so they are answered as before. */
  decided?: Map<string, TogetherResult>;
}

/** A figure is protected as a whole; one that has more rows is refused. */
const MOST_ROWS = 20_000;

export interface Computed {
  question: SteeringQuestion;
  answer: Answer;
  rows: Row[];
  /** The figure, and the whole that its sentence tells of; none where nobody is counted. */
  traced: { figure?: TracedFigure; whole?: TracedFigure };
  /** Of the whole of what counts no persons. */
  open?: Row;
}

/** All figures of a request as Tables, protected together and with all that was shown before. */
export async function answerTogether(
  desk: Desk,
  rules: SteeringRules,
  { scope, figures }: FiguresRequest,
  signal?: AbortSignal,
): Promise<Uint8Array[]> {
  const computed = await Promise.all(
    figures.map((request) =>
      compute(desk, scope, request, signal).catch((error: unknown) => {
        if (signal?.aborted) throw error;
        return encodeFault(faultMeta(desk, request, error));
      }),
    ),
  );
  const whole = computed.filter((each) => !(each instanceof Uint8Array)) as Computed[];
  const hidden = await protectAll(whole, rules, JSON.stringify({ scope, figures }));
  return computed.map((each, at) => {
    if (each instanceof Uint8Array) return each;
    const { figure } = each.traced;
    if (figure && !hidden.has(figure)) return encodeFault(faultMeta(desk, figures[at]!, revealingRows()));
    return encode(desk, rules, figures[at]!, each, hidden);
  });
}

export async function compute(
  desk: Desk,
  scope: FiguresRequest["scope"],
  request: FigureRequest,
  signal?: AbortSignal,
): Promise<Computed> {
  const question = askSteering(desk, scope, request);
  const answer = await desk.kept.answer(question.statement, MOST_ROWS, signal);
  if (answer.truncated) throw tooManyRows(request);
  const { counted, whole, open } = question;
  const [openRow] = open ? rowsOf(await desk.kept.answer(open, 1, signal)) : [];
  const [figure, total] = await Promise.all([counted, whole].map((each) => each && trace(desk, each, signal)));
  return { question, answer, rows: rowsOf(answer), traced: { figure, whole: total }, open: openRow };
}

async function trace(desk: Desk, counted: Counted, signal?: AbortSignal): Promise<TracedFigure> {
  const { measure, columns, statement, marks: asked, same } = counted;
  const [answer, parted] = await Promise.all([
    desk.kept.answer(statement, MOST_ROWS, signal),
    desk.marks.get(asked, signal),
  ]);
  const rows = rowsOf(answer);
  const marks = traceRows(rows, asked.keys, asked.counts, parted);
  if (!marks) throw untraceable();
  for (const [column, other] of Object.entries(same)) if (marks[other]) marks[column] = marks[other];
  return { measure, columns, rows, marks };
}

type Hidden = Map<TracedFigure, readonly Readonly<Record<string, Reason>>[]>;

/** Programmes have nobody in common, so each is decided by itself. What may not be answered at all is left out. */
async function protectAll(computed: Computed[], rules: SteeringRules, what: string): Promise<Hidden> {
  const hidden: Hidden = new Map();
  const programmes = new Set(computed.map(({ question }) => question.scope.programme ?? ""));
  const solver = await loadSolver();
  for (const programme of [...programmes].sort()) {
    const figures = computed
      .filter(({ question }) => (question.scope.programme ?? "") === programme)
      .flatMap(({ traced }) => [traced.figure, traced.whole].filter((each) => each !== undefined));
    if (figures.length === 0) continue;
    const key = createHash("sha256")
      .update(JSON.stringify([programme, figures]))
      .digest("hex");
    const protect = (earlier: EarlierSet[]) =>
      rules.decided?.get(key) ?? protectTogether(solver, { figures, earlier, policy: rules.policy });
    const decided =
      rules.purpose === "look"
        ? protect(await rules.ledger.earlier(programme))
        : await rules.ledger.decide(programme, protect, (result) => ({
            what,
            ...cells(figures, result),
            sets: result.sets,
          }));
    rules.decided?.set(key, decided);
    for (const [at, figure] of figures.entries()) {
      if (!decided.revealing.includes(at)) hidden.set(figure, decided.hidden[at]!);
    }
  }
  return hidden;
}

function cells(figures: TracedFigure[], { hidden }: TogetherResult): { shown: number; hidden: number } {
  const all = figures.reduce((sum, { rows, marks }) => sum + rows.length * Object.keys(marks).length, 0);
  const away = figures.map(({ marks }, at) =>
    hidden[at]!.reduce((sum, row) => sum + Object.keys(row).filter((name) => name in marks).length, 0),
  );
  const hiddenCells = away.reduce((sum, each) => sum + each, 0);
  return { shown: all - hiddenCells, hidden: hiddenCells };
}

/** Of a whole whose being there may not be told. */
function allHidden({ columns }: TracedFigure): Record<string, Reason> {
  return Object.fromEntries(columns.map(({ name }) => [name, "undecided" as const]));
}

function encode(
  desk: Desk,
  { glyph, purpose }: SteeringRules,
  { window }: FigureRequest,
  { question, answer, rows, traced: { figure, whole }, open }: Computed,
  hidden: Hidden,
): Uint8Array {
  const ofFigure = figure ? alongside(rows, question, figure, hidden.get(figure)!) : rows.map(() => ({}));
  const ofWhole = whole && (hidden.get(whole)?.[0] ?? allHidden(whole));
  const masked = maskRows(rows, ofFigure, question, ofWhole !== undefined && Object.keys(ofWhole).length > 0);
  const subject = question.subject(whole ? steeringTotals(whole.rows[0], ofWhole) : steeringTotals(open));
  return encodeShown(desk, { question, answer, subject, rows: masked, glyph, window, tellsWhy: purpose === "look" });
}

/** What is hidden of each row. What was traced may be other columns of the same groups, in another order. */
function alongside(
  rows: readonly Row[],
  { counted }: SteeringQuestion,
  figure: TracedFigure,
  hidden: readonly Readonly<Record<string, Reason>>[],
): Readonly<Record<string, Reason>>[] {
  const key = (row: Row) => JSON.stringify(counted?.marks.keys.map((name) => row[name] ?? null));
  const byKey = new Map(figure.rows.map((row, at) => [key(row), hidden[at]]));
  return rows.map((row) => {
    const found = byKey.get(key(row));
    if (!found) throw untraceable();
    return found;
  });
}

export function faultMeta(desk: Desk, request: FigureRequest, error: unknown): TableMeta {
  const { code, message } = toFault(error);
  const [kind, name] =
    "view" in request ? (["view", request.view] as const) : (["indicator", request.indicator] as const);
  const subject = { kind, name, title: { sv: name, en: name }, columns: [] };
  const nothing = { sql: "", params: {} };
  const scope = { programme: null, cutoff: null, selection: {} };
  return { ...aboutFigure(desk, { statement: nothing, subject, scope }), fault: { code, message } };
}
