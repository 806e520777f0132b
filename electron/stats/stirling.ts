/**
 * What Stirling's formula leaves out: ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π), for x > 0 (Binet's function).
 *
 * Densities are built from this small number and not from differences of ln Γ, which lose as many digits as ln Γ is long
 * (nine or ten at x = 10⁵). Absolute error about 1e-16. Infinite at 0.
 *
 * Source: DLMF 5.11.1 (asymptotic series) and Γ(x + 1) = x Γ(x) to bring a small x to where the series holds.
 */
export function stirlingError(x: number): number {
  let lifted = 0;
  let at = x;
  while (at < 16) {
    lifted += (at + 0.5) * Math.log1p(1 / at) - 1;
    at += 1;
  }
  const s = 1 / (at * at);
  return lifted + (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / at;
}
