import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openBuild } from "../../electron/engine/database.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { readBuildInputs } from "../../electron/intake/build-inputs.ts";
import { ensureBuild } from "../../electron/intake/ensure-build.ts";
import { listExtracts } from "../../electron/intake/extracts.ts";
import { parseTableDefinition, readTableDefinitions } from "../../electron/intake/table-definition.ts";
import { writeBuild } from "../fixtures/build.ts";
import { emptyWorkspace, load, packages, testInputs } from "./workbench.ts";

const tables = await readTableDefinitions(join(shippedQueries(), "extract"));

test("a table stands behind those it refers to, and each has a key of its own name or none", () => {
  const names = tables.map(({ name }) => name);
  for (const { name, columns } of tables) {
    for (const { references } of columns)
      if (references) expect(names.indexOf(references)).toBeLessThan(names.indexOf(name));
    expect(columns.filter(({ key }) => key).every((column) => column.name === name)).toBe(true);
  }
});

test("every table has a title in both languages, and every check a sentence", () => {
  for (const { title, checks } of tables) {
    expect(title.sv).not.toBe("");
    expect(title.en).not.toBe("");
    for (const { message } of checks) expect(message.sv.length * message.en.length).toBeGreaterThan(0);
  }
});

test.for([
  "-- x\n-- @colum a text",
  "-- x\n-- @column a varchar",
  "-- x\n-- @column a text unique",
  "-- x\n-- @check flag wrong: a > 1\n--   sv Bara svenska.",
  "-- x\n-- @check warn wrong: a > 1\n--   sv Fel.\n--   en Wrong.",
])("a mistake in a definition is told: %s", (source) =>
  expect(() => parseTableDefinition("t", source)).toThrow("t.sql"),
);

test("the build has the schema that the views' fixture imitates", async () => {
  const workspace = await emptyWorkspace();
  await load(workspace, join(packages, "clean", "package"));
  const [extract] = (await listExtracts(workspace)).extracts;
  const built = await ensureBuild(workspace, extract!.kept, await testInputs(workspace));
  const imitated = join(workspace.folder, "imitated.duckdb");
  await writeBuild(imitated, { extract: "x", programme: "arbetskraft", as_of: "2022-10-01" }, {});
  expect(await schemaOf(built)).toEqual(await schemaOf(imitated));
  rmSync(imitated);
});

async function schemaOf(path: string): Promise<unknown[]> {
  const database = await openBuild(":memory:");
  await database.run(`attach '${path}' as build (read_only)`);
  const columns = await database.all(`select table_name, column_index, column_name, data_type from duckdb_columns()
    where database_name = 'build' order by all`);
  await database.close();
  return columns;
}

test("every rule that sets a row aside or flags it has a name for the data-quality view", async () => {
  const { codes } = await readBuildInputs(await emptyWorkspace());
  const generic =
    "required code municipality integer decimal date reference reference_set_aside nul_byte too_long field_count quoting no_rows";
  const rules = [...generic.split(" "), ...tables.flatMap(({ checks }) => checks.map(({ rule }) => rule))];
  expect(rules.filter((rule) => !codes.rule?.some(({ code }) => code === rule))).toEqual([]);
});
