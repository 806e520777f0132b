import { chmod, cp } from "node:fs/promises";
import { openBuild } from "../../electron/engine/database.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { readBuildInputs } from "../../electron/intake/build-inputs.ts";
import { builtExtracts } from "../../electron/intake/built-extracts.ts";
import { openWorkspace } from "../../electron/workspace.ts";

/** A copy of a workspace whose persons live all over the country, some municipalities having many more of them than others. */
export async function spreadOut(original: string, copy: string): Promise<void> {
  await cp(original, copy, { recursive: true });
  const workspace = await openWorkspace(copy);
  const { extracts } = await builtExtracts(workspace, await readBuildInputs(workspace));
  const library = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);
  const codes = library.codes.municipality!.map(({ code }) => `'${code}'`).join(", ");
  const { path } = extracts[0]!;
  await chmod(path, 0o644);
  const build = await openBuild(path);
  // The square of an even number crowds the persons into the first municipalities.
  await build.run(
    `update enrolment set municipality = [${codes}][1 + floor(${library.codes.municipality!.length} * pow((hash(participant) % 100000) / 100000, 2))::integer]`,
  );
  await build.run("checkpoint");
  await build.close();
  await chmod(path, 0o444);
}
