import { type Day, toDay } from "./calendar.ts";
import type { Group, Recipe, Stay, Stratum } from "./recipe.ts";

/** When a stay may start and end, in days. `end` is null for a stay that goes on. */
export interface StayWindow {
  start: [Day, Day];
  end: [Day, Day] | null;
  length: [number, number];
}

const anyLength: [number, number] = [1, 3650];

/** The stay of a stratum: what it says itself, else its group, else the recipe. Undefined where no start is given. */
export function stayWindow(recipe: Recipe, group: Group, stratum: Stratum): StayWindow | undefined {
  return toWindow({ ...recipe.stay, ...group.stay, ...stratum.stay });
}

export function toWindow(stay: Stay): StayWindow | undefined {
  if (stay.started_on === undefined || stay.ended_on === undefined) return undefined;
  return {
    start: [toDay(stay.started_on[0]), toDay(stay.started_on[1])],
    end: stay.ended_on && [toDay(stay.ended_on[0]), toDay(stay.ended_on[1])],
    length: stay.days ?? anyLength,
  };
}

/** The days on which a stay can start so that it can still end in time. Empty (first after last) where none is left. */
export function startDays({ start, end, length }: StayWindow): [Day, Day] {
  if (end === null) return start;
  return [Math.max(start[0], end[0] - length[1]), Math.min(start[1], end[1] - length[0])];
}

/** What is left of a window after an earlier stay that ended on `end`. */
export function following(window: StayWindow, end: Day): StayWindow {
  return { ...window, start: [Math.max(window.start[0], end + 1), window.start[1]] };
}
