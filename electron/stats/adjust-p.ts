/**
 * p-values adjusted for having asked several questions at once, in the order given.
 *
 * `method` is "holm" (chance of any false finding, never worse than "bonferroni"), "bonferroni", or "bh" (share of false findings
 * among the findings, Benjamini–Hochberg); a RangeError for another. A missing p (NaN), or one outside [0, 1], stays missing and
 * is not counted. An empty list is an empty list. Adjust for the questions that were asked, not for those with a small p.
 *
 * Source: S. Holm (1979), Scand. J. Statist. 6:65–70; Y. Benjamini and Y. Hochberg (1995), JRSS B 57:289–300.
 */
export function adjustP(p: readonly number[], method: string): number[] {
  if (method !== "holm" && method !== "bh" && method !== "bonferroni") {
    throw new RangeError(`the method is 'holm', 'bh' or 'bonferroni', not '${method}'`);
  }
  const order = [...p.keys()].filter((i) => at(p, i) >= 0 && at(p, i) <= 1).toSorted((a, b) => at(p, a) - at(p, b));
  const n = order.length;
  const adjusted = new Array<number>(p.length).fill(Number.NaN);
  if (method === "bonferroni") {
    for (const i of order) adjusted[i] = Math.min(1, n * at(p, i));
  } else if (method === "holm") {
    let largest = 0;
    for (const [rank, i] of order.entries()) {
      largest = Math.max(largest, Math.min(1, (n - rank) * at(p, i)));
      adjusted[i] = largest;
    }
  } else {
    let smallest = 1;
    for (const [rank, i] of [...order.entries()].reverse()) {
      smallest = Math.min(smallest, (n / (rank + 1)) * at(p, i));
      adjusted[i] = smallest;
    }
  }
  return adjusted;
}

function at(values: readonly number[], index: number): number {
  return values[index] as number;
}
