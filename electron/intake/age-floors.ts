/** An age group of a programme; both ages belong to it. */
interface AgeBand {
  from: number;
  to: number;
}

/**
 * The ages that stand for all others once ages are made coarser: the lowest of each band and of each gap between bands. A
 * person keeps the band, and a count of a population works where its limits are limits of bands.
 */
export function ageFloors(bands: readonly AgeBand[]): number[] {
  return [...new Set([0, ...bands.flatMap(({ from, to }) => [from, to + 1])])].sort((a, b) => a - b);
}

/** The highest floor that the age reaches, as SQL; null for an age that is null or below all. */
export function floorSql(age: string, floors: readonly number[]): string {
  const cases = [...floors].sort((a, b) => b - a).map((floor) => `when ${age} >= ${floor} then ${floor}`);
  return `(case ${cases.join(" ")} end)`;
}
