import type { PersonSet } from "./person-set.ts";

/** Sets with the sums between them: each a total followed by its parts, by number. */
export interface LinkedSets {
  sets: readonly PersonSet[];
  sums: readonly Int32Array[];
}

/** Some of the sets, renumbered in this order, with the sums between them. */
export function partOf({ sets, sums }: LinkedSets, component: readonly number[]): LinkedSets {
  const place = new Map(component.map((set, at) => [set, at]));
  return {
    sets: component.map((set) => sets[set]!),
    sums: sums.filter((sum) => place.has(sum[0]!)).map((sum) => sum.map((set) => place.get(set)!)),
  };
}

/** Sets that are linked by sums, directly or through others. */
export function connected(size: number, sums: readonly Int32Array[]): number[][] {
  const above = Array.from({ length: size }, (_, set) => set);
  const find = (set: number): number => {
    let at = set;
    while (above[at] !== at) at = above[at]!;
    above[set] = at;
    return at;
  };
  for (const [total, ...parts] of sums) for (const set of parts) above[find(set)] = find(total!);
  const components = new Map<number, number[]>();
  for (let set = 0; set < size; set++) components.set(find(set), [...(components.get(find(set)) ?? []), set]);
  return [...components.values()];
}
