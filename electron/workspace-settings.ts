import { z } from "zod";

const sensitiveReasons = [
  "misconduct",
  "deprived_of_liberty",
  "illness_care",
  "coordination_association",
  "daily_activity",
];

/** What may leave the evaluator's room. */
const disclosurePolicy = z.object({
  /** Smallest count that is shown. Below 3 a person could be told from one other. */
  smallest_count: z.int().min(3).default(5),
  /** Smallest base of a share. */
  smallest_base: z.int().min(3).default(10),
  /** Smallest n of a mean. */
  smallest_n_mean: z.int().min(3).default(10),
  /** What stands in place of a hidden number. */
  glyph: z.string().min(1).default(".."),
  /** None or all of a group is hidden for every count, since it is then known of each of them. */
  hide_uniform: z.boolean().default(false),
  /** Exit reasons that are shown as `other`. */
  sensitive_exit_reasons: z.array(z.string()).default(sensitiveReasons),
  /** What is done to figures for a file, unless another form is chosen: cells hidden, counts rounded to base 5, or noise by cell keys. */
  exports: z.enum(["suppress", "round", "cell_key"]).default("suppress"),
});

/** `workspace.json`. What it leaves out gets its default, so that an old workspace goes on working. */
export const workspaceSettings = z.object({
  format: z.literal("sammanhang-workspace/1").default("sammanhang-workspace/1"),
  name: z.string().min(1),
  language: z.enum(["sv", "en"]).default("sv"),
  /** What the workspace is about; a definition of that name may be missing. */
  programmes: z.array(z.string().min(1)).default([]),
  disclosure: disclosurePolicy.prefault({}),
});

export type DisclosureSettings = z.infer<typeof disclosurePolicy>;

export type WorkspaceSettings = z.infer<typeof workspaceSettings>;
