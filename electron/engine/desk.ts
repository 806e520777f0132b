import { join } from "node:path";
import type { ExtractEntry, ExtractMeta, Room } from "../contract.ts";
import type { BuildInputs } from "../intake/build-file.ts";
import { buildInputs } from "../intake/build-inputs.ts";
import { builtExtracts } from "../intake/built-extracts.ts";
import type { Workspace } from "../workspace.ts";
import { timeLimitMs } from "./figures.ts";
import { createKeptAnswers } from "./kept-answers.ts";
import { readShown } from "./ledger.ts";
import { readLibrary } from "./library.ts";
import type { Desk } from "./question.ts";
import { openSession } from "./session.ts";
import { shippedQueries } from "./shipped.ts";
import { readSqlNames } from "./sql-names.ts";
import { createKeptMarks } from "./steering-marks.ts";

/** A desk, and all extracts of the workspace, of which it works on the current ones. */
export interface OpenedDesk {
  desk: Desk;
  extracts: ExtractEntry[];
  /** What a further package is read with. */
  inputs: BuildInputs;
}

/** Reads the library anew and opens the current extracts with it. */
export async function openDesk(workspace: Workspace, settings: { room: Room; product: string }): Promise<OpenedDesk> {
  const library = await readLibrary([
    { path: shippedQueries(), origin: "shipped" },
    { path: workspace.folder, origin: "workspace" },
  ]);
  const inputs = await buildInputs(library, workspace);
  const { extracts, problems } = await builtExtracts(workspace, inputs);
  const current = extracts.filter((extract) => extract.current);
  const database = { tempDirectory: join(workspace.folder, ".build", "spill") };
  const sensitive = settings.room === "steering" ? workspace.settings.disclosure.sensitive_exit_reasons : [];
  const shown = settings.room === "steering" ? [] : await readShown(workspace.folder);
  const session = await openSession({ library, extracts: current, database, sensitive, shown });
  const desk = {
    ...settings,
    sensitive,
    library: { ...library, problems: [...library.problems, ...problems] },
    session,
    sql: await readSqlNames(session.database),
    extracts: current.map(settings.room === "steering" ? withoutRemarks : metaOf),
    kept: createKeptAnswers(session.database, timeLimitMs),
    marks: createKeptMarks(session.database, session.tracing, timeLimitMs),
    setAside: (settings.room === "steering" ? [] : current).flatMap(({ programme, tables }) =>
      tables
        .filter(({ set_aside }) => set_aside > 0)
        .map(({ table, set_aside }) => ({ programme, table, count: set_aside })),
    ),
  };
  return { desk, extracts: extracts.map(({ path, ...entry }) => entry), inputs };
}

/** What a supplier or a build says about an extract may be about rows. */
function withoutRemarks(entry: ExtractMeta): ExtractMeta {
  const { coarsened: _, ...meta } = metaOf(entry);
  return { ...meta, note: null };
}

function metaOf(entry: ExtractMeta): ExtractMeta {
  const { extract, programme, as_of, completeness, supplied_by, note, synthetic, coarsened } = entry;
  return {
    extract,
    programme,
    as_of,
    completeness,
    supplied_by,
    note,
    synthetic,
    ...(coarsened && { coarsened }),
  };
}
