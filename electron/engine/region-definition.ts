import { z } from "zod";
import { code, name, source, text } from "./definition-fields.ts";

/** Municipalities that an evaluator wants to see as one, beside the counties. */
export const regionSchema = z.strictObject({
  region: name,
  title: text,
  municipalities: z.array(code).min(1),
  /** Whose division it is: a labour-market region of an authority, or the evaluator's own. */
  source,
});

export type RegionDefinition = z.infer<typeof regionSchema>;
