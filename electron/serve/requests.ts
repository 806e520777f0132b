import { z } from "zod";
import type { Host, Value } from "../contract.ts";
import { Refusal } from "../refusal.ts";

const value: z.ZodType<Value> = z.lazy(() => z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(value)]));

const window = z.strictObject({
  offset: z.int().min(0).optional(),
  limit: z.int().min(0).optional(),
  sort: z.array(z.strictObject({ column: z.string(), descending: z.boolean().optional() })).optional(),
  filter: z
    .array(
      z.union([
        z.strictObject({ column: z.string(), contains: z.string() }),
        z.strictObject({ column: z.string(), oneOf: z.array(z.string()) }),
      ]),
    )
    .optional(),
});

const viewRequest = z.strictObject({
  view: z.string(),
  params: z.record(z.string(), value).optional(),
  window: window.optional(),
});

const indicatorRequest = z.strictObject({
  indicator: z.string(),
  by: z.array(z.string()).optional(),
  denominator: z.enum(["enrolled", "exited", "exited_known", "due", "reached", "respondents", "pairs"]).optional(),
  cutoff: z.string().optional(),
  margins: z.union([z.boolean(), z.literal("each")]).optional(),
  compare: z.string().optional(),
  pairs: z.boolean().optional(),
  standardise: z.array(z.string()).optional(),
  draft: z.json().optional(),
  window: window.optional(),
});

const scope = z.strictObject({
  programme: z.string().optional(),
  cutoff: z.string().optional(),
  selection: z.record(z.string(), z.array(z.string())).optional(),
});

const schemas = {
  catalog: z.strictObject({}),
  figures: z.strictObject({
    scope,
    figures: z.array(z.union([viewRequest, indicatorRequest])),
    as: z.enum(["steering", "suppress", "round", "cell_key"]).optional(),
  }),
  sql: z.strictObject({ sql: z.string(), window: window.optional() }),
  load: z.strictObject({ offer: z.string(), job: z.string(), confirm: z.array(z.string()).optional() }),
  progress: z.strictObject({ job: z.string() }),
  save: z.strictObject({ kind: z.enum(["indicator", "coarsening"]), definition: z.json() }),
  diff: z.strictObject({ before: z.string(), after: z.string() }),
  ledger: z.strictObject({}),
} satisfies Record<keyof Host, z.ZodType>;

/** Calls a method that came over a wire by name, with a request of unknown shape. */
export async function call(host: Host, method: string, request: unknown, signal: AbortSignal): Promise<unknown> {
  switch (method) {
    case "catalog":
      return host.catalog(checked(method, request), signal);
    case "figures":
      return host.figures(checked(method, request), signal);
    case "sql":
      return host.sql(checked(method, request), signal);
    case "load":
      return host.load(checked(method, request), signal);
    case "progress":
      return host.progress(checked(method, request), signal);
    case "save":
      return host.save(checked(method, request), signal);
    case "diff":
      return host.diff(checked(method, request), signal);
    case "ledger":
      return host.ledger(checked(method, request), signal);
    default:
      throw new Refusal("unknown_method", {
        sv: "Sammanhang har ingen sådan fråga. Ladda om sidan.",
        en: "Sammanhang has no such question. Reload the page.",
      });
  }
}

function checked<M extends keyof typeof schemas>(method: M, request: unknown): z.infer<(typeof schemas)[M]> {
  const result = schemas[method].safeParse(request);
  if (result.success) return result.data as z.infer<(typeof schemas)[M]>;
  throw new Refusal(
    "bad_request",
    {
      sv: `Frågan "${method}" har fel form. Ladda om sidan.`,
      en: `The request "${method}" has the wrong shape. Reload the page.`,
    },
    { detail: z.prettifyError(result.error) },
  );
}
