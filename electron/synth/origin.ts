import { type Day, toDay } from "./calendar.ts";

/** What days are counted from: a day of the stay, or a date. Null for the end of a stay that goes on. */
export function originDay(from: string, stay: { start: Day; end: Day | null } | undefined): Day | null {
  if (from === "started_on") return stay?.start ?? null;
  if (from === "ended_on") return stay?.end ?? null;
  return toDay(from);
}
