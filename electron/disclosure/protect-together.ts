import { becauseOfEarlier } from "./because-of-earlier.ts";
import type { Decision, MeansDecision } from "./decision.ts";
import { addFigures } from "./figure-sets.ts";
import { createKnownSets, type Known } from "./known-sets.ts";
import { commonParts, uniteMarks } from "./marks.ts";
import { createPatience, type Patience } from "./patience.ts";
import { type PersonSet, unaskedSet } from "./person-set.ts";
import type { DisclosurePolicy } from "./policy.ts";
import type { State } from "./protect.ts";
import { protectSets } from "./protect-sets.ts";
import { reasons, reasonsOf } from "./reasons.ts";
import { revealingFigures, withRevealing } from "./revealing.ts";
import { type Remainder, smallRemainders } from "./small-remainders.ts";
import type { Solver } from "./solver.ts";
import type { EarlierSet, Mark, TogetherResult, TracedFigure } from "./traced.ts";

/** Figures that are asked for together, and what they are decided with. */
export interface TogetherQuestion {
  figures: readonly TracedFigure[];
  earlier: readonly EarlierSet[];
  policy: DisclosurePolicy;
  /** How much is done to prove what may be shown, as `Patience` counts it; what is not proven then is hidden. */
  work?: number;
  /** How long to look for the earlier answers because of which cells are hidden; at 0 what is hidden because of them is not told apart. */
  explainMs?: number;
}

/**
 * Protects figures together with all that was shown before. No hidden count can be told exactly, and none that is too small
 * within less than the smallest count that is shown, whatever the figures mean: for each there are other counts that
 * agree with everything. Figures of one call, and what came before, are of one programme; those of
 * another have nobody in common with them.
 */
export function protectTogether(solver: Solver, question: TogetherQuestion): TogetherResult {
  return protectWithin(solver, question, createPatience(question.work));
}

function protectWithin(
  solver: Solver,
  { figures, earlier, policy, explainMs }: TogetherQuestion,
  patience: Patience,
): TogetherResult {
  const marks = [
    ...figures.flatMap((figure) => Object.values(figure.marks).flat()),
    ...earlier.map(({ mark }) => mark),
  ];
  const parts = commonParts(marks);
  const decision = decide(solver, { figures, earlier, policy, parts, patience });
  const revealing = revealingFigures(decision);
  if (revealing.length > 0) {
    const rest = [...figures.keys()].filter((figure) => !revealing.includes(figure));
    const left = rest.map((figure) => figures[figure]!);
    const question = { figures: left, earlier, policy, ...(explainMs !== undefined && { explainMs }) };
    const others = protectWithin(solver, question, patience);
    return withRevealing(figures, { revealing, rest }, others);
  }
  const isAllShown = [
    ...decision.counts.states,
    ...[...decision.means.values()].flatMap(({ asked }) => [...asked.values()]),
  ].every((state) => state === "shown");
  const alone =
    earlier.length === 0 || isAllShown || explainMs === 0
      ? undefined
      : decide(solver, { figures, earlier: [], policy, parts, patience });
  const whys = reasons(figures, decision, alone);
  const because =
    explainMs && alone && becauseOfEarlier(solver, { figures, whys, decision, earlier, parts, policy, explainMs });
  return {
    hidden: whys.map((rows) => rows.map(reasonsOf)),
    revealing,
    sets: toRemember(decision),
    ...(because && { because }),
  };
}

function decide(
  solver: Solver,
  { figures, earlier, policy, parts, patience }: TogetherQuestion & { parts: number; patience: Patience },
): Decision {
  const known = createKnownSets(parts, earlier);
  const rows = addFigures(known, figures, policy);
  const usable = known.list.filter(({ earlier, asked, primary }) => earlier === "shown" || (asked && !primary));
  const numbers = new Map(known.list.map((set, number) => [set, number]));
  const remainders = newRemainders(usable, policy.smallestCount);
  const add = (mark: Mark, primary: boolean): number => known.add(mark, { primary })!;
  const remainderSums = sumsOf(remainders, usable, (at) => numbers.get(usable[at]!)!, add);
  const forced = rows.flat().flatMap(({ sets, uniform }) => [...uniform].flatMap((column) => sets[column] ?? []));
  const sets = known.list;
  const { revealed, ...counts } = protectSets(solver, sets.map(toPersonSet), {
    width: policy.smallestCount,
    patience,
    forced,
    sums: remainderSums,
  });
  const means: Decision["means"] = new Map();
  for (const measure of new Set(rows.flat().flatMap(({ measure }) => measure ?? []))) {
    means.set(measure, decideMeans(solver, { sets, rows, counts: counts.states, measure, policy, patience }));
  }
  return { sets, rows, counts, means, revealed };
}

/** A mean is told with its base, so means are to sums of values what counts are to persons. */
function decideMeans(
  solver: Solver,
  {
    sets,
    rows,
    counts,
    measure,
    policy,
    patience,
  }: Pick<Decision, "sets" | "rows"> & {
    counts: readonly State[];
    measure: string;
    policy: DisclosurePolicy;
    patience: Patience;
  },
): MeansDecision {
  const asked = new Set(
    rows
      .flat()
      .filter((row) => row.measure === measure)
      .flatMap(({ meansOf, sets }) => meansOf.flatMap((column) => sets[column] ?? [])),
  );
  const own = sets.flatMap((set, number) => (asked.has(number) || set.means.has(measure) ? [number] : []));
  const bases = own.map((number): PersonSet => {
    const set = sets[number]!;
    const before = set.means.get(measure);
    return {
      ...toPersonSet(set),
      asked: asked.has(number),
      earlier: before === undefined ? undefined : before ? "shown" : "hidden",
      primary: set.count < policy.smallestMean,
    };
  });
  const usable = bases.flatMap(({ earlier, primary }, at) =>
    earlier === "shown" || (earlier === undefined && !primary && counts[own[at]!] === "shown") ? [at] : [],
  );
  const places = usable.map((at) => sets[own[at]!]!);
  const all = [...bases];
  const remainders = newRemainders(places, policy.smallestMean);
  const sums = sumsOf(
    remainders,
    places,
    (at) => usable[at]!,
    (mark, primary) => all.push(unaskedSet(mark, primary)) - 1,
  );
  const forced = own.flatMap((number, at) => (counts[number] === "shown" ? [] : [at]));
  const decided = protectSets(solver, all, { width: policy.smallestCount, patience, forced, sums });
  const states = own.flatMap((number, at): [number, State][] => {
    const state = decided.states[at]!;
    const isPrimary = state === "secondary" && counts[number] === "primary";
    return asked.has(number) ? [[number, isPrimary ? "primary" : state]] : [];
  });
  return { ...decided, numbers: own, asked: new Map(states) };
}

/** What remainders are, as sums: the union of those that have more is that of those that have less and the remainder. */
function sumsOf(
  remainders: readonly Remainder[],
  sets: readonly { mark: Mark }[],
  number: (place: number) => number,
  add: (mark: Mark, primary: boolean) => number,
): Int32Array[] {
  return remainders.flatMap(({ mark, times, more, less }) => {
    const left = add(mark, true);
    const parts = [...less.map(number), ...Array.from({ length: times }, () => left)];
    if (more.length === 1) return [Int32Array.from([number(more[0]!), ...parts])];
    const all = add(uniteMarks(more.map((at) => sets[at]!.mark)), false);
    return [Int32Array.from([all, ...more.map(number)]), Int32Array.from([all, ...parts])];
  });
}

function toPersonSet({ mark, count, asked, earlier, primary, present, groups, rank }: Known): PersonSet {
  return { mark, count, asked, earlier, primary, least: present ? 1 : 0, groups: [...groups], rank };
}

/** Small sets that follow from what is shown now, or from that and what was; those that were told before cannot be helped. */
function newRemainders(sets: readonly Known[], limit: number): Remainder[] {
  const all = smallRemainders(
    sets.map(({ mark, count, groups }) => ({ mark, count, groups: [...groups] })),
    limit,
  );
  return all.filter(({ more, less }) => [...more, ...less].some((at) => sets[at]!.earlier !== "shown"));
}

/** What is asked for, and what must not follow from it later either. */
function toRemember({ sets, counts, means }: Decision): EarlierSet[] {
  return sets.flatMap((set, number) => {
    const { given, count, asked, earlier, primary, present, groups, rank } = set;
    if (!asked && (earlier !== undefined || !(primary || groups.size > 0))) return [];
    const ofMeans = [...means].flatMap(([measure, states]) => {
      const state = states.asked.get(number);
      return state ? [[measure, state === "shown"] as const] : [];
    });
    return {
      mark: given,
      count,
      shown: asked && counts.states[number] === "shown",
      ...(asked ? { figure: rank } : { unasked: true }),
      ...(primary ? { primary } : {}),
      ...(present ? { present } : {}),
      ...(groups.size > 0 ? { groups: [...groups] } : {}),
      ...(ofMeans.length > 0 ? { means: Object.fromEntries(ofMeans) } : {}),
    };
  });
}
