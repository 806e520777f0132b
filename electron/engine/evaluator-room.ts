import { setMaxListeners } from "node:events";
import { loadPackage } from "../intake/load.ts";
import { frameTables } from "./arrow.ts";
import { catalogOf } from "./catalog.ts";
import { cellSecret } from "./cell-secret.ts";
import { answerChanged } from "./changed-figures.ts";
import { type Desks, openDesks } from "./desks.ts";
import { diffDeliveries } from "./diff.ts";
import { answerFigure, answerSql } from "./figures.ts";
import { guardStatement } from "./guard.ts";
import { createJobs } from "./jobs.ts";
import { openLedger } from "./ledger.ts";
import { openProtection } from "./protection.ts";
import type { Desk } from "./question.ts";
import { readAnswers } from "./read-answers.ts";
import { type OpenRoom, policyOf } from "./room.ts";
import { saveCoarsening } from "./save-coarsening.ts";
import { saveIndicator } from "./save-indicator.ts";
import { answerTogether } from "./steering-figures.ts";

/** The room of the evaluator, who may see rows about persons on a computer of their own. */
export const openEvaluatorRoom: OpenRoom = async ({ workspace, offers, product }) => {
  const desks = await openDesks(workspace, { room: "evaluator", product });
  const jobs = createJobs();
  const { name, language, disclosure } = workspace.settings;
  // The same extracts as the steering room has them; opened when somebody looks at figures as they are shown there.
  let other: Promise<Desks> | undefined;
  const steeringDesks = async (): Promise<Desks> => {
    other ??= openDesks(workspace, { room: "steering", product });
    const opened = await other;
    await opened.refresh();
    return opened;
  };
  const rules = {
    policy: policyOf(workspace),
    glyph: disclosure.glyph,
    ledger: openLedger(workspace.folder),
    protection: openProtection(),
  };

  return {
    catalog: async () => {
      // Another window, or an editor, may have changed the workspace.
      await desks.refresh();
      return desks.use(async ({ desk, extracts }) => catalogOf(desk, { name, language }, disclosure, extracts));
    },
    figures: async (request, signal) => {
      // Each query of a page's figures listens for its one cancel.
      if (signal) setMaxListeners(0, signal);
      const { scope, figures, as } = request;
      if (as !== undefined) {
        const answer = ({ desk }: { desk: Desk }) =>
          as === "round" || as === "cell_key"
            ? answerChanged(desk, { ...rules, form: as, secret: () => cellSecret(workspace.folder) }, request, signal)
            : answerTogether(desk, { ...rules, purpose: as === "suppress" ? "show" : "look" }, request, signal);
        return desks.use(async () => (await steeringDesks()).use(async (opened) => frameTables(await answer(opened))));
      }
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
    diff: ({ before, after }, signal) =>
      desks.use(() => diffDeliveries(workspace, { names: [before, after], policy: disclosure, product, signal })),
    ledger: () => desks.use(({ desk }) => readAnswers(workspace.folder, desk.library)),
    async close() {
      await Promise.all([desks.close(), rules.protection.close()]);
      await (await other)?.close();
    },
  };
};
