import { z } from "zod";

// A value must be able to stand in a CSV file without quotes, since millions of them do.
export const value = z.string().regex(/^[^",;\r\n]*$/, "must not contain quotes, commas, semicolons or line breaks");
export const date = z.iso.date();
export const dates = z.tuple([date, date]);
export const days = z.tuple([z.int(), z.int()]);
export const count = z.int().nonnegative();

/** How a value comes about; see queries/synth/README.md. */
export type Draw =
  | string
  | number
  | { exactly: Record<string, number> }
  | { weights: Record<string, number> }
  | { between: [number, number] }
  | { given: string; cases: Record<string, Draw>; else?: Draw };

export const draw: z.ZodType<Draw> = z.lazy(() =>
  z.union([
    value,
    z.int(),
    z.strictObject({ exactly: z.record(value, count) }),
    z.strictObject({ weights: z.record(value, z.number().nonnegative()) }),
    z.strictObject({ between: z.tuple([z.number(), z.number()]) }),
    z.strictObject({ given: z.string(), cases: z.record(z.string(), draw), else: draw.optional() }),
  ]),
);
export const fields = z.record(z.string(), draw);

/** 0 to 1. */
export const share = z.number().min(0).max(1);

/** What an event's dates count from: a day of the stay, or a date. */
export const origin = z.union([z.enum(["started_on", "ended_on"]), date]);

/** One of the codes in each of these fields. */
export const where = z.record(z.string(), z.array(z.string()));

export const condition = {
  /** Only for enrolments that have one of the codes in each of these fields. */
  where: where.optional(),
  /** How many of those, 0 to 1. */
  share: share.optional(),
};

export type Where = z.infer<typeof where>;
