import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageFile from "../../package.json" with { type: "json" };
import type { Host, Room } from "../contract.ts";
import { loadPackage } from "../intake/load.ts";
import { createOffers, type Offers } from "../offers.ts";
import { Refusal } from "../refusal.ts";
import { openWorkspace } from "../workspace.ts";
import { frameTables } from "./arrow.ts";
import { catalogOf } from "./catalog.ts";
import { openDesks } from "./desks.ts";
import { answerFigure, answerSql } from "./figures.ts";
import { guardStatement } from "./guard.ts";
import { createJobs } from "./jobs.ts";
import { saveCoarsening } from "./save-coarsening.ts";
import { saveIndicator } from "./save-indicator.ts";

/** A host on a workspace, together with what a shell needs to serve it. */
export interface OpenHost extends Host {
  offers: Offers;
  close(): Promise<void>;
}

/**
 * Opens a workspace for one room. This is where the parts meet: it knows no shell, and no shell knows what is behind it.
 *
 * Throws a Refusal where the workspace cannot be opened.
 */
export async function openHost(options: { workspace: string; room: Room; offers?: Offers }): Promise<OpenHost> {
  if (options.room === "steering") throw steeringRoomNeedsProtection();
  const workspace = await openWorkspace(options.workspace);
  const offers = options.offers ?? createOffers({ folder: join(tmpdir(), `sammanhang-${randomUUID()}`) });
  const desks = await openDesks(workspace, { room: options.room, product: packageFile.version });
  const jobs = createJobs();
  const { name, language, disclosure } = workspace.settings;

  return {
    offers,
    catalog: async () => {
      // Another window, or an editor, may have changed the workspace.
      await desks.refresh();
      return desks.use(async ({ desk, extracts }) => catalogOf(desk, { name, language }, disclosure, extracts));
    },
    figures: ({ scope, figures }, signal) => {
      // Each query of a page's figures listens for its one cancel.
      if (signal) setMaxListeners(0, signal);
      return desks.use(async ({ desk }) =>
        frameTables(await Promise.all(figures.map((figure) => answerFigure(desk, scope, figure, signal)))),
      );
    },
    sql: ({ sql, window }, signal) =>
      desks.use(async ({ desk }) => answerSql(desk, await guardStatement(desk.session.database, sql), window, signal)),
    load: ({ offer, job, confirm = [] }, signal) =>
      jobs.run(job, async (progress) => {
        const source = offers.path(offer);
        const report = await desks.use(({ inputs }) =>
          loadPackage({ ...inputs, workspace, source, confirm, signal, progress }),
        );
        await desks.refresh();
        return report;
      }),
    progress: async ({ job }) => jobs.progress(job),
    async save({ kind, definition }) {
      const save = kind === "coarsening" ? saveCoarsening : saveIndicator;
      const report = await desks.use(({ desk }) => save(workspace.folder, desk.library, definition));
      await desks.refresh();
      return report;
    },
    async close() {
      await desks.close();
      if (!options.offers) await offers.close();
    },
  };
}

function steeringRoomNeedsProtection(): Refusal {
  return new Refusal("no_steering_room", {
    sv: "Styrgruppens rum kan inte öppnas i den här versionen, eftersom den inte skyddar små grupper. Öppna utvärderarens rum.",
    en: "The steering room cannot be opened in this version, because it does not protect small groups. Open the evaluator's room.",
  });
}
