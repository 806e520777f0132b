import type { PersonSet } from "./person-set.ts";

/**
 * Sets of persons as cells with sums between them. First the sets, then the kinds of persons: those of a kind are in the same sets,
 * so each set is a sum of kinds. A table in which there are more or fewer of some kinds is one that could as well have been,
 * whatever the sets are: that is what a proof rests on. Persons of a part belong together and are one of a kind.
 */
export interface Population {
  values: Float64Array;
  /** Each a set followed by its kinds; a kind several times where each of it is counted several times. */
  sums: Int32Array[];
  /** The smallest count of each cell. */
  least: Float64Array;
  /** Of each set, its kinds, and how often each of them is counted in it. */
  kinds: { at: Int32Array; times: Int32Array }[];
  /** Of each kind, its sets, and how often it is counted in each. */
  setsOf: { at: number[]; times: number[] }[];
}

export function createPopulation(sets: readonly PersonSet[]): Population {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const setsOf: Population["setsOf"] = [];
  const parts = sets[0]?.mark.length ?? 0;
  for (let part = 0; part < parts; part++) {
    const at: number[] = [];
    const times: number[] = [];
    sets.forEach(({ mark }, set) => {
      if (mark[part] === 0) return;
      at.push(set);
      times.push(mark[part]!);
    });
    if (at.length === 0) continue;
    const key = `${at} ${times}`;
    const known = numbers.get(key);
    if (known !== undefined) {
      counts[known]! += 1;
      continue;
    }
    numbers.set(key, counts.length);
    counts.push(1);
    setsOf.push({ at, times });
  }
  const members = sets.map(() => ({ at: [] as number[], times: [] as number[] }));
  setsOf.forEach(({ at, times }, kind) => {
    at.forEach((set, which) => {
      members[set]!.at.push(kind);
      members[set]!.times.push(times[which]!);
    });
  });
  const sums = members.map(({ at, times }, set) =>
    Int32Array.from([set, ...at.flatMap((kind, which) => Array<number>(times[which]!).fill(sets.length + kind))]),
  );
  const values = Float64Array.from([...sets.map(({ count }) => count), ...counts]);
  for (const [total, ...kinds] of sums) {
    const sum = kinds.reduce((all, kind) => all + values[kind]!, 0);
    if (sum !== values[total!]) throw new Error(`A mark adds up to ${sum}, and its set has ${values[total!]}.`);
  }
  return {
    values,
    sums,
    least: Float64Array.from([...sets.map(({ least }) => least), ...counts.map(() => 0)]),
    kinds: members.map(({ at, times }) => ({ at: Int32Array.from(at), times: Int32Array.from(times) })),
    setsOf,
  };
}
