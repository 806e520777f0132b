import { it } from "vitest";
import { openDesk } from "../../electron/engine/desk.ts";
import { openWorkspace } from "../../electron/workspace.ts";
import { startEngine } from "./engine.ts";
import { participants } from "./large.ts";
import { against, asRatio, inMilliseconds, median, report } from "./measure.ts";
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
    for (const { name, params, columns } of desk.session.views) {
      // An answer that was given before is remembered, so each round asks about another day; views without one are left out.
      if (!params.some((param) => param.name === "cutoff")) continue;
      const days = { ours: 0, theirs: 0 };
      const { ours, theirs, ratio } = await against(
        7,
        () => engine.figures({ scope: { cutoff: day(days.ours++) }, figures: [{ view: name }] }),
        () => {
          const { sql, params } = desk.session.viewSql(name, { cutoff: day(days.theirs++) });
          return bare.query(sql, params, { limit: 10_000 });
        },
      );
      const rows = columns.every(({ role }) => role === undefined);
      if (!rows) ratios.push(ratio);
      report(
        `\`${name}\`${rows ? " (10 000 rows)" : ""} over HTTP at ${people.toLocaleString("en")}, against bare DuckDB`,
        `**${asRatio(ratio)}** (${inMilliseconds(ours)} against ${inMilliseconds(theirs)})`,
        "≤ 1.15",
      );
    }
    report(
      `all views of figures at ${people.toLocaleString("en")}`,
      `median **${asRatio(median(ratios))}**, worst ${asRatio(Math.max(...ratios))}`,
      "≤ 1.15",
    );
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

function day(round: number): string {
  return new Date(Date.UTC(2022, 3, 1 + round)).toISOString().slice(0, 10);
}
