import { z } from "zod";
import { condition, count, date, dates, days, draw, fields, origin, value } from "./recipe-parts.ts";
import { instrument, survey } from "./survey-recipe.ts";

const stay = z.strictObject({
  /** First and last day on which such a stay may start. */
  started_on: dates.optional(),
  /** First and last day on which it may end; null for a stay that goes on. */
  ended_on: dates.nullable().optional(),
  /** Shortest and longest stay. */
  days: days.optional(),
});

const event = z.strictObject({
  ...condition,
  /** Fewest and most rows for one enrolment. */
  times: days.optional(),
  starts: z.strictObject({ from: origin, days }),
  /** Days until the end, or as long as the stay; absent where no end is written. */
  lasts: z.union([days, z.literal("stay")]).optional(),
  fields,
  /** Columns as they stand in the file, for the errors that real deliveries have. */
  as_written: z.record(z.string(), value).optional(),
});

const followup = z.strictObject({
  ...condition,
  due: z.strictObject({ from: origin, days: z.int() }),
  /** Days from the due day to the contact, where somebody was reached. */
  contacted: days,
  fields,
});

const events = {
  /** False where the rules of the levels above do not hold. */
  common: z.boolean().optional(),
  outcomes: z.array(event).optional(),
  activities: z.array(event).optional(),
  followups: z.array(followup).optional(),
};

const stratum = z.strictObject({
  /** Which fact this stratum holds, and where it is published. */
  fact: z.string().optional(),
  count,
  stay: stay.optional(),
  fields: fields.optional(),
  ...events,
  /** A second enrolment of the same persons. */
  again: z.strictObject({ stay, fields: fields.optional(), overlapping: z.boolean().optional() }).optional(),
});

const group = z.strictObject({
  name: z.string(),
  fact: z.string().optional(),
  stay: stay.optional(),
  fields: fields.optional(),
  ...events,
  strata: z.array(stratum).min(1),
});

const employers = z.strictObject({
  fact: z.string().optional(),
  count,
  fields,
  contacts: z
    .array(z.strictObject({ times: days, contacted_on: dates, fields: z.strictObject({ purpose: draw }) }))
    .optional(),
});

const milestone = z.strictObject({
  node: z.string(),
  municipality: z.string().optional(),
  reached_on: date.optional(),
  status: z.enum(["planned", "under_way", "reached", "dropped"]),
  note: z.string().optional(),
});

/** Checks the form only; what contradicts itself is in recipe-problems.ts. */
export const recipeSchema = z.strictObject({
  recipe: z.literal(1),
  programme: z.string(),
  /** Where it stands in the demonstration; the first is what the demonstration opens on. */
  place: z.int().min(1),
  as_of: date,
  completeness: z.enum(["preliminary", "final"]),
  /** Whether published results are reproduced, or the documents give none and every result is made up. */
  results: z.enum(["reproduced", "invented"]),
  supplied_by: z.string(),
  /** Goes into the manifest: what is published and what is invented. */
  note: z.string(),
  /** The demonstration's own seed. */
  seed: z.int(),
  /** How likely a start is in each month (`YYYY-MM`); none where it is not listed. */
  calendar: z.record(z.string().regex(/^\d{4}-\d{2}$/), z.number().nonnegative()),
  stay: stay.optional(),
  /** In the order in which they are drawn: a `given` looks back, never ahead. */
  fields,
  /** Fields of our own that conditions use and no file shows. */
  marks: z.array(z.string()).optional(),
  ...events,
  groups: z.array(group).min(1),
  employers: z.array(employers).optional(),
  instruments: z.record(value, instrument).optional(),
  surveys: z.array(survey).optional(),
  milestones: z.array(milestone).optional(),
});

export type Recipe = z.infer<typeof recipeSchema>;
export type Group = z.infer<typeof group>;
export type Stratum = z.infer<typeof stratum>;
export type Stay = z.infer<typeof stay>;
export type EventRule = z.infer<typeof event>;
export type FollowupRule = z.infer<typeof followup>;
export type EmployerRule = z.infer<typeof employers>;
