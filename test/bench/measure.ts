/** Seconds that the work takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The value in the middle, or the one below it. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * Ours against theirs, in turn, so that a machine whose speed drifts slows both. The ratio is the median of the rounds'
 * own ratios; the first round warms both up and is not counted.
 */
export async function against(
  rounds: number,
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<{ ours: number; theirs: number; ratio: number }> {
  await ours();
  await theirs();
  const taken: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < rounds; round++) taken.push({ ours: await seconds(ours), theirs: await seconds(theirs) });
  return {
    ours: median(taken.map((each) => each.ours)),
    theirs: median(taken.map((each) => each.theirs)),
    ratio: median(taken.map((each) => each.ours / each.theirs)),
  };
}

/** A row of the README's table, printed when it is known. */
export function report(what: string, measured: string, aim: string): void {
  console.log(`| ${what} | ${measured} | ${aim} |`);
}

export const inMilliseconds = (value: number) => `${(value * 1000).toFixed(value < 0.01 ? 1 : 0)} ms`;
export const inSeconds = (value: number) => `${value.toFixed(1)} s`;
export const asRatio = (value: number) => value.toFixed(2);
