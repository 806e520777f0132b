import type { Catalog, Host, LoadReport } from "../../electron/contract.ts";
import { Refusal } from "../../electron/refusal.ts";

/** What the stand-in was asked, and which questions were called off. */
export interface Seen {
  started: number;
  aborted: number;
}

const catalog: Catalog = {
  workspace: { name: "Prov åäö", language: "sv" },
  room: "evaluator",
  policy: {
    smallest_count: 5,
    smallest_base: 10,
    smallest_n_mean: 10,
    glyph: "..",
    hide_uniform: false,
    sensitive_exit_reasons: [],
    exports: "suppress" as const,
  },
  product: "0",
  views: [],
  indicators: [],
  programmes: [],
  scales: [],
  extracts: [],
  sql: { tables: {}, functions: [] },
  codes: { sex: [{ code: "F", title: { sv: "kvinnor", en: "women" } }] },
  problems: [],
};

const report: LoadReport = {
  verdict: "accepted",
  extract: "0",
  programme: null,
  as_of: null,
  tables: [],
  set_aside: [],
  flags: [],
  refusals: [],
  confirmations: [],
  notes: [],
};

/** A host without a database, for what the wires alone must do: `sql` is a word that says what to answer with. */
export function standIn(seen: Seen): Host {
  return {
    catalog: async () => catalog,
    figures: async (request) => new TextEncoder().encode(JSON.stringify(request)),
    async sql({ sql, window }, signal) {
      if (sql === "refuse")
        throw new Refusal("nothing_there", { sv: "Finns inte.", en: "Not there." }, { detail: "x" });
      if (sql === "bug") throw new TypeError("undefined is not a function");
      if (sql === "wait") await untilAborted(seen, signal);
      return new Uint8Array(window?.limit ?? 0).fill(7);
    },
    load: async () => report,
    progress: async ({ job }) => ({ state: "running", done: job.length }),
    save: async () => ({ saved: null, problems: [] }),
    diff: async () => {
      throw new Refusal("nothing_there", { sv: "Finns inte.", en: "Not there." });
    },
    ledger: async () => [],
  };
}

async function untilAborted(seen: Seen, signal: AbortSignal | undefined): Promise<never> {
  seen.started += 1;
  return new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => {
      seen.aborted += 1;
      reject(signal.reason);
    });
  });
}
