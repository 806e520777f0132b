import type { Caution, FigureChange, FigureSide, Json, Policy } from "../contract.ts";
import { rowsOf } from "./database.ts";
import { aboutFigure } from "./figures.ts";
import type { Library } from "./library.ts";
import { askIndicator, type Desk } from "./question.ts";
import { unlikeFigures } from "./unlike-figures.ts";
import { rowLimit } from "./windowed.ts";

interface Measured extends Omit<FigureSide, "attained"> {
  targets: (NonNullable<FigureChange["target"]> & { attained: string | null })[];
  meta: ReturnType<typeof aboutFigure>;
}

/** The programme's indicators and their targets at two deliveries. */
export async function diffFigures(
  { before, after }: { before: Desk; after: Desk },
  policy: Policy,
  signal?: AbortSignal,
): Promise<{ figures: FigureChange[]; cautions: Caution[] }> {
  const [programme] = after.extracts.map((extract) => extract.programme);
  const days = [before, after].map((desk) => desk.extracts[0]?.as_of ?? null) as [string | null, string | null];
  const common = days.reduce((a, b) => (a !== null && b !== null && b < a ? b : a));
  const names = indicatorsOf(after.library, programme);
  const figures: FigureChange[] = [];
  const cautions = new Map<string, Caution>();
  for (const name of names) {
    const ask = (desk: Desk, cutoff: string | null, draft?: Json) =>
      measure(desk, { programme, cutoff, name, draft }, policy, signal);
    const earlier = after.library.earlier.get(name)?.at(-1);
    const [own, then, now, previous] = await Promise.all([
      ask(before, days[0]),
      ask(before, common),
      ask(after, common),
      earlier && ask(after, days[1], earlier.definition),
    ]);
    const last = await ask(after, days[1]);
    const pairs: [FigureChange["comparison"], Measured | undefined, Measured | undefined][] = [
      ["own_day", own, last],
      ["common_day", then, now],
      ...(previous
        ? [["definition", previous, last] as [FigureChange["comparison"], Measured, Measured | undefined]]
        : []),
    ];
    for (const [comparison, a, b] of pairs) {
      if (a === undefined || b === undefined) continue;
      const unlike = unlikeFigures(a, b, after.library.codes).filter(
        ({ code }) => !intended[comparison].includes(code),
      );
      for (const caution of unlike) cautions.set(caution.message.sv, caution);
      figures.push(
        ...changes(
          name,
          comparison,
          a,
          b,
          unlike.some(({ blocks }) => blocks),
        ),
      );
    }
  }
  return { figures, cautions: [...cautions.values()] };
}

/** Those that the programme lists, and the workspace's own that none lists. */
function indicatorsOf({ programmes, indicators }: Library, programme: string | undefined): string[] {
  const listed = new Set(programmes.flatMap((each) => each.indicators));
  const own = indicators.filter(({ indicator, origin }) => origin === "workspace" && !listed.has(indicator));
  const named = programmes.find((each) => each.programme === programme)?.indicators ?? [];
  return [...named, ...own.map(({ indicator }) => indicator)];
}

/** What is unlike on purpose: that is what is looked at. */
const intended: Record<FigureChange["comparison"], Caution["code"][]> = {
  own_day: ["as_of", "cutoff", "completeness"],
  common_day: ["as_of", "completeness"],
  definition: ["definition", "denominator"],
};

/** Undefined where the indicator cannot be computed from this delivery: the indicator itself says why. */
async function measure(
  desk: Desk,
  { programme, cutoff, name, draft }: { programme?: string; cutoff: string | null; name: string; draft?: Json },
  policy: Policy,
  signal?: AbortSignal,
): Promise<Measured | undefined> {
  try {
    const scope = { programme, ...(cutoff !== null && { cutoff }) };
    const question = await askIndicator(desk, scope, { indicator: name, draft }, signal);
    const [row = {}] = rowsOf(await desk.kept.answer(question.statement, rowLimit(), signal));
    const meta = aboutFigure(desk, question);
    const [n, k, estimate] = [row.n, row.k, row.estimate].map(numberOf) as [
      number | null,
      number | null,
      number | null,
    ];
    const isMean = question.subject.columns.some(({ name: column, role }) => column === "estimate" && role === "mean");
    const isShare = question.subject.columns.some(
      ({ name: column, role }) => column === "estimate" && role === "share",
    );
    return {
      cutoff: meta.cutoff,
      version: meta.definition?.version ?? null,
      n,
      k: isMean ? null : k,
      estimate,
      hidden: isTooSmall({ n, k, isMean, isShare }, policy),
      targets: JSON.parse(String(row.targets ?? "[]")) ?? [],
      meta,
    };
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
}

function changes(
  indicator: string,
  comparison: FigureChange["comparison"],
  a: Measured,
  b: Measured,
  isUnlike: boolean,
): FigureChange[] {
  const side = ({ cutoff, version, n, k, estimate, hidden }: Measured, attained: string | null): FigureSide => {
    return { cutoff, version, n, k, estimate, attained, hidden };
  };
  const difference = isUnlike || a.estimate === null || b.estimate === null ? null : b.estimate - a.estimate;
  const change = (target: FigureChange["target"], one: string | null, other: string | null): FigureChange => {
    const [before, after] = [side(a, one), side(b, other)];
    return { indicator, comparison, target, before, after, difference, causes: causesOf(comparison, before, after) };
  };
  const keys = new Map([...a.targets, ...b.targets].map((target) => [keyOf(target), target]));
  const attained = (side: Measured, key: string) => side.targets.find((each) => keyOf(each) === key)?.attained ?? null;
  return [
    change(null, null, null),
    ...Array.from(keys, ([key, { value, unit, comparator, scope }]) =>
      change({ value, unit, comparator, scope }, attained(a, key), attained(b, key)),
    ),
  ];
}

function causesOf(
  comparison: FigureChange["comparison"],
  before: FigureSide,
  after: FigureSide,
): FigureChange["causes"][number][] {
  const differs = (["n", "k", "estimate", "attained"] as const).some((name) => before[name] !== after[name]);
  const cause = comparison === "definition" ? "definition" : "data";
  return [...(differs ? ([cause] as const) : []), ...(before.hidden !== after.hidden ? (["policy"] as const) : [])];
}

/** By the primary rule alone, as if nothing else were shown. */
function isTooSmall(
  { n, k, isMean, isShare }: { n: number | null; k: number | null; isMean: boolean; isShare: boolean },
  { smallest_count, smallest_base, smallest_n_mean }: Policy,
): boolean {
  const few = (count: number | null) => count !== null && count > 0 && count < smallest_count;
  if (isMean) return n !== null && n < smallest_n_mean;
  if (!isShare) return few(k);
  return few(k) || few(n) || (n !== null && k !== null && few(n - k)) || (n !== null && n < smallest_base);
}

function keyOf({ value, unit, comparator, scope }: NonNullable<FigureChange["target"]>): string {
  return JSON.stringify([value, unit, comparator, scope]);
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && !Number.isNaN(value) ? value : null;
}
