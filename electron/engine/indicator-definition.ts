import { z } from "zod";
import { code, codes, day, identity, name } from "./definition-fields.ts";
import { ownTargets } from "./target-definition.ts";

// The shape of an indicator's file. What the parts mean, and the rules that settle every case, is in the README of
// queries/indicators; what belongs with what is checked in indicator-rules.ts.

export const wave = z.enum(["baseline", "mid", "exit", "followup"]);
const subscale = z.string().min(1).default("total");
export const horizon = z.enum(["exit_4w", "exit_90d", "project_90d", "exit_6m"]);

const scoreOf = { scale: name, subscale, wave };
const threshold = { at_least: z.number().optional(), at_most: z.number().optional() };

const exitReason = z.strictObject({ exit_reason: codes });
const outcome = z.strictObject({ outcome: codes });
const followup = z.strictObject({ followup: z.strictObject({ horizon, status: codes }) });
const answer = z.strictObject({
  answer: z.strictObject({
    instrument: name,
    wave,
    item: z.union([z.string().min(1), z.int()]).transform(String),
    ...threshold,
  }),
});
const score = z.strictObject({ score: z.strictObject({ ...scoreOf, ...threshold }) });

export type ExitReasonNumerator = z.infer<typeof exitReason>;
export type OutcomeNumerator = z.infer<typeof outcome>;
export type FollowupNumerator = z.infer<typeof followup>;
export type AnswerNumerator = z.infer<typeof answer>;
export type ScoreNumerator = z.infer<typeof score>;
export interface AnyNumerator {
  any: Numerator[];
}
export interface AllNumerator {
  all: Numerator[];
}
/** What makes a unit a yes. A numerator has exactly one of these keys. */
export type Numerator =
  | ExitReasonNumerator
  | OutcomeNumerator
  | FollowupNumerator
  | AnswerNumerator
  | ScoreNumerator
  | AnyNumerator
  | AllNumerator;

const kindsOfNumerator = { exit_reason: exitReason, outcome, followup, answer, score };
export const numeratorKeys = [...Object.keys(kindsOfNumerator), "any", "all"];

/**
 * Not a union: a union would answer a misspelt code with the complaints of all its branches. The one key that is there
 * says which branch is meant, and only that branch is asked.
 */
const numerator: z.ZodType<Numerator> = z.lazy(() =>
  z.record(z.string(), z.unknown()).transform((given, context) => {
    const keys = Object.keys(given);
    const key = keys.length === 1 ? keys[0]! : "";
    const schema =
      key === "any" || key === "all"
        ? z.strictObject({ [key]: z.array(numerator).min(1) })
        : kindsOfNumerator[key as keyof typeof kindsOfNumerator];
    if (!schema) {
      context.issues.push({ code: "invalid_value", values: numeratorKeys, input: given, path: [] });
      return z.NEVER;
    }
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data as Numerator;
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: given } as never);
    return z.NEVER;
  }),
);

const population = z.strictObject({
  not_in: name.optional(),
  age: z.tuple([z.int().min(0), z.int().min(0)]).optional(),
  sex: codes.optional(),
  foreign_born: codes.optional(),
  foreign_background: codes.optional(),
  disability: codes.optional(),
  education: codes.optional(),
  municipality: codes.optional(),
  inflow_route: codes.optional(),
  target_group: codes.optional(),
  status_at_start: codes.optional(),
  income_at_start: codes.optional(),
  eligible: codes.optional(),
});

export const denominators = ["enrolled", "exited", "exited_known", "due", "reached", "respondents", "pairs"] as const;

/** Columns that an indicator can be broken down by. */
export const breakdowns = [
  "sex",
  "age_band",
  "foreign_born",
  "foreign_background",
  "disability",
  "education",
  "municipality",
  "inflow_route",
  "target_group",
  "status_at_start",
  "year",
  "mode",
] as const;

/** Columns that follow from others. A reader may group and compare by them; no definition has to list them. */
export const derivedBreakdowns = ["county", "region", "time_in_programme"] as const;
export type Breakdown = (typeof breakdowns)[number] | (typeof derivedBreakdowns)[number];

export const indicatorSchema = z.strictObject({
  indicator: name,
  ...identity,
  kind: z.enum(["share", "count", "mean", "change", "milestone"]),
  /** Which direction is the wanted one. */
  better: z.enum(["higher", "lower", "neither"]).default("higher"),
  numerator: numerator.nullable().default(null),
  count: z.enum(["persons", "enrolments", "contacts", "hours"]).nullable().default(null),
  score: z.strictObject(scoreOf).nullable().default(null),
  change: z.strictObject({ scale: name, subscale, from: wave, to: wave }).nullable().default(null),
  milestone: codes.nullable().default(null),
  denominator: z.enum(denominators).default("enrolled"),
  clock: z.enum(["exit", "within_project", "after_exit", "after_project", "calendar_year"]).default("exit"),
  horizon_days: z.int().min(0).nullable().default(null),
  window_days: z.int().min(0).default(14),
  year: z.int().min(1900).max(2200).nullable().default(null),
  cutoff: z.union([z.literal("as_of"), day]).default("as_of"),
  person: z
    .union([
      z.strictObject({ rule: z.literal("once"), which: z.enum(["first", "last", "any"]).default("last") }),
      z.strictObject({ rule: z.literal("every_enrolment") }),
    ])
    .default({ rule: "once", which: "last" }),
  unknown: z.enum(["not_reached", "excluded", "bounds"]).default("not_reached"),
  unknown_reasons: z.array(code).default(["unknown"]),
  population: population.default({}),
  late_entry_days: z.int().min(0).default(0),
  breakdowns: z.array(z.enum(breakdowns)).default([]),
  esf: z
    .strictObject({ code: z.string().min(1), fit: z.enum(["exact", "near", "none"]) })
    .nullable()
    .default(null),
  /** Beside those that a programme has set for it; they hold in every programme. */
  targets: ownTargets,
});

export type IndicatorDefinition = z.infer<typeof indicatorSchema>;
