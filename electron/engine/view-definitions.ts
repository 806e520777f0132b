import type { Problem, ViewEntry } from "../contract.ts";
import type { QueryDatabase } from "./database.ts";
import { defineInRounds } from "./define-in-rounds.ts";
import { guardStatement } from "./guard.ts";
import { columnProblems, definitionProblem } from "./view-problems.ts";
import { createView, dropView } from "./view-sql.ts";

export interface LibraryView extends ViewEntry {
  /** Path of the file, as problems name it. */
  file: string;
}

/** Makes the views that can be made. The others become problems, and so do those whose header says other than they do. */
export async function defineViews(
  database: QueryDatabase,
  views: LibraryView[],
): Promise<{ views: ViewEntry[]; problems: Problem[] }> {
  const failed = await defineInRounds(views, async (view) => {
    // A view of the workspace may do what typed SQL may, and no more: workspaces are passed from hand to hand.
    // Its lines are counted as in the statement that makes it, which has one more.
    if (view.origin === "workspace") await guardStatement(database, `\n${view.sql}`);
    await database.define(createView(view));
  });
  const usable: ViewEntry[] = [];
  const problems: Problem[] = failed.map(({ thing, error }) => definitionProblem(thing, error));
  const broken = new Set(failed.map(({ thing }) => thing.name));
  for (const view of views.filter(({ name }) => !broken.has(name))) {
    const found = await mismatches(database, view);
    problems.push(...found);
    if (found.length === 0) usable.push(withoutFile(view));
    else await database.define(dropView(view));
  }
  return { views: usable.sort((a, b) => a.name.localeCompare(b.name, "en")), problems };
}

async function mismatches(database: QueryDatabase, view: LibraryView): Promise<Problem[]> {
  try {
    const call = `select * from "${view.name}"${view.params.length > 0 ? "()" : ""}`;
    return columnProblems(view, await database.describe(call));
  } catch (error) {
    return [definitionProblem(view, error)];
  }
}

function withoutFile({ file: _, ...view }: LibraryView): ViewEntry {
  return view;
}
