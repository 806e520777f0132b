import { readdirSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openBuild } from "../../electron/engine/database.ts";
import { copyOf, emptyWorkspace, load } from "./workbench.ts";

test("an enrolment has the day of its first outcome and of the first follow-up that reached the person", async () => {
  const source = await copyOf("clean");
  // One outcome of I-01 comes earlier than the other; one of I-02 began before the enrolment and is set aside.
  await appendFile(
    join(source, "outcome.csv"),
    "I-01,studies_komvux,2021-06-01,,document,\nI-02,job_search,2021-01-01,,staff,\n",
  );
  await writeFile(
    join(source, "followup.csv"),
    [
      "enrolment,horizon,due_on,contacted_on,result,status",
      "I-01,exit_90d,2022-02-28,2022-03-02,reached,work",
      "I-01,exit_4w,2021-12-28,2021-12-27,not_reached,unknown",
      "I-03,exit_90d,2022-09-08,2022-09-10,reached,work",
      "I-03,exit_4w,2022-07-08,2022-07-07,reached,work",
      // On a day that nobody noted.
      "I-04,exit_4w,2022-05-30,,reached,work",
      "",
    ].join("\n"),
  );
  const manifest = JSON.parse(await readFile(join(source, "extract.json"), "utf8"));
  await writeFile(join(source, "extract.json"), JSON.stringify({ ...manifest, rows: undefined }));
  const workspace = await emptyWorkspace();
  expect((await load(workspace, source)).verdict).toBe("accepted");
  const [file] = readdirSync(join(workspace.folder, ".build")).filter((name) => name.endsWith(".duckdb"));
  const database = await openBuild(":memory:");
  await database.run(`attach '${join(workspace.folder, ".build", file!)}' as build (read_only)`);
  const rows = await database.all(`
    select enrolment, first_outcome_on::varchar as outcome, first_reached_on::varchar as reached
    from build.enrolment order by enrolment`);
  await database.close();
  expect(rows).toEqual([
    { enrolment: "I-01", outcome: "2021-06-01", reached: "2022-03-02" },
    { enrolment: "I-02", outcome: null, reached: null },
    { enrolment: "I-03", outcome: null, reached: "2022-07-07" },
    { enrolment: "I-04", outcome: "2022-05-20", reached: null },
  ]);
});
