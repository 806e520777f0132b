import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import type { Catalog } from "../../electron/contract.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { readTableDefinitions } from "../../electron/intake/table-definition.ts";
import { sqlSchema } from "../../renderer/sql-schema.ts";

const view = (name: string, params: unknown[]) => ({ name, params, columns: [{ name: "k" }] });
const catalog = { views: [view("plain", []), view("with_scope", [{ name: "cutoff" }])] } as unknown as Catalog;
const schema = sqlSchema(catalog);

it("proposes the columns that the tables of the format have", async () => {
  const tables = await readTableDefinitions(`${shippedQueries()}/extract`);
  for (const { name, columns } of tables) {
    expect(schema.tables[name], name).toEqual([...columns.map((column) => column.name), "programme", "extract"]);
  }
});

it("proposes views with parameters as functions, and those without as tables", () => {
  expect(schema.tables.plain).toEqual(["k"]);
  expect(schema.functions).toContain("with_scope");
  expect(schema.functions).not.toContain("plain");
});

it("proposes the base macros that there are", () => {
  const macros = readdirSync(`${shippedQueries()}/base`).map((file) => file.replace(/\.sql$/, ""));
  expect(macros).toEqual(expect.arrayContaining(schema.functions.filter((name) => name.startsWith("known_"))));
});
