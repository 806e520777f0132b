import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { it } from "vitest";
import { openBuild } from "../../electron/engine/database.ts";
import { openHost } from "../../electron/engine/host.ts";
import { createWorkspace } from "../../electron/workspace.ts";
import { inTemporaryFolder, largePackage, participants } from "./large.ts";
import { against, asRatio, inSeconds, report } from "./measure.ts";

it("loads a large package", async () => {
  const source = await largePackage();
  const files = (await readdir(source)).filter((name) => name.endsWith(".csv"));

  await inTemporaryFolder(async (folder) => {
    let round = 0;
    const ours = async () => {
      const workspace = join(folder, `workspace-${round++}`);
      await createWorkspace(workspace, { name: "Bench", language: "en", programmes: [] });
      const host = await openHost({ workspace, room: "evaluator" });
      const result = await host.load({ offer: host.offers.add(source), job: "bench" });
      if (result.verdict !== "accepted") throw new Error(JSON.stringify(result.refusals.slice(0, 3)));
      await host.close();
      await rm(workspace, { recursive: true });
    };
    const theirs = async () => {
      const path = join(folder, `bare-${round++}.duckdb`);
      const database = await openBuild(path);
      for (const file of files) {
        const table = file.replace(".csv", "");
        await database.run(`create table "${table}" as from read_csv('${join(source, file)}')`);
      }
      await database.close();
      await rm(path);
    };
    const { ours: load, theirs: bare, ratio } = await against(3, ours, theirs);
    report(
      `build of ${participants.toLocaleString("en")} participants, with all checks and the identifier scan, against bare \`create table as from read_csv\``,
      `**${asRatio(ratio)}** (${inSeconds(load)} against ${inSeconds(bare)})`,
      "≤ 3.0",
    );
  });
});
