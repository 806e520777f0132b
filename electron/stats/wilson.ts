import { normalReach } from "./normal.ts";

/**
 * Lower limit of Wilson's score interval for a share: the smallest share that would not make k of n surprising at `level`.
 *
 * Between 0 and k / n, and exactly 0 at k = 0. NaN for n = 0, k outside 0…n or a level outside (0, 1). Holds its level on
 * average, also for small n, which is why it is the product's interval for shares; where it must never fall short ask for
 * clopperPearsonLower. Wrong for a share of a whole that was counted completely and is not meant to say anything beyond it,
 * and too narrow when the n are clustered.
 *
 * Source: E. B. Wilson (1927), JASA 22:209–212.
 */
export function wilsonLower(k: number, n: number, level: number): number {
  const { share, spread, root } = parts(k, n, level);
  // The product of the two limits is known, so the small one needs no subtraction.
  return (share * share) / (share + spread / 2 + root);
}

/** Upper limit of Wilson's score interval for a share. Between k / n and 1, and exactly 1 at k = n. NaN as wilsonLower. */
export function wilsonUpper(k: number, n: number, level: number): number {
  const { share, spread, root } = parts(k, n, level);
  return share === 1 && spread >= 0 ? 1 : (share + spread / 2 + root) / (1 + spread);
}

function parts(k: number, n: number, level: number): { share: number; spread: number; root: number } {
  const share = k >= 0 && k <= n && n > 0 ? k / n : Number.NaN;
  const z = normalReach(level);
  return { share, spread: (z * z) / n, root: z * Math.sqrt((share * (1 - share) + (z * z) / n / 4) / n) };
}
