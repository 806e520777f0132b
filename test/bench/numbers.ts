const measures = ["n", "k", "unknown", "estimate", "lower", "upper"] as const;

/** What each indicator says of each group, by `indicator breakdown value`. */
export type Numbers = ReadonlyMap<string, Record<(typeof measures)[number], number | null>>;

/** From rows with `indicator`, `breakdown` (empty for the whole), `value` and the measures. */
export function numbersOf(rows: readonly Record<string, unknown>[]): Numbers {
  return new Map(
    rows.map((row) => [
      [row.indicator, row.breakdown ?? "", row.value ?? ""].join(" "),
      Object.fromEntries(
        measures.map((measure) => [measure, row[measure] == null ? null : Number(row[measure])]),
      ) as never,
    ]),
  );
}

/** Throws where two sides differ, so that nothing is timed that computes something else. */
export function sameNumbers(ours: Numbers, theirs: Numbers, who: string): void {
  const groups = [...new Set([...ours.keys(), ...theirs.keys()])];
  const different = groups.filter((group) =>
    measures.some((measure) => !close(ours.get(group)?.[measure], theirs.get(group)?.[measure])),
  );
  if (different.length === 0 && groups.length > 0) return;
  const told = different.slice(0, 3).map((group) => ({ group, ours: ours.get(group), theirs: theirs.get(group) }));
  throw new Error(
    `${who} says something else in ${different.length} of ${groups.length} groups: ${JSON.stringify(told)}`,
  );
}

function close(a: number | null | undefined, b: number | null | undefined): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}
