import type { Random } from "./random.ts";

/** Days since 1970-01-01. */
export type Day = number;

export function toDay(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export function toDate(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The days of a recipe, with how likely something is to happen on each. */
export interface Calendar {
  /** A day on which somebody starts, by the month's weight; never at a weekend if a working day can be had. */
  startBetween(from: Day, to: Day, random: Random): Day;
  /** A working day if there is one. */
  workdayBetween(from: Day, to: Day, random: Random): Day;
  date(day: Day): string;
  year(day: Day): number;
  /** 1 for the first of January. */
  dayOfYear(day: Day): number;
}

/** `months` weighs months (`YYYY-MM`); a month that is not listed weighs nothing. */
export function createCalendar(first: Day, last: Day, months: Record<string, number>): Calendar {
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const dates = days.map(toDate);
  const workday = days.map((day) => (isWeekend(day) ? 0 : 1));
  const workdays = cumulate(workday);
  const starts = cumulate(dates.map((date, i) => workday[i]! * (months[date.slice(0, 7)] ?? 0)));
  const years = dates.map((date) => Number(date.slice(0, 4)));
  const newYears = new Map([...new Set(years)].map((year) => [year, toDay(`${year}-01-01`)]));
  const date = (day: Day) => dates[day - first] ?? toDate(day);
  const year = (day: Day) => years[day - first] ?? Number(toDate(day).slice(0, 4));
  return {
    startBetween: (from, to, random) => first + drawIndex(starts, from - first, to - first, random),
    workdayBetween: (from, to, random) => first + drawIndex(workdays, from - first, to - first, random),
    date,
    year,
    dayOfYear: (day) => day - (newYears.get(year(day)) ?? toDay(`${year(day)}-01-01`)) + 1,
  };
}

// 1970-01-01 was a Thursday.
function isWeekend(day: Day): boolean {
  return (day + 3) % 7 >= 5;
}

function cumulate(weights: number[]): Float64Array {
  const sums = new Float64Array(weights.length + 1);
  for (const [i, weight] of weights.entries()) sums[i + 1] = sums[i]! + weight;
  return sums;
}

/** An index from `from` to `to` by weight, found by halving the running sums; any of them where all weigh nothing. */
function drawIndex(sums: Float64Array, from: number, to: number, random: Random): number {
  const low = sums[from]!;
  const weight = sums[to + 1]! - low;
  if (!(weight > 0)) return from + Math.floor(random() * (to - from + 1));
  const wanted = low + random() * weight;
  let left = from;
  let right = to;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if (sums[middle + 1]! > wanted) right = middle;
    else left = middle + 1;
  }
  return left;
}
