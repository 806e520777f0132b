import { binomialTails, isBinomial, logBinomial } from "./binomial.ts";
import { firstWhere } from "./first-where.ts";

/**
 * How probable a count at least as far from expectation as k of n is when the true share is p: the exact binomial test.
 *
 * `tail` is "greater" (P(K ≥ k)), "less" (P(K ≤ k)) or "two", which sums the outcomes no likelier than k, as R's binom.test
 * does (outcomes within 1e-7 of k's probability count as equally likely). NaN for n = 0, k outside 0…n, counts that are not
 * whole and p outside [0, 1]; a RangeError for another tail. Wrong when p was itself estimated from data (compare the two
 * shares then) and when the n influence each other.
 */
export function binomialTestP(k: number, n: number, p: number, tail: string): number {
  if (tail !== "two" && tail !== "greater" && tail !== "less") {
    throw new RangeError(`the tail is 'two', 'greater' or 'less', not '${tail}'`);
  }
  if (!(isBinomial(n, p) && n > 0 && Number.isInteger(k) && k >= 0 && k <= n)) return Number.NaN;
  if (tail === "less") return binomialTails(k, n, p).lower;
  if (tail === "greater") return binomialTails(k - 1, n, p).upper;
  return twoSided(k, n, p);
}

function twoSided(k: number, n: number, p: number): number {
  if (p === 0 || p === 1) return k === n * p ? 1 : 0;
  const mean = n * p;
  if (k === mean) return 1;
  const limit = logBinomial(k, n, p) + Math.log1p(1e-7);
  const isAsRare = (i: number) => logBinomial(i, n, p) <= limit;
  // On either side of the mean probabilities fall outwards, so the outcomes no likelier than k are an outer piece.
  if (k < mean) {
    const from = firstWhere(Math.ceil(mean), n + 1, isAsRare);
    return Math.min(1, binomialTails(k, n, p).lower + binomialTails(from - 1, n, p).upper);
  }
  const beyond = firstWhere(0, Math.floor(mean) + 1, (i) => !isAsRare(i));
  return Math.min(1, binomialTails(beyond - 1, n, p).lower + binomialTails(k - 1, n, p).upper);
}
