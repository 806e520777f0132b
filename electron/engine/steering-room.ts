import { setMaxListeners } from "node:events";
import { Refusal, toFault } from "../refusal.ts";
import { frameTables } from "./arrow.ts";
import { catalogOf } from "./catalog.ts";
import { openDesks } from "./desks.ts";
import { openLedger } from "./ledger.ts";
import { openProtection } from "./protection.ts";
import { type OpenRoom, policyOf } from "./room.ts";
import { steeringCatalog } from "./steering-catalog.ts";
import { answerTogether } from "./steering-figures.ts";
import { refused } from "./steering-rules.ts";

/** The room of those who may see figures about groups only. No request leads out of it. */
export const openSteeringRoom: OpenRoom = async ({ workspace, product }) => {
  const desks = await openDesks(workspace, { room: "steering", product });
  const { name, language, disclosure } = workspace.settings;
  const rules = {
    policy: policyOf(workspace),
    glyph: disclosure.glyph,
    ledger: openLedger(workspace.folder),
    protection: openProtection(),
    purpose: "show" as const,
    decided: new Map(),
  };

  return {
    catalog: () =>
      withoutDetail(async () => {
        await desks.refresh();
        return desks.use(async ({ desk, extracts }) =>
          steeringCatalog(catalogOf(desk, { name, language }, disclosure, extracts)),
        );
      }),
    figures: (request, signal) =>
      withoutDetail(() => {
        if (signal) setMaxListeners(0, signal);
        if (request.as === "round" || request.as === "cell_key") throw secondLook();
        return desks.use(async ({ desk }) => frameTables(await answerTogether(desk, rules, request, signal)));
      }),
    sql: async () => {
      throw refused(
        "I styrgruppens rum ställs inga egna SQL-frågor, eftersom svaren kan visa enskilda personer. Öppna utvärderarens rum.",
        "No SQL is typed in the steering room, because its answers may show single persons. Open the evaluator's room.",
      );
    },
    load: async () => {
      throw refused(
        "I styrgruppens rum läses inga data in. Öppna arbetsytan i utvärderarens rum.",
        "No data are loaded in the steering room. Open the workspace in the evaluator's room.",
      );
    },
    progress: async () => ({ state: "unknown" }),
    save: async () => {
      throw refused(
        "I styrgruppens rum sparas ingenting. Öppna arbetsytan i utvärderarens rum.",
        "Nothing is saved in the steering room. Open the workspace in the evaluator's room.",
      );
    },
    diff: async () => {
      throw refused(
        "Vad som har ändrats mellan två leveranser visas bara i utvärderarens rum: en skillnad kan gälla en enda person.",
        "What changed between two deliveries is shown in the evaluator's room only: a difference may be of a single person.",
      );
    },
    ledger: async () => {
      throw refused(
        "Vad som har visats i styrgruppens rum läses bara i utvärderarens rum.",
        "What has been shown in the steering room is read in the evaluator's room only.",
      );
    },
    async close() {
      await Promise.all([desks.close(), rules.protection.close()]);
    },
  };
};

/** A hidden count, rounded or with noise, is known more closely than hidden. */
function secondLook(): Refusal {
  return refused(
    "I styrgruppens rum visas inga avrundade antal och inget brus: de skulle säga mer om de tal som är dolda. Spara filen i utvärderarens rum.",
    "The steering room shows no rounded counts and no noise: they would tell more of the numbers that are hidden. Save the file in the evaluator's room.",
  );
}

/** A database's own words may quote a row. */
async function withoutDetail<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") throw error;
    const { code, message } = toFault(error);
    throw new Refusal(code, message);
  }
}
