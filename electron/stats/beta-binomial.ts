import { countsOf } from "./counts.ts";
import { sum } from "./lists.ts";

export interface BetaBinomial {
  /** Units used. */
  n: number;
  alpha: number;
  beta: number;
  /** alpha / (alpha + beta); the pooled share where there is no variance between units. */
  mean: number;
  /** Whether alpha and beta exist. */
  converged: boolean | undefined;
}

/**
 * How units' true shares spread, as Beta(alpha, beta), by maximum likelihood from k of n in each: what shrunk_rate draws towards.
 *
 * Units with a missing member (NaN) are left out. When the units differ by no more than chance (the likelihood does not rise from
 * no variance), or so much that every unit is all or nothing, alpha and beta are NaN and converged is false: use the mean for
 * every unit, and say so. Undefined for counts that are impossible or not whole. With six units or fewer the spread is hardly known.
 *
 * Worked in the mean m and θ = 1 / (alpha + beta), where "no variance" is the plain point θ = 0. Cost: the largest n, about a
 * hundred times.
 *
 * Source: J. G. Skellam (1948), JRSS B 10:257–261; D. A. Griffiths (1973), Biometrics 29:637–648.
 */
export function betaBinomial(k: readonly number[], n: readonly number[]): BetaBinomial | undefined {
  const units = countsOf(k, n);
  if (units === undefined || !units.every((unit) => Number.isInteger(unit.k) && Number.isInteger(unit.n)))
    return undefined;
  const count = units.length;
  const pooled = sum(units.map((unit) => unit.k)) / sum(units.map((unit) => unit.n));
  const without = { n: count, alpha: Number.NaN, beta: Number.NaN, mean: pooled };
  if (Number.isNaN(pooled)) return { ...without, converged: count > 0 ? false : undefined };
  if (pooled === 0 || pooled === 1) return { ...without, converged: false };
  const tally: Tally = {
    yes: exceeding(units.map((unit) => unit.k)),
    no: exceeding(units.map((unit) => unit.n - unit.k)),
    all: exceeding(units.map((unit) => unit.n)),
  };
  const theta = risingUntil((at) => thetaScore(tally, bestMean(tally, at, pooled), at));
  if (theta === undefined) return { ...without, converged: false };
  const mean = bestMean(tally, theta, pooled);
  return { n: count, alpha: mean / theta, beta: (1 - mean) / theta, mean, converged: true };
}

/** For j = 0, 1, …: in how many units the count exceeds j. The likelihood is a product over these. */
interface Tally {
  yes: number[];
  no: number[];
  all: number[];
}

function exceeding(counts: readonly number[]): number[] {
  const tally = new Array<number>(counts.reduce((a, b) => Math.max(a, b), 0)).fill(0);
  for (const count of counts) if (count > 0) tally[count - 1] = (tally[count - 1] as number) + 1;
  for (let j = tally.length - 2; j >= 0; j--) tally[j] = (tally[j] as number) + (tally[j + 1] as number);
  return tally;
}

/** The mean that is likeliest at a given θ. The log-likelihood is concave in it; Newton's steps are kept inside (0, 1). */
function bestMean(tally: Tally, theta: number, start: number): number {
  let mean = start;
  for (let round = 0; round < 100; round++) {
    const yes = slopes(tally.yes, mean, theta);
    const no = slopes(tally.no, 1 - mean, theta);
    const next = mean + (yes.first - no.first) / (yes.second + no.second);
    const kept = next <= 0 ? mean / 2 : next >= 1 ? (1 + mean) / 2 : next;
    const step = Math.abs(kept - mean);
    mean = kept;
    if (step <= 1e-15 * mean) break;
  }
  return mean;
}

function slopes(tally: readonly number[], mean: number, theta: number): { first: number; second: number } {
  let first = 0;
  let second = 0;
  for (const [j, count] of tally.entries()) {
    const at = mean + j * theta;
    first += count / at;
    second += count / at / at;
  }
  return { first, second };
}

/** How the log-likelihood rises with θ at a given mean. */
function thetaScore(tally: Tally, mean: number, theta: number): number {
  const part = (counts: readonly number[], share: number) =>
    counts.reduce((total, count, j) => total + (count * j) / (share + j * theta), 0);
  return part(tally.yes, mean) + part(tally.no, 1 - mean) - part(tally.all, 1);
}

/** The first θ above 0 where the score falls to 0; undefined when it is not above 0 at 0, or never falls. */
function risingUntil(score: (theta: number) => number): number | undefined {
  const atZero = score(0);
  if (!(atZero > 0)) return undefined;
  let low = 0;
  let high = 1e-6;
  while (score(high) > 0) {
    low = high;
    high *= 4;
    if (high > 1e9) return undefined;
  }
  for (let round = 0; round < 200 && high - low > 1e-15 * high; round++) {
    const middle = (low + high) / 2;
    if (score(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
