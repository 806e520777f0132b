import { z } from "zod";

// The pieces that indicators, programmes and scales are made of. What is wrong with a piece is worded in
// definition-problems.ts, from the schema's own description where the rule is not plain from its kind.

/** A name that can stand in a file name, an address and a command line. */
export const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A code as it stands in the data. */
export const code = z.string().min(1);
export const codes = z.array(code).min(1);

export const text = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) });

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** Where a statement comes from. Never empty: a figure without a source is not evidence. */
export const source = z.string().min(1);

/** The record that this one was copied from, at the version it had then. */
export const origin = z.strictObject({ from: name, version: z.int().min(1) });

export const identity = {
  version: z.int().min(1).default(1),
  copied: origin.nullable().default(null),
  title: text,
  description: text,
  source,
};
