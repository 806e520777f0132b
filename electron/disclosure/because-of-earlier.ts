import type { DecidedSets, Decision } from "./decision.ts";
import { foldMark, keyOfMark } from "./marks.ts";
import type { DisclosurePolicy } from "./policy.ts";
import type { Why } from "./reasons.ts";
import type { Solver } from "./solver.ts";
import { nameSets } from "./told-names.ts";
import type { Because, EarlierSet, Told, TracedFigure } from "./traced.ts";
import { type Unmasked, unmask } from "./unmask.ts";

interface Hidden {
  figures: readonly TracedFigure[];
  whys: readonly (readonly Readonly<Record<string, Why>>[])[];
  decision: Decision;
  earlier: readonly EarlierSet[];
  /** In which the decision's marks are told. */
  parts: number;
  policy: DisclosurePolicy;
  explainMs: number;
}

/** Of each cell that is hidden because of what was shown before: with which earlier figures it would tell whom. By figure and row. */
export function becauseOfEarlier(solver: Solver, hidden: Hidden): Readonly<Record<string, Because>>[][] {
  const { figures, whys, decision, parts, policy, explainMs } = hidden;
  const deadline = performance.now() + explainMs;
  const wanted = whys.flat(2).flatMap((row) => Object.values(row).filter(({ reason }) => reason === "earlier"));
  const names = nameSets(figures, decision, parts);
  const found = new Map<string, Because>();
  for (const measure of new Set(wanted.map((why) => why.measure))) {
    const decided = measure === undefined ? decision.counts : decision.means.get(measure)!;
    const numbers = measure === undefined ? [...decision.sets.keys()] : decision.means.get(measure)!.numbers;
    const places = new Map(numbers.map((number, at) => [number, at]));
    const from = standingIn(hidden, decided, places, measure);
    const asked = new Set(wanted.flatMap((why) => (why.measure === measure ? places.get(why.set!)! : [])));
    const unmasked = unmask(solver, decided, {
      asked: [...asked],
      from,
      width: policy.smallestCount,
      deadline,
    });
    const toldBy = (set: number): Told => {
      const before = from[set]!;
      return names.get(numbers[set]!) ?? (before.length > 0 ? { kind: "before", from: before } : { kind: "left" });
    };
    for (const at of asked) {
      const own = unmasked.get(at);
      const because = own ? toBecause(own, toldBy(own.told), measure === undefined) : hiddenBefore(decided, at, from);
      found.set(keyOf({ set: numbers[at]!, measure }), because);
    }
  }
  return whys.map((rows) => rows.map((row) => Object.fromEntries(Object.entries(row).flatMap(ofColumn))));

  function ofColumn([column, why]: [string, Why]): [string, Because][] {
    return why.reason === "earlier" ? [[column, found.get(keyOf(why))!]] : [];
  }
}

/** By set, the earlier figures in which it stood, or its mean. */
function standingIn(
  { earlier, decision, parts }: Hidden,
  { sets }: DecidedSets,
  places: ReadonlyMap<number, number>,
  measure: string | undefined,
): number[][] {
  const numbers = new Map(decision.sets.map(({ mark }, number) => [keyOfMark(mark), number]));
  const found = sets.map((): number[] => []);
  for (const { mark, unasked, from = [], meansFrom = {} } of earlier) {
    const at = places.get(numbers.get(keyOfMark(foldMark(mark, parts))) ?? -1);
    if (at === undefined || unasked) continue;
    const own = measure === undefined ? from : (meansFrom[measure] ?? []);
    found[at] = [...new Set([...found[at]!, ...own])];
  }
  return found;
}

function keyOf({ set, measure }: Pick<Why, "set" | "measure">): string {
  return JSON.stringify([set, measure]);
}

function toBecause({ together, withOthers, toOne, low, high }: Unmasked, told: Told, isCount: boolean): Because {
  return { kind: "unmasks", together, withOthers, toOne, told, ...(isCount && { bounds: { low, high } }) };
}

function hiddenBefore({ sets }: DecidedSets, set: number, from: readonly number[][]): Because {
  const own = from[set]!;
  return sets[set]!.earlier === "hidden" && own.length > 0
    ? { kind: "hidden_before", from: own }
    : { kind: "undecided" };
}
