import { z } from "zod";
import { date, dates, days, draw, origin, share, value, where } from "./recipe-parts.ts";

/** Drawn around `about` by the respondent's trait, in the direction of the score; written as delivered. */
const traitItem = z.strictObject({ about: z.number(), reversed: z.literal(true).optional() });

const trait = z.strictObject({
  /** Correlation of the trait between two waves, before any shift. */
  stability: share,
  /** Points that an item moves for one standard deviation of the trait. */
  loading: z.number(),
  /** Standard deviation of what is the item's own, in points. */
  own: z.number().nonnegative(),
  /** Standard deviations by which the trait is moved for whom it concerns; several add up. */
  shifts: z.array(z.strictObject({ fact: z.string().optional(), where, by: z.number() })).optional(),
});

/** How a questionnaire is filled in, whatever the wave. */
export const instrument = z.strictObject({
  fact: z.string().optional(),
  range: z.tuple([z.int(), z.int()]),
  trait: trait.optional(),
  /** By name, in the order of the questionnaire. */
  items: z.record(value, z.union([traitItem, draw])),
  /** Share of all answers that are missing, by the code of the reason. */
  missing: z.partialRecord(z.enum(["blank", "refused", "not_applicable"]), share).optional(),
  /** Share of questionnaires left blank from some item on. */
  unfinished: share.optional(),
  /** Share of questionnaires with the same answer everywhere. */
  alike: share.optional(),
  /** Share of questionnaires with one answer keyed in twice over, as 44 for 4. */
  keyed_twice: share.optional(),
});

const collection = z.strictObject({
  /** Absent where it holds for all municipalities that have none of their own. */
  municipality: value.optional(),
  opened_on: date,
  closed_on: date,
  /** First and last day on which nothing could be answered. */
  outage: dates.optional(),
});

/** Questionnaires that are handed out together. */
export const survey = z.strictObject({
  fact: z.string().optional(),
  instruments: z.array(z.string()).min(1),
  wave: z.enum(["baseline", "mid", "exit", "followup"]),
  /** Participants, where absent. */
  respondents: z.enum(["participants", "employers"]).optional(),
  where: where.optional(),
  answered: z.strictObject({ from: origin, days }),
  /** `yes` for who answers. */
  returned: draw,
  mode: draw,
  /** Who should have answered before it opened: reached so many days after it did, if `within` days of what `answered` counts from. */
  late: z.strictObject({ share, days, within: z.int().nonnegative(), mode: value }).optional(),
  /** Who answers although it is down. */
  outage: z.strictObject({ share, mode: value }).optional(),
  /** Share of questionnaires that come back without the respondent's pseudonym. */
  anonymous: share.optional(),
  collections: z.array(collection).min(1),
});

export type Instrument = z.infer<typeof instrument>;
export type Trait = z.infer<typeof trait>;
export type Survey = z.infer<typeof survey>;
export type Collection = z.infer<typeof collection>;
