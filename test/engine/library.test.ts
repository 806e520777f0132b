import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readCodes } from "../../electron/engine/codes.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The library with a workspace that has these files. */
async function withWorkspace(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "sammanhang-library-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path.split("/")[0] ?? ""), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return readLibrary([
    { path: shippedQueries(), origin: "shipped" },
    { path: folder, origin: "workspace" },
  ]);
}

test("what ships has no problem, and is complete", async () => {
  const library = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);
  expect(library.problems).toEqual([]);
  expect(library.tables.map(({ name }) => name)).toContain("enrolment");
  expect(library.base.length).toBeGreaterThan(5);
  expect(library.programmes.length).toBeGreaterThan(0);
});

test("labels and code lists come from the library", async () => {
  const { views } = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);
  const view = views.find(({ name }) => name === "exit_reasons");
  expect(view?.columns[0]).toMatchObject({
    name: "exit_reason",
    codes: "exit_reason",
    label: { sv: "Avslutsorsak", en: "Exit reason" },
  });
  expect(view?.params.map(({ label }) => label.sv)).toEqual(["Program", "Brytdatum", "Urval"]);
});

test("descriptions have the header's Swedish, else what several views share, else their English", async () => {
  const { views, problems } = await withWorkspace({
    "views/mine.sql": `-- Mine.
-- @param cutoff date = as_of  what was known at the end of this day
-- @column n integer  persons
-- @column k integer  of them with a car
-- @column m integer  of them with a licence
-- @column.sv n  människor
select 1 as n, 2 as k, 3 as m where $cutoff is null`,
    "views/our_descriptions.csv":
      'en,sv\npersons,personer\nof them with a car,"de av dem som har bil, egen eller lånad"\n',
    "views/wrong.csv": "en,sv\npersons,folk\nhalf\n",
    "views/descriptions.csv": "en,sv\n",
    "views/notes.csv": "a,b\n",
  });
  const mine = views.find(({ name }) => name === "mine");
  expect(mine?.params[0]?.description.sv).toMatch(/känt/);
  expect(mine?.columns.map(({ description }) => description?.sv)).toEqual([
    "människor",
    "de av dem som har bil, egen eller lånad",
    "of them with a licence",
  ]);
  expect(problems.map(({ file, where, message }) => [file, where, message.en])).toEqual([
    ["views/descriptions.csv", undefined, expect.stringContaining("already shipped")],
    ["views/notes.csv", "1", 'The first line must be "en,sv".'],
    ["views/wrong.csv", "2", 'The description "persons" stands twice.'],
    ["views/wrong.csv", "3", "The line must have an English and a Swedish text."],
  ]);
});

test("a bad file disables itself and nothing else", async () => {
  const library = await withWorkspace({
    "indicators/broken.json": "{ not json",
    "indicators/empty.json": "{}",
    "programmes/list.json": "[]",
    "views/no_header.sql": "select 1 as n",
    "views/good.sql": "-- Good.\n-- @column n integer\nselect 1 as n",
    "codes/half.csv": "code,sv,en\na,Bara svenska",
    "codes/level_of_trust.csv": "code,sv,en\nhigh,Högt,High",
    "base/mine.sql": "create macro mine() as 1",
    "notes/anything.txt": "not ours",
  });
  const files = new Set(library.problems.map(({ file }) => file));
  expect([...files].sort()).toEqual([
    "codes/half.csv",
    "indicators/broken.json",
    "indicators/empty.json",
    "programmes/list.json",
    "views/no_header.sql",
  ]);
  expect(library.views.find(({ name }) => name === "good")?.origin).toBe("workspace");
  expect(library.codes.level_of_trust).toEqual([{ code: "high", title: { sv: "Högt", en: "High" } }]);
  expect(library.base.some(({ file }) => file === "base/mine.sql")).toBe(false);
  expect(library.problems.every(({ message }) => message.sv !== "" && message.en !== "")).toBe(true);
});

test("a workspace cannot take the name of what ships", async () => {
  const library = await withWorkspace({
    "views/inflow.sql": "-- Mine.\n-- @column n integer\nselect 1 as n",
    "codes/sex.csv": "code,sv,en\nF,Kvinna,Woman",
  });
  expect(library.problems.map(({ file }) => file)).toEqual(["codes/sex.csv", "views/inflow.sql"]);
  expect(library.views.find(({ name }) => name === "inflow")?.origin).toBe("shipped");
  expect(library.codes.sex).toHaveLength(4);
});

test("a workspace without folders is an empty one", async () => {
  const library = await withWorkspace({});
  expect(library.problems).toEqual([]);
});

test("a code list may quote, and tells every wrong line", () => {
  const read = readCodes("codes/x.csv", '\uFEFFcode,sv,en\r\na,"Ja, ""kanske""",Maybe\r\n\r\nb,Nej,No\r\n');
  expect(read.problems).toEqual([]);
  expect(read.codes).toEqual([
    { code: "a", title: { sv: 'Ja, "kanske"', en: "Maybe" } },
    { code: "b", title: { sv: "Nej", en: "No" } },
  ]);
  expect(readCodes("codes/x.csv", "code;sv;en\na;b;c").problems.map(({ where }) => where)).toEqual(["1"]);
  expect(readCodes("codes/x.csv", "code,sv,en\na,b,c\na,b,c\nd,e,f,g").problems.map(({ where }) => where)).toEqual([
    "3",
    "4",
  ]);
});
