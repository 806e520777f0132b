import type { ExtractEntry, Problem } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import type { Workspace } from "../workspace.ts";
import type { BuildInputs } from "./build-file.ts";
import { toldCoarsening } from "./coarsening-words.ts";
import { ensureBuild } from "./ensure-build.ts";
import { listExtracts } from "./extracts.ts";
import { coarseningOf } from "./read-coarsenings.ts";

export interface BuiltExtracts {
  /** All, of which the current ones have a build file that opens. */
  extracts: (ExtractEntry & { path: string })[];
  /** Extracts that cannot be read or built. They are not used, and no older one takes their place. */
  problems: Problem[];
}

/** The workspace's extracts with their build files; what is missing or damaged is built again. */
export async function builtExtracts(
  workspace: Workspace,
  inputs: BuildInputs,
  signal?: AbortSignal,
): Promise<BuiltExtracts> {
  const { extracts, problems } = await listExtracts(workspace);
  const built: BuiltExtracts = { extracts: [], problems };
  for (const { kept, ...entry } of extracts) {
    try {
      const path = entry.current ? await ensureBuild(workspace, kept, inputs, { signal }) : "";
      const coarsened = toldCoarsening(coarseningOf(inputs.coarsenings, entry));
      built.extracts.push({ ...entry, ...(coarsened.length > 0 && { coarsened }), path });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push({ file: `extracts/${entry.extract}`, message: error.text });
      built.extracts.push({ ...entry, current: false, path: "" });
    }
  }
  return built;
}
