import { z } from "zod";
import { identity, name, text } from "./definition-fields.ts";

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
  /** `none` where each item is a question of its own and the items make up nothing together. */
  score: z.enum(["sum", "mean", "none"]).default("sum"),
  /** `total` is every item unless it is listed here. */
  subscales: z.record(z.string().min(1), z.array(item).min(1)).default({}),
  /** Largest number of missing items for which a score is still given, prorated; by subscale, 0 where absent. */
  missing: z.record(z.string().min(1), z.int().min(0)).default({}),
  /** The lowest value that counts as agreeing; null where the items are no statements to agree with. */
  agrees_from: z.int().nullable().default(null),
  /** Whose the questionnaire is, and what may be done with it; shown wherever it is. Null where nobody claims it. */
  licence: text.nullable().default(null),
  /** Items whose placement no source has confirmed, and what should be looked up. */
  unverified: z
    .strictObject({ items: z.array(item).min(1), note: text })
    .nullable()
    .default(null),
});

export type ScaleDefinition = z.infer<typeof scaleSchema>;

/** A score that a scale gives, with the items that make it up. */
interface Subscale {
  subscale: string;
  items: string[];
  /** How many of them may be missing. */
  may_miss: number;
  lowest: number;
  highest: number;
}

/** The scores that a scale gives, `total` first. */
export function subscalesOf({ items, lowest, highest, score, subscales, missing }: ScaleDefinition): Subscale[] {
  if (score === "none") return [];
  return Object.entries({ total: items, ...subscales }).map(([subscale, members]) => {
    const times = score === "sum" ? members.length : 1;
    return {
      subscale,
      items: members,
      may_miss: missing[subscale] ?? 0,
      lowest: lowest * times,
      highest: highest * times,
    };
  });
}
