import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, it } from "vitest";
import { openDesk } from "../../electron/engine/desk.ts";
import { openHost } from "../../electron/engine/host.ts";
import { createWorkspace, openWorkspace } from "../../electron/workspace.ts";
import { type Engine, startEngine } from "./engine.ts";
import { largePackage, participants } from "./large.ts";
import { against, asRatio, inMilliseconds, report } from "./measure.ts";
import { tenfold } from "./tenfold.ts";

const folder = join(tmpdir(), "sammanhang-bench");
const sizes = [
  { people: participants, workspace: join(folder, `workspace-${participants}`) },
  { people: participants * 10, workspace: join(folder, `workspace-${participants * 10}`) },
];

beforeAll(async () => {
  const [once, ten] = sizes;
  if (!existsSync(once!.workspace)) await loadInto(once!.workspace);
  if (!existsSync(ten!.workspace)) await tenfold(once!.workspace, ten!.workspace);
});

async function loadInto(workspace: string): Promise<void> {
  const unfinished = `${workspace}-unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await createWorkspace(unfinished, { name: "Bench", language: "en", programmes: [] });
  const host = await openHost({ workspace: unfinished, room: "evaluator" });
  await host.load({ offer: host.offers.add(await largePackage()), job: "bench" });
  await host.close();
  await cp(unfinished, workspace, { recursive: true });
  await rm(unfinished, { recursive: true });
}

for (const { people, workspace } of sizes) {
  it(`answers each view at ${people} participants`, async () => {
    const engine: Engine = await startEngine(workspace);
    const { desk } = await openDesk(await openWorkspace(workspace), { room: "evaluator", product: "bench" });
    const bare = desk.session.database;
    const ratios: number[] = [];
    for (const { name } of desk.session.views) {
      const view = desk.session.view(name);
      // Rows of persons come a part at a time in the page; here the same part is asked of both.
      const { sql } = desk.session.viewSql(name, {});
      const { ours, theirs, ratio } = await against(
        5,
        () => engine.figures({ scope: {}, figures: [{ view: name }] }),
        () => bare.query(sql, {}, { limit: 10_000 }),
      );
      ratios.push(ratio);
      const grain = view.columns.some(({ role }) => role) ? "" : " (rows)";
      report(
        `\`${name}\`${grain} over HTTP at ${people.toLocaleString("en")}, against bare DuckDB`,
        `**${asRatio(ratio)}** (${inMilliseconds(ours)} against ${inMilliseconds(theirs)})`,
        "≤ 1.15",
      );
    }
    const memory = (await engine.peakMemory()) / 2 ** 20;
    report(
      `peak memory of the engine after all views at ${people.toLocaleString("en")}`,
      `${memory.toFixed(0)} MiB`,
      "",
    );
    await desk.session.close();
    await engine.close();
  });
}
