import { z } from "zod";

const supplier = { supplied_by: z.string().min(1).optional() };

const bands = z.strictObject({
  column: z.literal("age"),
  way: z.literal("band"),
  /** The ages that stand for all others: each person gets the highest that is not above the own. */
  from: z.array(z.int().min(0)).min(1),
  ...supplier,
});

const months = z.strictObject({ column: z.literal("dates"), way: z.literal("month"), ...supplier });

const rare = z.strictObject({
  column: z.enum(["inflow_route", "education"]),
  way: z.literal("rare"),
  /** A code that fewer persons of the extract have is merged with the others. */
  fewer_than: z.int().min(2),
  ...supplier,
});

const left = z.strictObject({
  column: z.enum(["inflow_route", "education", "foreign_born", "disability"]),
  way: z.literal("leave_out"),
  ...supplier,
});

const step = z.union([bands, months, rare, left]);

/** One way in which values are made coarser when an extract is built, so that persons are harder to tell apart. */
export type CoarseningStep = z.infer<typeof step>;

/** `coarsening/<programme>.json`. A step without `supplied_by` is for all who deliver to the programme. */
export const coarseningFile = z.strictObject({
  format: z.literal("sammanhang-coarsening/1"),
  programme: z.string().min(1),
  steps: z.array(step).refine(namesEachOnce, { error: "twice" }),
});

function namesEachOnce(steps: CoarseningStep[]): boolean {
  return new Set(steps.map((each) => `${each.column} ${each.supplied_by ?? ""}`)).size === steps.length;
}

/** What is done to one supplier's extracts: a step of its own goes before a general one for the same column. */
export function stepsFor(steps: readonly CoarseningStep[], supplier: string): CoarseningStep[] {
  const own = steps.filter(({ supplied_by }) => supplied_by === supplier);
  const general = steps.filter(
    ({ supplied_by, column }) => supplied_by === undefined && !own.some((each) => each.column === column),
  );
  return [...own, ...general].sort((a, b) => a.column.localeCompare(b.column, "en"));
}
