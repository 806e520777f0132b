import type { ChangedCounts, FigureRequest, FiguresRequest } from "../contract.ts";
import { perturb } from "../disclosure/cell-key.ts";
import type { DisclosurePolicy } from "../disclosure/policy.ts";
import { roundToBase } from "../disclosure/rounding.ts";
import type { TracedFigure } from "../disclosure/traced.ts";
import { encodeFault } from "./arrow.ts";
import { keysOfMarks } from "./cell-keys.ts";
import { type ChangeCount, type ChangedFigure, changeRows } from "./changed-rows.ts";
import { CHANGED, unchanged } from "./changed-words.ts";
import type { Desk } from "./question.ts";
import type { Totals } from "./sentence-kinds.ts";
import { encodeShown } from "./shown-figure.ts";
import { type Computed, compute, faultMeta } from "./steering-figures.ts";
import { untraceable } from "./steering-marks.ts";
import type { Row } from "./steering-mask.ts";
import { steeringTotals } from "./steering-totals.ts";

export interface ChangingRules {
  form: ChangedCounts["form"];
  policy: DisclosurePolicy;
  glyph: string;
  /** What noise is drawn with; asked for only where there is noise. */
  secret(): Promise<string>;
}

/**
 * All figures of a request with their counts rounded or with noise, for a file. What may be asked is what may be asked in the
 * steering room, on its desk; but each figure stands by itself: no cell is hidden, and the ledger is neither read nor written.
 */
export async function answerChanged(
  desk: Desk,
  rules: ChangingRules,
  { scope, figures }: FiguresRequest,
  signal?: AbortSignal,
): Promise<Uint8Array[]> {
  const change = await changeOf(rules);
  return Promise.all(
    figures.map(async (request) => {
      try {
        return encode(desk, rules, request, await compute(desk, scope, request, signal), change);
      } catch (error) {
        if (signal?.aborted) throw error;
        return encodeFault(faultMeta(desk, request, error));
      }
    }),
  );
}

async function changeOf({ form, secret }: ChangingRules): Promise<ChangeCount> {
  if (form === "round") return (count) => roundToBase(count);
  const keyOf = keysOfMarks(await secret());
  return (count, mark) => perturb(count, keyOf(mark));
}

function encode(
  desk: Desk,
  { form, policy, glyph }: ChangingRules,
  request: FigureRequest,
  { question, answer, rows, traced, open }: Computed,
  change: ChangeCount,
): Uint8Array {
  const { figure, whole } = traced;
  const shown = figure
    ? changeRows(figureOf(desk, request, { columns: question.columns, rows, traced: figure }), change, policy)
    : rows.map((row) => ({ row, hidden: {} }));
  return encodeShown(desk, {
    question,
    answer,
    subject: question.subject(whole ? changedTotals(whole, change, policy) : steeringTotals(open)),
    rows: shown,
    glyph,
    window: request.window,
    tellsWhy: false,
    changed: figure ? CHANGED[form] : unchanged(form),
  });
}

type Seen = Pick<ChangedFigure, "columns" | "rows" | "traced">;

/** What is traced may be other columns of the same groups, in another order. */
function figureOf(desk: Desk, request: FigureRequest, { columns, rows, traced }: Seen): ChangedFigure {
  const keys = traced.columns.filter(({ role }) => role === "by" || role === "time").map(({ name }) => name);
  const keyOf = (row: Row) => JSON.stringify(keys.map((name) => row[name] ?? null));
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const ordered = traced.rows.map((row) => {
    const found = byKey.get(keyOf(row));
    if (!found) throw untraceable();
    return found;
  });
  const view = "view" in request ? desk.session.view(request.view) : undefined;
  const isOwn = view?.origin === "workspace";
  // A column that repeats what was asked. One with a role may be computed where nothing was asked.
  const repeated = columns
    .filter(({ name, role }) => role === undefined && view?.params.some((param) => param.name === name))
    .map(({ name }) => name);
  return {
    columns,
    rows: ordered,
    traced,
    saidAnyhow: new Set(isOwn ? [] : ["margin", "target", "comparator", ...repeated]),
    isOwn,
  };
}

/** The numbers that a sentence tells, with NaN for what is left out: a sentence writes that as hidden. */
function changedTotals(
  { columns, rows, marks }: TracedFigure,
  change: ChangeCount,
  { smallestBase }: DisclosurePolicy,
): Totals | undefined {
  const [row] = rows;
  if (!row) return undefined;
  const changed = (name: string) => {
    const mark = marks[name]?.[0];
    return mark ? change(Number(row[name] ?? 0), mark) : Number.NaN;
  };
  const [n, k] = [changed("n"), changed("k")];
  const isShare = columns.some(({ name, role }) => name === "estimate" && role === "share");
  const share = n >= smallestBase && k <= n ? k / n : Number.NaN;
  return { n, k, unknown: changed("unknown"), estimate: isShare ? share : changed("estimate") };
}
