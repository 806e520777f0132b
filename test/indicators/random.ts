import type { FixtureRow } from "../fixtures/build.ts";
import type { Package, RawDefinition, RawNumerator } from "./naive.ts";
import { plus } from "./naive.ts";

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Dice {
  chance(probability: number): boolean;
  whole(from: number, to: number): number;
  one<Item>(items: readonly Item[]): Item;
  some<Item>(items: readonly Item[], most: number): Item[];
}

export function dice(random: () => number): Dice {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const one = <Item>(items: readonly Item[]) => items[whole(0, items.length - 1)]!;
  return {
    chance: (probability) => random() < probability,
    whole,
    one,
    some: (items, most) => [...new Set(Array.from({ length: whole(1, most) }, () => one(items)))],
  };
}

/** Few days, so that starts, ends and cut-offs often fall on the same one. */
export const days = [
  "2020-12-31",
  "2021-01-01",
  "2021-06-01",
  "2021-12-31",
  "2022-01-01",
  "2022-10-01",
  "2022-12-31",
  "2023-03-31",
];
const reasons = ["work", "studies", "no_contact", "moved", "unknown", null];
const kinds = ["job_unsubsidised", "job_subsidised", "studies_komvux", "driving_licence"];
const horizons = ["exit_4w", "exit_90d", "project_90d", "exit_6m"];
const yesNo = ["Y", "N", "U"];

/** A few persons, many with several enrolments, outcomes, follow-ups and questionnaires. */
export function randomPackage({ chance, whole, one }: Dice): Package {
  const participant: FixtureRow[] = [];
  const enrolment: FixtureRow[] = [];
  const outcome: FixtureRow[] = [];
  const followup: FixtureRow[] = [];
  const response: FixtureRow[] = [];
  const answer: FixtureRow[] = [];
  const near = (day: string) =>
    chance(0.5) ? day : plus(day, one([-29, -28, -15, -14, -1, 1, 14, 27, 28, 29, 76, 90, 91, 182]));
  for (let person = 0; person < whole(1, 14); person++) {
    const key = `P${person}`;
    participant.push({
      participant: key,
      sex_at_enrolment: one(["F", "M", "X", "U"]),
      birth_year: chance(0.7) ? whole(1990, 2008) : null,
      foreign_born: one(yesNo),
      foreign_background: one(yesNo),
      disability: one(yesNo),
      education: one(["ISCED0_2", "ISCED3_4", "U"]),
    });
    for (let stay = 0; stay < (chance(0.5) ? 1 : whole(2, 3)); stay++) {
      // Keys in no order of time, so that ties on the day are told apart by the key alone.
      const name = `E${whole(100, 999)}-${person}-${stay}`;
      const started = near(one(days));
      const ended = chance(0.75)
        ? [started, ...days.filter((day) => day > started), near(one(days))].filter((day) => day >= started)
        : [];
      const left = ended.length > 0 ? one(ended) : null;
      enrolment.push({
        enrolment: name,
        participant: key,
        municipality: one(["1781", "1784"]),
        started_on: started,
        ended_on: left,
        exit_reason: left === null && chance(0.8) ? null : one(reasons),
        age_at_start: chance(0.6) ? whole(13, 31) : null,
        inflow_route: one(["pes", "school", "unknown"]),
        target_group: one(["UVAS", "KAA", null]),
        status_at_start: one(["unemployed", "employed", "unknown"]),
        income_at_start: one(["none", "unknown"]),
        eligible: one(["Y", "Y", "Y", "N", "U"]),
      });
      for (let each = 0; each < (chance(0.5) ? 0 : whole(1, 3)); each++) {
        const from = near(left !== null && chance(0.6) ? left : one(days));
        outcome.push({
          enrolment: name,
          kind: one(kinds),
          started_on: from,
          ended_on: chance(0.5) ? plus(from, whole(0, 120)) : null,
        });
      }
      for (const horizon of horizons) {
        if (chance(0.7)) continue;
        const due = near(left !== null && chance(0.6) ? left : one(days));
        const result = one(["reached", "reached", "reached", "not_reached", "declined", "not_due", "protected"]);
        followup.push({
          enrolment: name,
          horizon,
          due_on: due,
          contacted_on: chance(0.8) ? near(due) : null,
          result,
          status: one(["work", "regular_education", "unemployed", "unknown"]),
        });
      }
    }
    for (const wave of ["baseline", "exit"]) {
      for (let each = 0; each < (chance(0.4) ? 0 : whole(1, 2)); each++) {
        const name = `R${whole(100, 999)}-${person}-${wave}-${each}`;
        response.push({
          response: name,
          instrument: "final",
          wave,
          participant: key,
          municipality: "1781",
          answered_on: near(one(days)),
        });
        for (const item of ["1", "2"]) {
          if (chance(0.8)) answer.push({ response: name, item, value: chance(0.8) ? whole(1, 5) : null });
        }
      }
    }
  }
  return { participant, enrolment, outcome, followup, response, answer };
}

/** Any definition of the kinds share and count, of enrolments, that the reader of definitions lets through. */
export function randomDefinition(roll: Dice, indicator: string, notIn: string | null): RawDefinition {
  const { chance, whole, one, some } = roll;
  const population: Record<string, unknown> = {};
  if (chance(0.4))
    population.age = one([
      [15, 29],
      [16, 24],
      [18, 18],
    ]);
  if (chance(0.2)) population.sex = some(["F", "M", "U"], 2);
  if (chance(0.1)) population.foreign_born = some(yesNo, 2);
  if (chance(0.1)) population.municipality = ["1781"];
  if (chance(0.1)) population.target_group = ["UVAS"];
  if (chance(0.1)) population.inflow_route = some(["pes", "unknown"], 2);
  if (chance(0.1)) population.status_at_start = ["unemployed", "unknown"];
  if (chance(0.1)) population.income_at_start = ["none"];
  if (chance(0.1)) population.disability = some(yesNo, 2);
  if (chance(0.1)) population.education = ["ISCED0_2", "U"];
  if (chance(0.1)) population.foreign_background = some(yesNo, 2);
  if (chance(0.15)) population.eligible = some(yesNo, 2);
  if (notIn !== null && chance(0.25)) population.not_in = notIn;
  const numerator = randomNumerator(roll, 2);
  const reached = JSON.stringify(numerator).includes("followup") ? ["reached"] : [];
  const count = chance(0.15) ? one(["persons", "enrolments"]) : undefined;
  return {
    indicator,
    ...(count ? { kind: "count", count, numerator } : { kind: "share", numerator }),
    denominator: one(["enrolled", "enrolled", "exited", "exited", "exited_known", "due", ...reached]),
    clock: one(["exit", "within_project", "after_exit", "after_project", "calendar_year"]),
    horizon_days: one([0, 28, 90]),
    ...(chance(0.5) ? { window_days: one([0, 1, 14, 30]) } : {}),
    year: one([2021, 2022]),
    person:
      count === "enrolments" || chance(0.15)
        ? { rule: "every_enrolment" }
        : { rule: "once", which: one(["first", "last", "any"]) },
    unknown: one(["not_reached", "excluded", "bounds"]),
    ...(chance(0.4) ? { unknown_reasons: one([["unknown", "no_contact"], ["no_contact"], []]) } : {}),
    population,
    late_entry_days: chance(0.25) ? whole(1, 200) : 0,
  };
}

function randomNumerator(roll: Dice, depth: number): RawNumerator {
  const { chance, one, some, whole } = roll;
  if (depth > 0 && chance(0.3)) {
    const parts = Array.from({ length: whole(1, 3) }, () => randomNumerator(roll, depth - 1));
    return chance(0.5) ? { any: parts } : { all: parts };
  }
  switch (one(["exit_reason", "exit_reason", "outcome", "outcome", "followup", "answer"])) {
    case "exit_reason":
      return { exit_reason: some(["work", "studies", "no_contact", "moved", "unknown"], 2) };
    case "outcome":
      return { outcome: some(kinds, 3) };
    case "followup":
      return { followup: { horizon: one(horizons), status: some(["work", "regular_education", "unknown"], 2) } };
    default:
      return {
        answer: {
          instrument: "final",
          wave: one(["baseline", "exit"]),
          item: one(["1", "2"]),
          ...one([{ at_least: 4 }, { at_most: 2 }, { at_least: 2, at_most: 3 }]),
        },
      };
  }
}
