import { z } from "zod";
import { identity, name } from "./definition-fields.ts";

const item = z.union([z.string().min(1), z.int()]).transform(String);

/**
 * How a questionnaire's items become scores: which are reversed, which belong together, how many may be missing. Item
 * texts are never part of it: they belong to their authors.
 */
export const scaleSchema = z.strictObject({
  scale: name,
  ...identity,
  items: z.array(item).min(1),
  lowest: z.int(),
  highest: z.int(),
  reversed: z.array(item).default([]),
  /** `total` is every item unless it is listed here. */
  subscales: z.record(z.string().min(1), z.array(item).min(1)).default({}),
  /** Largest number of missing items for which a score is still given, prorated; by subscale, 0 where absent. */
  missing: z.record(z.string().min(1), z.int().min(0)).default({}),
});

export type ScaleDefinition = z.infer<typeof scaleSchema>;
