import type { PageScope } from "./scope.ts";

/** More points than this say no more, and each costs a question. */
const mostDays = 26;

/**
 * The days on which a programme is looked back from: the ends of quarters within it, the days that its reports have used,
 * the page's cut-off and the extract's own day, none after it. Of a long programme, the ends of half-years or years. The steering
 * room is looked back from the named days alone: each further day would be one more way to a hidden number.
 */
export function trendDays({ programme, asOf, cutoff, room }: PageScope): string[] {
  if (programme === undefined || asOf === null) return [];
  const named = [...programme.cutoffs.map(({ on }) => on), asOf, ...(cutoff === null ? [] : [cutoff])];
  if (room === "steering") return [...new Set(named)].filter((day) => day <= asOf).sort();
  const last = programme.ends_on < asOf ? programme.ends_on : asOf;
  for (const months of [3, 6, 12]) {
    const days = [...periodEnds(programme.starts_on, last, months), ...named].filter((day) => day <= asOf);
    const once = [...new Set(days)].sort();
    if (once.length <= mostDays || months === 12) return once;
  }
  return [];
}

function periodEnds(from: string, to: string, months: number): string[] {
  const ends: string[] = [];
  const year = Number(from.slice(0, 4));
  for (let month = months; ; month += months) {
    const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    if (end > to) return ends;
    if (end >= from) ends.push(end);
  }
}
