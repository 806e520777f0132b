import { join } from "node:path";
import type { ExtractEntry, Room } from "../contract.ts";
import type { Workspace } from "../workspace.ts";
import { createKeptAnswers } from "./kept-answers.ts";
import { readLibrary } from "./library.ts";
import type { Desk } from "./question.ts";
import { type BuiltExtract, openSession } from "./session.ts";
import { shippedQueries } from "./shipped.ts";

/** Reads the library anew and opens the current extracts with it. */
export async function openDesk(
  workspace: Workspace,
  extracts: (ExtractEntry & BuiltExtract)[],
  settings: { room: Room; product: string },
): Promise<Desk> {
  const library = await readLibrary([
    { path: shippedQueries(), origin: "shipped" },
    { path: workspace.folder, origin: "workspace" },
  ]);
  const current = extracts.filter((extract) => extract.current);
  const session = await openSession({
    library,
    extracts: current,
    database: { tempDirectory: join(workspace.folder, ".build", "spill") },
  });
  return {
    ...settings,
    library,
    session,
    extracts: current.map(({ extract, programme, as_of, completeness, supplied_by, note, synthetic }) => ({
      extract,
      programme,
      as_of,
      completeness,
      supplied_by,
      note,
      synthetic,
    })),
    kept: createKeptAnswers(session.database),
    setAside: current.flatMap(({ programme, tables }) =>
      tables
        .filter(({ set_aside }) => set_aside > 0)
        .map(({ table, set_aside }) => ({ programme, table, count: set_aside })),
    ),
  };
}
