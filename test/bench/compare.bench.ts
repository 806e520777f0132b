import { chmod, copyFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "vitest";
import { openBuild } from "../../electron/engine/database.ts";
import { compileIndicator } from "../../electron/engine/indicator.ts";
import { settleIndicator } from "../../electron/engine/indicator-question.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { openSession } from "../../electron/engine/session.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { readBuildInputs } from "../../electron/intake/build-inputs.ts";
import { builtExtracts } from "../../electron/intake/built-extracts.ts";
import { openWorkspace } from "../../electron/workspace.ts";
import { inTemporaryFolder, participants } from "./large.ts";
import { against, asRatio, inMilliseconds, report } from "./measure.ts";
import { benchWorkspace } from "./workspaces.ts";

const many = participants.toLocaleString("en");
const rounds = 7;

/** What one would write by hand: each person's last exit, counted by municipality, and nothing of statistics. */
const byHand = `
select last.municipality, count(*) as n, count(*) filter (last.exit_reason in ('work', 'studies')) as k
from (
  select e.municipality, e.exit_reason
  from build_stay as e
  where e.ended_on is not null and e.eligible <> 'N' and e.age between 15 and 29
  qualify e.single or row_number() over (partition by e.extract_no, e.person order by e.stay desc) = 1
) as last
group by all`;

it("compares 290 municipalities", async () => {
  const workspace = await openWorkspace(await benchWorkspace());
  const { extracts } = await builtExtracts(workspace, await readBuildInputs(workspace));
  const library = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);
  const codes = library.codes.municipality!.map(({ code }) => `'${code}'`).join(", ");
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, "build.duckdb");
    await copyFile(extracts[0]!.path, path);
    await chmod(path, 0o644);
    const build = await openBuild(path);
    await build.run(`update enrolment set municipality = [${codes}][(hash(participant) % 290)::integer + 1]`);
    await build.close();
    const session = await openSession({ library, extracts: [{ ...extracts[0]!, path }] });
    const compiled = (request: object) => {
      const asked = { indicator: "work-or-study-at-exit", ...request };
      const { definition, programme, question } = settleIndicator({ library, extracts }, {}, asked);
      return compileIndicator(definition, programme, question);
    };
    const ask =
      ({ sql, params }: { sql: string; params?: Parameters<typeof session.database.query>[1] }) =>
      () =>
        session.database.query(sql, params);
    const requests = {
      "290 municipalities compared": { compare: "municipality" },
      "the same, standardised by sex and age": { compare: "municipality", standardise: ["sex", "age_band"] },
      "all 41 905 pairs": { compare: "municipality", pairs: true },
    };
    for (const [what, request] of Object.entries(requests)) {
      const { ours, theirs, ratio } = await against(rounds, ask(compiled(request)), ask({ sql: byHand }));
      report(
        `${what} at ${many}, against the counts by hand`,
        `**${inMilliseconds(ours)}** (${inMilliseconds(theirs)}; ${asRatio(ratio)})`,
        "≤ 200 ms",
      );
    }
    await session.close();
  });
});
