import { createHash } from "node:crypto";
import type { FigureRequest, FiguresRequest, TableMeta } from "../contract.ts";
import type { DisclosurePolicy } from "../disclosure/policy.ts";
import type { EarlierSet, Reason, TogetherResult, TracedFigure } from "../disclosure/traced.ts";
import { toFault } from "../refusal.ts";
import { encodeFault } from "./arrow.ts";
import { type Answer, rowsOf } from "./database.ts";
import { aboutFigure } from "./figures.ts";
import type { Ledger } from "./ledger.ts";
import type { Protection } from "./protection.ts";
import type { Desk } from "./question.ts";
import { encodeShown } from "./shown-figure.ts";
import { causesOf, earlierOf, type FigureCauses } from "./steering-because.ts";
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
  protection: Protection;
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
  const { hidden, causes } = await protectAll(whole, rules, {
    what: JSON.stringify({ scope, figures }),
    place: (each) => computed.indexOf(each),
  });
  return computed.map((each, at) => {
    if (each instanceof Uint8Array) return each;
    const { figure } = each.traced;
    if (figure && !hidden.has(figure)) return encodeFault(faultMeta(desk, figures[at]!, revealingRows()));
    return encode(desk, rules, figures[at]!, each, { hidden, causes });
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
  const { measure, means, columns, statement, marks: asked, same } = counted;
  const [answer, parted] = await Promise.all([
    desk.kept.answer(statement, MOST_ROWS, signal),
    desk.marks.get(asked, signal),
  ]);
  const rows = rowsOf(answer);
  const marks = traceRows(rows, asked.keys, asked.counts, parted);
  if (!marks) throw untraceable();
  for (const [column, other] of Object.entries(same)) if (marks[other]) marks[column] = marks[other];
  return { measure, ...(means && { means }), columns, rows, marks };
}

interface Protected {
  /** By figure and row. What may not be answered at all is left out. */
  hidden: Map<TracedFigure, readonly Readonly<Record<string, Reason>>[]>;
  /** Of what is hidden because of earlier figures; only where it is looked at. */
  causes: Map<TracedFigure, FigureCauses>;
}

interface Asked {
  /** Figures and scope as they were asked for. */
  what: string;
  /** Which of the figures it is. */
  place(computed: Computed): number;
}

/** How long a page waits to be told which earlier figures cells are hidden because of. */
const EXPLAIN_MS = 4000;

/** Programmes have nobody in common, so each is decided by itself. */
async function protectAll(computed: Computed[], rules: SteeringRules, { what, place }: Asked): Promise<Protected> {
  const decisions: Protected = { hidden: new Map(), causes: new Map() };
  const programmes = new Set(computed.map(({ question }) => question.scope.programme ?? ""));
  for (const programme of [...programmes].sort()) {
    const beside = computed
      .filter(({ question }) => (question.scope.programme ?? "") === programme)
      .flatMap((each) =>
        [each.traced.figure, each.traced.whole].flatMap((figure) =>
          figure ? [{ figure, question: each.question, place: place(each) }] : [],
        ),
      );
    if (beside.length === 0) continue;
    const figures = beside.map(({ figure }) => figure);
    const key = createHash("sha256")
      .update(JSON.stringify([programme, figures]))
      .digest("hex");
    const explainMs = rules.purpose === "look" ? EXPLAIN_MS : 0;
    const protect = async (earlier: EarlierSet[]) =>
      rules.decided?.get(key) ?? rules.protection.decide({ figures, earlier, policy: rules.policy, explainMs });
    const decided =
      rules.purpose === "look"
        ? await protect(await rules.ledger.earlier(programme))
        : await rules.ledger.decide(programme, protect, (result) => ({
            what,
            ...cells(figures, result),
            sets: result.sets.map((set) => inFigure(set, beside)),
          }));
    rules.decided?.set(key, decided);
    for (const [at, figure] of figures.entries()) {
      if (decided.revealing.includes(at)) continue;
      decisions.hidden.set(figure, decided.hidden[at]!);
      if (decided.because) decisions.causes.set(figure, { rows: decided.because[at]!, beside });
    }
  }
  return decisions;
}

/** A set with its place among the figures asked for, of which those without persons were not decided. */
function inFigure({ figure, ...set }: EarlierSet, beside: readonly { place: number }[]): EarlierSet {
  return figure === undefined ? set : { ...set, figure: beside[figure]!.place };
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
  { glyph, purpose, ledger }: SteeringRules,
  { window }: FigureRequest,
  { question, answer, rows, traced: { figure, whole }, open }: Computed,
  { hidden, causes }: Protected,
): Uint8Array {
  const ofFigure = figure ? alongside(rows, question, figure, hidden.get(figure)!) : rows.map(() => ({}));
  const ofWhole = whole && (hidden.get(whole)?.[0] ?? allHidden(whole));
  const isWholeHidden = ofWhole !== undefined && Object.keys(ofWhole).length > 0;
  const masked = maskRows(rows, ofFigure, question, isWholeHidden);
  const subject = question.subject(whole ? steeringTotals(whole.rows[0], ofWhole) : steeringTotals(open));
  const cause = figure && causes.get(figure);
  return encodeShown(desk, {
    question,
    answer,
    subject,
    rows: masked,
    glyph,
    window,
    tellsWhy: purpose === "look",
    ...(cause && {
      earlier: (rows) =>
        earlierOf(
          { ledger, library: desk.library },
          cause,
          causesOf(cause, figure, question.counted!.marks.keys, rows),
        ),
    }),
  });
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
