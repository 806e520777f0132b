import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Value } from "../../electron/contract.ts";
import { readView } from "../../electron/engine/header.ts";
import { type Library, readLibrary } from "../../electron/engine/library.ts";
import { readTextFiles } from "../../electron/engine/library-files.ts";
import { openSession } from "../../electron/engine/session.ts";
import { readSharedDescriptions } from "../../electron/engine/shared-descriptions.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { readTableDefinitions } from "../../electron/intake/table-definition.ts";
import { openTown, programme, type Town } from "./small-town.ts";

const library: Library = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);
let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

test("nothing that ships has a problem", () => {
  expect(library.problems).toEqual([]);
  expect(town.session.problems).toEqual([]);
  expect(town.session.views.map(({ name }) => name)).toEqual(library.views.map(({ name }) => name).sort());
});

test("every view answers without any extract, with the columns that it declares and no rows", async () => {
  const empty = await openSession({ library, extracts: [] });
  expect(empty.problems).toEqual([]);
  for (const { name, columns } of empty.views) {
    const { sql, params } = empty.viewSql(name, {});
    const answer = await empty.database.query(sql, params);
    expect(answer.columns.map((column) => column.name)).toEqual(columns.map((column) => column.name));
    expect(answer.rowCount, name).toBe(name === "participant_flow" ? 6 : 0);
  }
  await empty.close();
});

describe.each(library.views.map((view) => [view.name, view] as const))("%s", (name, view) => {
  test("is documented in both languages", () => {
    const { view: read } = readView(view.file, view.sql);
    expect(read?.description.en).not.toBe("");
    expect(read?.description.sv).not.toBe(read?.description.en);
    expect(view.title.sv).not.toBe(view.title.en);
    const nameless = view.columns.filter((column) => !library.codes.column?.some(({ code }) => code === column.name));
    expect(nameless.map((column) => column.name)).toEqual([]);
    for (const { name: described, description } of [...view.params, ...view.columns]) {
      if (description === undefined || description.en === "") continue;
      expect(description.sv, described).not.toBe(description.en);
      expect(description.sv, described).toMatch(/[a-zåäö]/i);
    }
    for (const param of view.params) {
      expect(param.description.en).not.toBe("");
      expect(library.codes.parameter?.map(({ code }) => code)).toContain(param.name);
    }
  });

  test("names lists of codes that there are, and the codes in them", async () => {
    const { sql, params } = town.session.viewSql(name, {});
    for (const { name: column, codes } of view.columns) {
      if (codes === undefined) continue;
      const known = library.codes[codes]?.map(({ code }) => code);
      const rows = await town.session.database.rows(`select distinct "${column}" as code from (${sql})`, params);
      const found = rows.map(({ code }) => code).filter((code) => code !== null);
      // The bands are the programme's own: their labels are their names.
      if (codes === "age_band") expect(known).toEqual(["U"]);
      else expect(known, column).toEqual(expect.arrayContaining(found));
    }
  });

  const scoped = view.params.some((param) => param.name === "cutoff");
  const situations: Record<string, Value>[] = scoped
    ? [{}, { cutoff: "2022-10-01" }, { cutoff: "2019-01-01" }, { cutoff: "2022-10-01", selection: '{"sex": ["F"]}' }]
    : [{}];
  test.each(situations)("holds to its conditions for %j", async (params) => {
    expect(view.checks.length).toBeGreaterThan(0);
    const { sql, params: bound } = town.session.viewSql(name, params);
    for (const check of view.checks) {
      const wrong = await town.session.database.rows(`select * from (${sql}) as answer where not (${check})`, bound);
      expect(wrong, check).toEqual([]);
    }
  });

  test("can be called in SQL by its name alone", async () => {
    const call = view.params.length > 0 ? `${name}()` : name;
    const { sql, params } = town.session.viewSql(name, { ...(scoped && { programme, cutoff: "2022-12-31" }) });
    const [byName, byParameters] = [
      await town.session.database.rows(`select * from ${call}`),
      await town.session.database.rows(sql, params),
    ];
    expect(byName).toEqual(byParameters);
  });
});

test("what stands in Swedish for several views is said by several", async () => {
  const files = await readTextFiles([{ path: shippedQueries(), origin: "shipped" }], "views", ".csv");
  const { shared, problems } = readSharedDescriptions(files);
  expect(problems).toEqual([]);
  const said = library.views.flatMap(({ file, sql }) => {
    const { view } = readView(file, sql);
    return [...(view?.params ?? []), ...(view?.columns ?? [])].flatMap(({ description }) => description ?? []);
  });
  for (const en of shared.keys()) {
    // Those whose header has its own Swedish do not use it.
    const using = said.filter((description) => description.en === en && description.sv === en);
    expect(using.length, en).toBeGreaterThan(1);
  }
});

test("every check that sets a row aside or flags it has a sentence", async () => {
  const definitions = await readTableDefinitions(join(shippedQueries(), "extract"));
  const declared = definitions.flatMap(({ checks }) => checks.map(({ rule }) => rule));
  const general = "required code municipality integer decimal date reference reference_set_aside".split(" ");
  expect(library.codes.rule?.map(({ code }) => code)).toEqual(expect.arrayContaining([...declared, ...general]));
  expect(library.codes.table?.map(({ code }) => code).sort()).toEqual(definitions.map(({ name }) => name).sort());
});
