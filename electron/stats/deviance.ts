/**
 * x ln(x / m) + m − x for x ≥ 0 and m > 0: how far the count x is from its expected value m, 0 when they are equal.
 *
 * Half the Poisson deviance, and the exponent of every binomial, beta and gamma density. The plain formula loses all its
 * digits when x is near m, which is where most of the probability lies; there a series takes over.
 *
 * Source: C. Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function halfDeviance(x: number, m: number): number {
  if (x === 0) return m;
  const v = (x - m) / (x + m);
  if (Math.abs(v) > 0.1) return x * Math.log(x / m) + m - x;
  let sum = (x - m) * v;
  let power = 2 * x * v;
  for (let j = 3; ; j += 2) {
    power *= v * v;
    const next = sum + power / j;
    if (next === sum) return sum;
    sum = next;
  }
}
