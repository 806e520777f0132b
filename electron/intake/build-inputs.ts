import { join } from "node:path";
import { type Library, readLibrary } from "../engine/library.ts";
import { shippedQueries } from "../engine/shipped.ts";
import type { Workspace } from "../workspace.ts";
import type { BuildInputs } from "./build-file.ts";
import { readCoarsenings } from "./read-coarsenings.ts";
import { readTableDefinitions } from "./table-definition.ts";

/** What ships with the product and what the workspace adds, as far as a build needs it. */
export async function readBuildInputs(workspace: Workspace): Promise<BuildInputs> {
  const library = await readLibrary([
    { path: shippedQueries(), origin: "shipped" },
    { path: workspace.folder, origin: "workspace" },
  ]);
  return buildInputs(library, workspace);
}

export async function buildInputs({ codes, programmes, scales }: Library, { folder }: Workspace): Promise<BuildInputs> {
  return {
    tables: await readTableDefinitions(join(shippedQueries(), "extract")),
    codes,
    programmes: programmes.map(({ programme, starts_on, ends_on }) => ({ name: programme, starts_on, ends_on })),
    scales: scales.map(({ scale, items, lowest, highest }) => ({
      name: scale,
      items,
      min: lowest,
      max: highest,
    })),
    coarsenings: await readCoarsenings(folder),
  };
}
