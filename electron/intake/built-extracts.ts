import type { ExtractEntry } from "../contract.ts";
import type { Workspace } from "../workspace.ts";
import type { BuildInputs } from "./build-file.ts";
import { readBuildInputs } from "./build-inputs.ts";
import { ensureBuild } from "./ensure-build.ts";
import { listExtracts } from "./extracts.ts";

/** All extracts, the current ones with a build file that is there and whole. */
export async function builtExtracts(
  workspace: Workspace,
  given?: BuildInputs,
): Promise<(ExtractEntry & { path: string })[]> {
  const { extracts } = await listExtracts(workspace);
  const inputs = given ?? (await readBuildInputs(workspace));
  const built: (ExtractEntry & { path: string })[] = [];
  for (const { kept, ...entry } of extracts) {
    built.push({ ...entry, path: entry.current ? await ensureBuild(workspace, kept, inputs) : "" });
  }
  return built;
}
