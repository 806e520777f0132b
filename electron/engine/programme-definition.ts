import { z } from "zod";
import { code, codes, day, identity, name, source, text } from "./definition-fields.ts";
import { targetFields } from "./target-definition.ts";

const described = z.strictObject({ code, title: text.nullable().default(null), note: text.nullable().default(null) });

/** Ages in whole years, both ends included. Bands may leave ages out; those are then unknown in a breakdown. */
const ageBand = z.strictObject({ label: z.string().min(1), from: z.int().min(0), to: z.int().min(0) });

const target = z.strictObject({ indicator: name, ...targetFields });

/** Something that was aimed at without a number. Shown as such, so that an aim without evidence is a visible gap. */
const goal = z.strictObject({
  goal: name,
  title: text,
  indicators: z.array(name).default([]),
  source,
});

export const theoryColumns = [
  "resources",
  "activities_organisation",
  "activities_individual",
  "outcomes",
  "short_term",
  "long_term",
] as const;

const node = z.strictObject({
  id: name,
  column: z.enum(theoryColumns),
  title: text,
  text: text.nullable().default(null),
  indicators: z.array(name).default([]),
  milestones: z.array(z.strictObject({ title: text, due_on: day.nullable().default(null) })).default([]),
});

const theory = z.strictObject({
  source,
  nodes: z.array(node).default([]),
  edges: z.array(z.strictObject({ from: name, to: name })).default([]),
});

export const programmeSchema = z.strictObject({
  programme: name,
  ...identity,
  starts_on: day,
  ends_on: day,
  /** Codes of the municipalities that take part; `mentioned` are named by the source without taking part. */
  municipalities: z.array(z.string().regex(/^\d{4}$/)).min(1),
  mentioned: z.array(z.strictObject({ municipality: z.string().regex(/^\d{4}$/), role: text })).default([]),
  funder: text,
  /** Swedish kronor. Null where the source gives no amount. */
  budget: z
    .strictObject({
      total: z.number().nullable(),
      support: z.number().nullable(),
      note: text.nullable().default(null),
      source,
    })
    .nullable()
    .default(null),
  /** The funder's reference numbers. */
  references: z.array(z.string().min(1)).default([]),
  target_group: text,
  target_groups: z.array(described).default([]),
  age_bands: z.array(ageBand).min(1),
  cutoffs: z.array(z.strictObject({ on: day, title: text, source: source.optional() })).default([]),
  /** The routes in and the reasons out that the programme itself has used, with its own words for them. */
  inflow_routes: z.array(described).default([]),
  exit_reasons: z.array(described).default([]),
  /** In the order of importance: the first is the headline. */
  indicators: z.array(name).default([]),
  targets: z.array(target).default([]),
  goals: z.array(goal).default([]),
  instruments: z.array(z.strictObject({ instrument: name, waves: codes, title: text, source })).default([]),
  caveats: z.array(z.strictObject({ text, source })).default([]),
  theory: theory.nullable().default(null),
});

export type ProgrammeDefinition = z.infer<typeof programmeSchema>;
