import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "vitest";
import { type QueryDatabase, rowsOf } from "../../electron/engine/database.ts";
import { openDesk } from "../../electron/engine/desk.ts";
import { type CompiledIndicator, compileIndicator } from "../../electron/engine/indicator.ts";
import { settleIndicator } from "../../electron/engine/indicator-question.ts";
import type { Desk } from "../../electron/engine/question.ts";
import { openWorkspace } from "../../electron/workspace.ts";
import { isInstalled, startDataTable } from "./data-table.ts";
import { inTemporaryFolder, participants } from "./large.ts";
import { against, asRatio, inMilliseconds, report } from "./measure.ts";
import { type Numbers, numbersOf, sameNumbers } from "./numbers.ts";
import { benchWorkspace } from "./workspaces.ts";

const many = participants.toLocaleString("en");
const rounds = 5;

/** One statement of ours: an indicator with all of its breakdowns. */
interface Asked {
  indicator: string;
  breakdowns: readonly string[];
  compiled: CompiledIndicator;
}

it("computes all indicators with all breakdowns", async () => {
  const workspace = await benchWorkspace();
  const { desk } = await openDesk(await openWorkspace(workspace), { room: "evaluator", product: "bench" });
  const { database } = desk.session;
  const asked = allQuestions(desk);
  const byHand = await readFile(join(import.meta.dirname, "indicators.sql"), "utf8");
  const numbers = await ourNumbers(database, asked);
  sameNumbers(numbers, numbersOf(await database.rows(byHand)), "the query by hand");

  const askAll = async () => {
    for (const { compiled } of asked) await database.query(compiled.sql, compiled.params);
  };
  const { ours, theirs, ratio } = await against(rounds, askAll, () => database.query(byHand));
  const groupings = asked.reduce((sum, { breakdowns }) => sum + breakdowns.length + 1, 0);
  const what = `${asked.length} indicators with all their breakdowns (${groupings} groupings; no surveys, there are no answers) at ${many}`;
  report(
    `${what}, against one query by hand; the same intervals in both`,
    `**${asRatio(ratio)}** (${inMilliseconds(ours)} against ${inMilliseconds(theirs)})`,
    "≤ 1.5",
  );
  if (await isInstalled()) {
    await inTemporaryFolder(async (folder) => {
      const dataTable = await startDataTable(workspace, folder);
      await dataTable.compute();
      sameNumbers(numbers, await dataTable.numbers(), "data.table");
      const measured = await against(rounds, askAll, dataTable.compute);
      dataTable.close();
      report(
        `the same against R's data.table, whose reading is not counted`,
        `**${asRatio(measured.ratio)}** (${inMilliseconds(measured.ours)} against ${inMilliseconds(measured.theirs)})`,
        "",
      );
    });
  } else console.log("Not compared with data.table: R with data.table is not installed.");
  await desk.session.close();
});

/** Survey indicators are left out on both sides: the package has no answers. */
function allQuestions({ library, extracts }: Desk): Asked[] {
  const programme = library.programmes.find((each) => each.programme === extracts[0]?.programme);
  const listed = library.indicators.filter(
    ({ indicator, denominator }) => programme?.indicators.includes(indicator) && denominator !== "respondents",
  );
  return listed.map(({ indicator, breakdowns }) => {
    const settled = settleIndicator({ library, extracts }, {}, { indicator, by: breakdowns, margins: "each" });
    const compiled = compileIndicator(settled.definition, settled.programme, settled.question);
    return { indicator, breakdowns, compiled };
  });
}

async function ourNumbers(database: QueryDatabase, asked: Asked[]): Promise<Numbers> {
  const rows: Record<string, unknown>[] = [];
  for (const { indicator, breakdowns, compiled } of asked) {
    for (const row of rowsOf(await database.query(compiled.sql, compiled.params))) {
      const breakdown = breakdowns.find((column) => row[column] !== null) ?? "";
      rows.push({ ...row, indicator, breakdown, value: row[breakdown] ?? "" });
    }
  }
  return numbersOf(rows);
}
