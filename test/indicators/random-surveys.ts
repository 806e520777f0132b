import type { FixtureRow } from "../fixtures/build.ts";
import type { Package, RawDefinition, RawNumerator } from "./naive.ts";
import { plus } from "./naive.ts";
import { type Dice, days } from "./random.ts";

/** Questionnaires of a scale `mood`, some anonymous and some of employers, with contacts, activities and milestones beside. */
export function withSurveys(data: Package, { chance, whole, one }: Dice): Package {
  const near = (day: string) => (chance(0.6) ? day : plus(day, one([-40, -1, 1, 40])));
  const employer = ["X", "Y", "Z"].map((name) => ({ employer: name, municipality: one(["1781", "1784"]) }));
  const response: FixtureRow[] = [];
  const answer: FixtureRow[] = [];
  for (let each = 0; each < whole(0, 30); each++) {
    const whose = whole(0, 9);
    const key = `M${whole(100, 999)}-${each}`;
    response.push({
      response: key,
      instrument: chance(0.9) ? "mood" : "final",
      wave: one(["baseline", "exit"]),
      participant: whose < 7 ? (one(data.participant).participant as string) : null,
      employer: whose === 7 ? one(employer).employer : null,
      municipality: one(["1781", "1784"]),
      answered_on: near(one(days)),
      mode: one(["paper", "web", "unknown"]),
    });
    for (const item of ["1", "2", "3"]) {
      if (chance(0.85)) answer.push({ response: key, item, value: chance(0.9) ? whole(1, 5) : null });
      if (chance(0.04)) answer.push({ response: key, item, value: whole(1, 5) });
    }
  }
  const several = <Row>(most: number, make: () => Row) => Array.from({ length: whole(0, most) }, make);
  return {
    ...data,
    employer,
    response: [...(data.response ?? []), ...response],
    answer: [...(data.answer ?? []), ...answer],
    contact: several(8, () => ({ employer: one(employer).employer, contacted_on: near(one(days)), purpose: "method" })),
    activity: several(15, () => ({
      enrolment: one(data.enrolment).enrolment as string,
      kind: "coaching",
      started_on: near(one(days)),
      hours: chance(0.8) ? whole(1, 40) / 4 : null,
    })),
    milestone: several(8, () => ({
      node: one(["a", "b", "c"]),
      municipality: one(["1781", "1784", null]),
      reached_on: chance(0.6) ? near(one(days)) : null,
      status: one(["reached", "reached", "planned", "under_way", "dropped"]),
    })),
  };
}

export function randomOther(roll: Dice): RawDefinition {
  const { chance, one, some, whole } = roll;
  const population: Record<string, unknown> = {};
  if (chance(0.2))
    population.age = one([
      [15, 29],
      [16, 24],
    ]);
  if (chance(0.2)) population.sex = some(["F", "M", "U"], 2);
  if (chance(0.2)) population.municipality = ["1781"];
  if (chance(0.1)) population.inflow_route = ["pes", "unknown"];
  if (chance(0.1)) population.eligible = ["Y"];
  if (chance(0.15)) population.not_in = "other";
  const common = {
    indicator: "case",
    person: chance(0.2) ? { rule: "every_enrolment" } : { rule: "once", which: one(["first", "last", "any"]) },
    population,
    late_entry_days: chance(0.15) ? whole(1, 200) : 0,
  };
  const subscale = one(["total", "head"]);
  switch (one(["respondents", "respondents", "mean", "change", "contacts", "hours", "milestone"])) {
    case "mean":
      return {
        ...common,
        kind: "mean",
        score: { scale: "mood", subscale, wave: one(["baseline", "exit"]) },
        denominator: "respondents",
      };
    case "change":
      return {
        ...common,
        kind: "change",
        change: { scale: "mood", subscale, from: "baseline", to: "exit" },
        denominator: "pairs",
      };
    case "contacts":
      return { ...common, kind: "count", count: "contacts", denominator: "enrolled" };
    case "hours":
      return { ...common, kind: "count", count: "hours", denominator: one(["enrolled", "exited", "exited_known"]) };
    case "milestone":
      return { ...common, kind: "milestone", milestone: some(["a", "b", "c"], 2), denominator: "enrolled" };
    default: {
      const counts = chance(0.2) ? { kind: "count", count: "persons" } : { kind: "share" };
      const unknown = one(["not_reached", "excluded"]);
      return {
        ...common,
        ...counts,
        unknown,
        numerator: numerator(roll, one(["baseline", "exit"]), 1),
        denominator: "respondents",
      };
    }
  }
}

function numerator(roll: Dice, wave: string, depth: number): RawNumerator {
  const { chance, one, whole } = roll;
  if (depth > 0 && chance(0.3)) {
    const parts = Array.from({ length: whole(1, 3) }, () => numerator(roll, wave, 0));
    return chance(0.5) ? { any: parts } : { all: parts };
  }
  const limits = one([{ at_least: 4 }, { at_most: 3 }, { at_least: 2, at_most: 4 }]);
  if (chance(0.5)) return { answer: { instrument: "mood", wave, item: one(["1", "2", "3"]), ...limits } };
  return {
    score: { scale: "mood", subscale: one(["total", "head"]), wave, ...one([{ at_least: 8 }, { at_most: 9.5 }]) },
  };
}
