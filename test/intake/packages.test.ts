import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { LoadFinding, LoadReport } from "../../electron/contract.ts";
import { emptyWorkspace, load, packages } from "./workbench.ts";

function place({ file, line, column, rule }: LoadFinding) {
  return { file, line, column, rule };
}

/** What the expectations written beside each package speak of. */
function essence(report: LoadReport) {
  return {
    verdict: report.verdict,
    tables:
      report.verdict === "refused"
        ? []
        : report.tables.map(({ table, rows, kept, set_aside }) => ({ table, rows, kept, set_aside })),
    set_aside: report.set_aside.map(place),
    flags: report.flags.map(({ rule, table, count }) => ({ rule, table, count })),
    refusals: report.refusals.map(place),
    confirmations: report.confirmations.map(({ code, findings }) => ({ code, findings: findings.map(place) })),
  };
}

function sortTables<T extends { tables: { table: string }[] }>(report: T): T {
  return { ...report, tables: [...report.tables].sort((a, b) => a.table.localeCompare(b.table)) };
}

describe("each delivered package gets the report that was written for it by hand", () => {
  test.for(readdirSync(packages))("%s", async (name) => {
    const expected = JSON.parse(await readFile(join(packages, name, "expected.json"), "utf8"));
    const workspace = await emptyWorkspace();
    const report = await load(workspace, join(packages, name, "package"));
    expect(sortTables(essence(report))).toEqual(sortTables(expected));

    const kept = readdirSync(join(workspace.folder, "extracts"));
    expect(kept).toEqual(report.verdict === "accepted" ? [report.extract] : []);
    const builds = readdirSync(join(workspace.folder, ".build"));
    expect(builds).toHaveLength(report.verdict === "accepted" ? 1 : 0);
    for (const { message } of [...report.refusals, ...report.set_aside]) {
      expect(message.sv).not.toBe("");
      expect(message.en).not.toBe("");
    }
  });
});
