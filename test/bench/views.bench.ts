import { it } from "vitest";
import { openDesk } from "../../electron/engine/desk.ts";
import { openWorkspace } from "../../electron/workspace.ts";
import { startEngine } from "./engine.ts";
import { participants } from "./large.ts";
import { against, asRatio, inMilliseconds, report } from "./measure.ts";
import { benchWorkspace, tenfoldWorkspace } from "./workspaces.ts";

const sizes = [
  { people: participants, open: benchWorkspace },
  { people: participants * 10, open: tenfoldWorkspace },
];

for (const { people, open } of sizes) {
  it(`answers each view at ${people} participants`, async () => {
    const workspace = await open();
    const engine = await startEngine(workspace);
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
