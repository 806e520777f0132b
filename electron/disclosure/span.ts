import { createIndependence, equationOf } from "./independent-sums.ts";
import { countOfMark, uniteMarks } from "./marks.ts";
import type { Mark } from "./traced.ts";

/** Sets by their numbers. What is left and what is right has as many of each person. */
export interface Relation {
  left: number[];
  right: number[];
}

/** What follows from sets by adding and taking away. */
export interface Span {
  /** A set that follows from others, told in sets that come before it. */
  relations: Relation[];
  /** Persons who are in the same sets, whom nothing tells apart, and how to come by their number from the sets. */
  kinds: { mark: Mark; from: Relation }[];
}

const TOLERANCE = 1e-7;
/** Elimination takes as long as the cube of this. */
const MOST_SETS = 800;
/** So many figures at most are put together. Longer equations hold only because the persons who are there happen to make them hold. */
const MOST_TERMS = 16;

/**
 * Equations between sets that hold for the persons they have, by elimination over kinds of persons: one that tells each set
 * that follows from others, and one for each kind that follows. Those that take a set by halves, or twice, are left out.
 */
export function spanOf(marks: readonly Mark[]): Span {
  if (marks.length > MOST_SETS) return { relations: [], kinds: [] };
  const { kinds, vectors } = kindsOf(marks);
  const echelon = echelonOf(vectors);
  return {
    relations: echelon.following.flatMap(({ set, made }) => toRelation(made, [set]) ?? []),
    kinds: echelon.alone().flatMap(({ kind, made }) => {
      const from = toRelation(made, []);
      return from ? [{ mark: kinds[kind]!, from }] : [];
    }),
  };
}

/** Tells of a set whether its number follows from those of others by adding and taking away. */
export function followsFrom(marks: readonly Mark[]): (mark: Mark) => boolean {
  const { kinds, vectors } = kindsOf(marks);
  const { reduce } = echelonOf(vectors);
  const kindOf = new Map(kinds.flatMap(({ filled }, kind) => filled.map((part) => [part, kind] as const)));
  return ({ filled, counts }) => {
    const vector = new Float64Array(kinds.length);
    const persons = new Int32Array(kinds.length);
    for (const [at, part] of filled.entries()) {
      const kind = kindOf.get(part);
      if (kind === undefined) return false;
      vector[kind] = counts[at]!;
      persons[kind]! += 1;
    }
    // Of a kind a set has all or nobody; else nothing tells it.
    if (persons.some((some, kind) => some > 0 && some < kinds[kind]!.filled.length)) return false;
    return reduce(vector).first < 0;
  };
}

interface Echelon {
  /** What is left of a vector over kinds, the first kind of that, −1 for none, and of what sets the rest is made. */
  reduce(vector: Float64Array): { rest: Float64Array; first: number; made: Float64Array };
  /** Sets that follow from those before them, and of what they are made. */
  following: { set: number; made: Float64Array }[];
  /** Kinds that follow by themselves, and of what sets they are made. */
  alone(): { kind: number; made: Float64Array }[];
}

function echelonOf(vectors: readonly Float64Array[]): Echelon {
  // By its first kind: a vector over kinds, and of what sets it is made.
  const reduced = new Map<number, { row: Float64Array; made: Float64Array }>();
  const reduce: Echelon["reduce"] = (vector) => {
    const rest = Float64Array.from(vector);
    const made = new Float64Array(vectors.length);
    for (let kind = 0; kind < rest.length; kind++) {
      const factor = rest[kind]!;
      if (Math.abs(factor) < TOLERANCE) continue;
      const known = reduced.get(kind);
      if (!known) return { rest, first: kind, made };
      for (let at = kind; at < rest.length; at++) rest[at]! -= factor * known.row[at]!;
      for (let at = 0; at < made.length; at++) made[at]! += factor * known.made[at]!;
    }
    return { rest, first: -1, made };
  };
  const following: Echelon["following"] = [];
  vectors.forEach((vector, set) => {
    const { rest, first, made } = reduce(vector);
    if (first < 0) {
      following.push({ set, made });
      return;
    }
    const by = rest[first]!;
    const own = made.map((often, at) => ((at === set ? 1 : 0) - often) / by);
    reduced.set(first, { row: rest.map((each) => each / by), made: own });
  });
  return {
    reduce,
    following,
    alone() {
      // Cleared of each other, rows have their first kind to themselves; of a kind that follows nothing else is left.
      const cleared = [...reduced].map(([kind, { row, made }]) => ({
        kind,
        row: Float64Array.from(row),
        made: Float64Array.from(made),
      }));
      cleared.sort((a, b) => b.kind - a.kind);
      cleared.forEach((later, at) => {
        for (const { row, made } of cleared.slice(at + 1)) {
          const factor = row[later.kind]!;
          if (Math.abs(factor) < TOLERANCE) continue;
          for (let kind = later.kind; kind < row.length; kind++) row[kind]! -= factor * later.row[kind]!;
          for (let set = 0; set < made.length; set++) made[set]! -= factor * later.made[set]!;
        }
      });
      return cleared.filter(({ kind, row }) => row.every((each, at) => at === kind || Math.abs(each) < TOLERANCE));
    },
  };
}

/** What sums do not say of their sets yet, as further sums; sets that only these know of follow those that are there. */
export function furtherSums(
  marks: readonly Mark[],
  sums: readonly Int32Array[],
): { sums: Int32Array[]; unions: Mark[] } {
  const unions: Mark[] = [];
  if (marks.length > MOST_SETS) return { sums: [], unions };
  const isNew = createIndependence(marks.length);
  for (const sum of sums) isNew(equationOf(sum));
  // Small sets first, so that large ones are told as sums of them.
  const bySize = marks.map((mark, set) => ({ set, mark, count: countOfMark(mark) })).sort((a, b) => a.count - b.count);
  const further = spanOf(bySize.map(({ mark }) => mark)).relations.flatMap(({ left, right }): Int32Array[] => {
    const [one, other] = [left, right].map((side) => side.map((at) => bySize[at]!.set)) as [number[], number[]];
    if (!isNew(new Map([...one.map((set) => [set, 1] as const), ...other.map((set) => [set, -1] as const)]))) return [];
    if (other.length === 1) return [Int32Array.from([other[0]!, ...one])];
    const union = marks.length + unions.push(uniteMarks(one.map((set) => marks[set]!))) - 1;
    return [Int32Array.from([union, ...one]), Int32Array.from([union, ...other])];
  });
  return { sums: further, unions };
}

/** `made` is what the left has beyond the right. */
function toRelation(made: Float64Array, right: readonly number[]): Relation | undefined {
  const sets = [...made.keys()].filter((set) => Math.abs(made[set]!) > TOLERANCE);
  if (sets.length + right.length > MOST_TERMS) return undefined;
  if (sets.some((set) => Math.abs(Math.abs(made[set]!) - 1) > TOLERANCE)) return undefined;
  return {
    left: sets.filter((set) => made[set]! > 0),
    right: [...right, ...sets.filter((set) => made[set]! < 0)],
  };
}

function kindsOf(marks: readonly Mark[]): { kinds: Mark[]; vectors: Float64Array[] } {
  const memberships = new Map<number, string[]>();
  marks.forEach(({ filled, counts }, set) => {
    for (const [at, part] of filled.entries()) {
      const own = memberships.get(part) ?? [];
      memberships.set(part, own);
      own.push(`${set}*${counts[at]}`);
    }
  });
  const parts = new Map<string, number[]>();
  for (const [part, own] of memberships) parts.set(own.join(), [...(parts.get(own.join()) ?? []), part]);
  const kinds = [...parts.values()].map((filled): Mark => {
    filled.sort((a, b) => a - b);
    return { parts: marks[0]!.parts, filled, counts: filled.map(() => 1) };
  });
  const vectors = marks.map(() => new Float64Array(kinds.length));
  [...parts.keys()].forEach((signature, kind) => {
    for (const own of signature.split(",")) {
      const [set, often] = own.split("*").map(Number);
      vectors[set!]![kind] = often!;
    }
  });
  return { kinds, vectors };
}
