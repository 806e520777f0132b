import { type Calendar, createCalendar, type Day, toDay } from "./calendar.ts";
import { apportion, createDeck, type Deck } from "./deck.ts";
import { compileDraw, type Drawing, dealing } from "./draw.ts";
import { compileActivity, compileFollowup, compileOutcome, type EventMaker, type EventSetting } from "./event.ts";
import type { Group, Recipe, Stratum } from "./recipe.ts";
import type { Draw } from "./recipe-parts.ts";
import { fixedCounts, isExactly } from "./recipe-problems.ts";
import { type StayWindow, stayWindow, toWindow } from "./window.ts";

/** A recipe made ready for a number of participants: nothing is looked up by name any more. */
export interface Plan {
  /** Participants in all. */
  total: number;
  /** Deals the number of the next participant's stratum. */
  strata: Deck;
  stratum: StratumPlan[];
  fields: string[];
  calendar: Calendar;
}

export interface StratumPlan {
  window: StayWindow;
  /** One for each field, in the recipe's order. */
  drawings: Drawing[];
  /** Takes the place of the year that the age gives. */
  birthYear: Drawing | undefined;
  outcomes: EventMaker[];
  activities: EventMaker[];
  followups: EventMaker[];
  /** A second enrolment: the fields that differ, by number. */
  again: { window: StayWindow; drawings: { field: number; drawing: Drawing }[]; overlapping: boolean } | undefined;
}

/** How many participants the recipe itself has. */
export function recipeTotal(recipe: Recipe): number {
  return recipe.groups.flatMap((group) => group.strata).reduce((total, { count }) => total + count, 0);
}

/** With as many participants as the recipe has, every count is the recipe's own; else all are scaled alike. */
export function makePlan(recipe: Recipe, participants: number): Plan {
  const members = recipe.groups.flatMap((group) => group.strata.map((stratum) => ({ group, stratum })));
  const counts = apportion(
    members.map(({ stratum }) => stratum.count),
    participants,
  );
  const scaled = new Map(members.map(({ stratum }, i) => [stratum, counts[i]!]));
  const fields = Object.keys(recipe.fields);
  const setting: EventSetting = { fields, calendar: recipeCalendar(recipe), asOf: toDay(recipe.as_of) };
  const numberOf = (name: string) => fields.indexOf(name);
  const common = new Map(Object.entries(recipe.fields).map(([name, draw]) => [name, compileDraw(draw, numberOf)]));
  return {
    total: participants,
    strata: createDeck(counts),
    stratum: recipe.groups.flatMap((group) => {
      const shared = new Map(
        Object.entries(group.fields ?? {}).map(([name, draw]) => [
          name,
          groupDrawing(group, name, draw, scaled, numberOf),
        ]),
      );
      return group.strata.map((stratum) =>
        stratumPlan(recipe, group, stratum, scaled.get(stratum)!, new Map([...common, ...shared]), setting),
      );
    }),
    fields,
    calendar: setting.calendar,
  };
}

function stratumPlan(
  recipe: Recipe,
  group: Group,
  stratum: Stratum,
  count: number,
  above: Map<string, Drawing>,
  setting: EventSetting,
): StratumPlan {
  const numberOf = (name: string) => setting.fields.indexOf(name);
  const compile = (draw: Draw) => compileDraw(isExactly(draw) ? scaleCounts(draw.exactly, count) : draw, numberOf);
  const own = new Map(Object.entries(stratum.fields ?? {}).map(([name, draw]) => [name, compile(draw)]));
  const all = new Map([...above, ...own]);
  const levels =
    stratum.common === false ? [stratum] : group.common === false ? [group, stratum] : [recipe, group, stratum];
  const again = stratum.again;
  return {
    window: stayWindow(recipe, group, stratum)!,
    drawings: setting.fields.map((name) => all.get(name)!),
    birthYear: all.get("birth_year"),
    outcomes: levels.flatMap((level) => (level.outcomes ?? []).map((rule) => compileOutcome(rule, setting))),
    activities: levels.flatMap((level) => (level.activities ?? []).map((rule) => compileActivity(rule, setting))),
    followups: levels.flatMap((level) => (level.followups ?? []).map((rule) => compileFollowup(rule, setting))),
    again: again && {
      window: toWindow(again.stay)!,
      drawings: Object.entries(again.fields ?? {}).map(([name, draw]) => ({
        field: numberOf(name),
        drawing: compile(draw),
      })),
      overlapping: again.overlapping ?? false,
    },
  };
}

/** What a group draws for all its strata together: of exact counts, what is left beside those that strata fix. */
function groupDrawing(
  group: Group,
  name: string,
  draw: Draw,
  scaled: Map<Stratum, number>,
  numberOf: (name: string) => number,
): Drawing {
  if (!isExactly(draw)) return compileDraw(draw, numberOf);
  const fixed = fixedCounts(group, name) ?? {};
  const codes = Object.keys(draw.exactly);
  const free = codes.map((code) => draw.exactly[code]! - (fixed[code] ?? 0));
  const members = group.strata
    .filter((stratum) => stratum.fields?.[name] === undefined)
    .reduce((total, stratum) => total + scaled.get(stratum)!, 0);
  return dealing(codes, apportion(free, members));
}

function scaleCounts(exactly: Record<string, number>, total: number): Draw {
  const shares = apportion(Object.values(exactly), total);
  return { exactly: Object.fromEntries(Object.keys(exactly).map((code, i) => [code, shares[i]!])) };
}

function recipeCalendar(recipe: Recipe): Calendar {
  const stays = [
    recipe.stay,
    ...recipe.groups.flatMap((group) => [
      group.stay,
      ...group.strata.flatMap((stratum) => [stratum.stay, stratum.again?.stay]),
    ]),
  ];
  const days: Day[] = [
    recipe.as_of,
    ...stays.flatMap((stay) => [...(stay?.started_on ?? []), ...(stay?.ended_on ?? [])]),
    ...(recipe.employers ?? []).flatMap(({ contacts }) => (contacts ?? []).flatMap((rule) => rule.contacted_on)),
  ].map(toDay);
  return createCalendar(Math.min(...days), Math.max(...days), recipe.calendar);
}
