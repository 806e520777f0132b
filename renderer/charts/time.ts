/** How long the bins of a table over time are, in months; 0 where they are shorter than a month. */
export type Grain = 0 | 1 | 3 | 12;

const day = 86_400_000;

/** Told from the shortest step between two starts, since empty bins may be missing. */
export function grainOf(starts: readonly Date[]): Grain {
  const steps = starts.slice(1).map((start, index) => (start.getTime() - (starts[index] as Date).getTime()) / day);
  const shortest = Math.min(...steps.filter((step) => step > 0));
  if (!Number.isFinite(shortest)) return 1;
  if (shortest >= 360) return 12;
  if (shortest >= 85) return 3;
  return shortest >= 28 ? 1 : 0;
}

export function binEnd(from: Date, grain: Grain): Date {
  if (grain === 0) return new Date(from.getTime() + 7 * day);
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + grain, from.getUTCDate()));
}
