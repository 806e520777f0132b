import { createIndependence, equationOf } from "./independent-sums.ts";
import { countOfMark, uniteMarks } from "./marks.ts";
import type { Mark } from "./traced.ts";

/** Sets by their numbers, those that are taken twice named twice. What is left and what is right has as many of each person. */
export interface Relation {
  left: number[];
  right: number[];
}

/** Persons whose number follows from sets: so many times they are what the left has beyond the right. */
export interface Following {
  mark: Mark;
  times: number;
  from: Relation;
}

const TOLERANCE = 1e-7;
/** Seconds. Elimination takes as many steps as there are sets, by those that follow from no others, by kinds. */
const MOST_STEPS = 4e9;
/** Beyond this it takes longer to tell which sums say something new than to solve for them all. */
const MOST_CELLS = 4e6;
/** So many figures at most are put together. Longer equations hold only because the persons who are there happen to make them hold. */
const MOST_TERMS = 16;
/** So often at most a set is taken. */
const MOST_TIMES = 12;
/** So many ways to add up small kinds at most are tried. */
const MOST_TRIED = 2000;

/**
 * Equations that hold for the persons that the sets have, by elimination over kinds of persons: of each set that follows from those before it.
 * Undefined where there are too many to say.
 */
export function relationsOf(marks: readonly Mark[]): Relation[] | undefined {
  const known = kindsOf(marks);
  if (!known) return undefined;
  const { following, basis } = echelonOf(known.vectors);
  return following.flatMap(({ set, made }) => {
    const found = toRelation(made, basis);
    if (!found) return [];
    const { times, left, right } = found;
    return { left, right: [...repeated(set, times), ...right] };
  });
}

/**
 * Fewer than `limit` persons whose number follows from sets, of whom no part does. They are of kinds of fewer than `limit`: where large kinds
 * are eliminated first, what is left is all that can be told of small ones, and from the rows of that they are added up.
 */
export function smallFollowing(marks: readonly Mark[], limit: number): Following[] {
  const known = kindsOf(marks);
  if (!known) return [];
  const { kinds, vectors } = known;
  const large = kinds.findIndex(({ filled }) => filled.length < limit);
  if (large < 0) return [];
  const { basis, cleared } = echelonOf(vectors);
  const rows = cleared(large);
  return wholeSums(rows, (kind) => kinds[kind]!.filled.length, limit).flatMap((some) => {
    const found = toRelation(sumOfRows(some.map(({ made }) => made)), basis);
    if (!found) return [];
    const persons = sumOfRows(some.map(({ row }) => row));
    const mark = uniteMarks(kinds.filter((_, kind) => persons[kind]! > TOLERANCE));
    return { mark, times: found.times, from: { left: found.left, right: found.right } };
  });
}

/** Tells of a set whether its number follows from those of others by adding and taking away. */
export function followsFrom(marks: readonly Mark[]): (mark: Mark) => boolean {
  const known = kindsOf(marks);
  if (!known) return () => false;
  const { kinds, vectors } = known;
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
  /** Sets of which none follows from those before it. */
  basis: number[];
  /** What is left of a vector over kinds, the first kind of that, −1 for none, and of what sets of the basis the rest is made. */
  reduce(vector: Float64Array): { rest: Float64Array; first: number; made: Float64Array };
  /** Sets that follow from those before them, and of what sets of the basis they are made. */
  following: { set: number; made: Float64Array }[];
  /** What follows of the kinds from this one on, the first kind of each row in no other row. */
  cleared(from: number): Row[];
}

/** What follows: how often of each kind, 1 of its first, and of what sets of the basis it is made. */
interface Row {
  first: number;
  row: Float64Array;
  made: Float64Array;
}

function echelonOf(vectors: readonly Float64Array[]): Echelon {
  const most = Math.min(vectors.length, vectors[0]?.length ?? 0);
  const basis: number[] = [];
  // By its first kind: a vector over kinds, and of what sets of the basis it is made.
  const reduced = new Map<number, { row: Float64Array; made: Float64Array }>();
  const reduce: Echelon["reduce"] = (vector) => {
    const rest = Float64Array.from(vector);
    const made = new Float64Array(most);
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
    const place = basis.push(set) - 1;
    const own = made.map((often, at) => ((at === place ? 1 : 0) - often) / by);
    reduced.set(first, { row: rest.map((each) => each / by), made: own });
  });
  return {
    basis,
    reduce,
    following,
    cleared(from) {
      const rows = [...reduced].flatMap(([first, { row, made }]) =>
        first < from ? [] : [{ first, row: Float64Array.from(row), made: Float64Array.from(made) }],
      );
      rows.sort((a, b) => b.first - a.first);
      rows.forEach((later, at) => {
        for (const { row, made } of rows.slice(at + 1)) {
          const factor = row[later.first]!;
          if (Math.abs(factor) < TOLERANCE) continue;
          for (let kind = later.first; kind < row.length; kind++) row[kind]! -= factor * later.row[kind]!;
          for (let set = 0; set < made.length; set++) made[set]! -= factor * later.made[set]!;
        }
      });
      return rows;
    },
  };
}

/**
 * Rows that add up to whole kinds of fewer than `limit` persons: to one row come others that make right what it has of a kind in part,
 * or too little. Each row by itself first, then by twos, and so on as far as there is patience.
 */
function wholeSums(rows: readonly Row[], sizeOf: (kind: number) => number, limit: number): Row[][] {
  const found: Row[][] = [];
  const tried = new Set<string>();
  const ways: { some: Row[]; persons: Float64Array; size: number }[] = [];
  const add = (before: readonly Row[], next: Row, persons: Float64Array | undefined, sizeBefore: number): void => {
    const size = sizeBefore + sizeOf(next.first);
    if (size >= limit || ways.length >= rows.length + MOST_TRIED) return;
    const some = [...before, next];
    const key = `${some.map(({ first }) => first).sort((a, b) => a - b)}`;
    if (tried.has(key)) return;
    tried.add(key);
    ways.push({ some, persons: persons ? sumOfRows([persons, next.row]) : next.row, size });
  };
  for (const row of rows) add([], row, undefined, 0);
  // Ways grow while they are gone through.
  for (const { some, persons, size } of ways) {
    const wrong = persons.findIndex((each) => Math.abs(each) > TOLERANCE && Math.abs(each - 1) > TOLERANCE);
    if (wrong < 0) {
      const whole = persons.reduce((sum, each, kind) => sum + (each > TOLERANCE ? sizeOf(kind) : 0), 0);
      if (whole < limit) found.push(some);
      continue;
    }
    for (const next of rows) {
      if (Math.abs(next.row[wrong]!) < TOLERANCE || some.includes(next)) continue;
      add(some, next, persons, size);
    }
  }
  return found;
}

function sumOfRows(rows: readonly Float64Array[]): Float64Array {
  return rows.slice(1).reduce((sum, row) => sum.map((each, at) => each + row[at]!), Float64Array.from(rows[0]!));
}

/**
 * What sums do not say of their sets yet, as further sums; sets that only these know of follow those that are there. Undefined where there
 * are too many to say.
 */
export function furtherSums(
  marks: readonly Mark[],
  sums: readonly Int32Array[],
): { sums: Int32Array[]; unions: Mark[] } | undefined {
  const unions: Mark[] = [];
  // Small sets first, so that large ones are told as sums of them.
  const bySize = marks.map((mark, set) => ({ set, mark, count: countOfMark(mark) })).sort((a, b) => a.count - b.count);
  const relations = relationsOf(bySize.map(({ mark }) => mark));
  if (!relations) return undefined;
  const isNew = marks.length * sums.length > MOST_CELLS ? () => true : createIndependence(marks.length);
  for (const sum of sums) isNew(equationOf(sum));
  const further = relations.flatMap(({ left, right }): Int32Array[] => {
    const [one, other] = [left, right].map((side) => side.map((at) => bySize[at]!.set)) as [number[], number[]];
    if (!isNew(balanceOf(one, other))) return [];
    if (other.length === 1) return [Int32Array.from([other[0]!, ...one])];
    const union = marks.length + unions.push(uniteMarks(one.map((set) => marks[set]!))) - 1;
    return [Int32Array.from([union, ...one]), Int32Array.from([union, ...other])];
  });
  return { sums: further, unions };
}

/** How often each set is on the left beyond the right. */
function balanceOf(left: readonly number[], right: readonly number[]): Map<number, number> {
  const balance = new Map<number, number>();
  for (const set of left) balance.set(set, (balance.get(set) ?? 0) + 1);
  for (const set of right) balance.set(set, (balance.get(set) ?? 0) - 1);
  return balance;
}

/** What is made of sets, as so many times what the left has beyond the right; undefined where that takes too many, or too often. */
function toRelation(made: Float64Array, basis: readonly number[]): (Relation & { times: number }) | undefined {
  const sets = [...made.keys()].filter((set) => Math.abs(made[set]!) > TOLERANCE);
  if (sets.length > MOST_TERMS) return undefined;
  const isWhole = (times: number): boolean =>
    sets.every((set) => Math.abs(times * made[set]! - Math.round(times * made[set]!)) < TOLERANCE * MOST_TIMES);
  const times = Array.from({ length: MOST_TIMES }, (_, at) => at + 1).find(isWhole);
  if (times === undefined || sets.some((set) => Math.abs(times * made[set]!) > MOST_TIMES)) return undefined;
  const side = (sign: 1 | -1): number[] =>
    sets.flatMap((set) => repeated(basis[set]!, Math.max(0, Math.round(sign * times * made[set]!))));
  return { times, left: side(1), right: side(-1) };
}

function repeated(set: number, times: number): number[] {
  return Array.from({ length: times }, () => set);
}

/** Persons who are in the same sets, whom nothing tells apart, most first; and of each set which kinds it has, and how often. Undefined where there are too many to eliminate. */
function kindsOf(marks: readonly Mark[]): { kinds: Mark[]; vectors: Float64Array[] } | undefined {
  const memberships = new Map<number, string[]>();
  marks.forEach(({ filled, counts }, set) => {
    for (const [at, part] of filled.entries()) {
      const own = memberships.get(part) ?? [];
      memberships.set(part, own);
      own.push(`${set}*${counts[at]}`);
    }
  });
  const parts = new Map<string, number[]>();
  for (const [part, own] of memberships) {
    const alike = parts.get(own.join());
    if (alike) alike.push(part);
    else parts.set(own.join(), [part]);
  }
  const most = Math.min(marks.length, parts.size);
  if (marks.length * most * (parts.size + most) > MOST_STEPS) return undefined;
  const bySize = [...parts].sort(([, a], [, b]) => b.length - a.length);
  const kinds = bySize.map(([, filled]): Mark => {
    filled.sort((a, b) => a - b);
    return { parts: marks[0]!.parts, filled, counts: filled.map(() => 1) };
  });
  const vectors = marks.map(() => new Float64Array(kinds.length));
  bySize.forEach(([signature], kind) => {
    for (const own of signature.split(",")) {
      const [set, often] = own.split("*").map(Number);
      vectors[set!]![kind] = often!;
    }
  });
  return { kinds, vectors };
}
