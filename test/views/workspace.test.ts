import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLibrary } from "../../electron/engine/library.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { Refusal } from "../../electron/refusal.ts";
import { openTown, type Town } from "./small-town.ts";

const scope = `-- @param programme varchar = current  the programme
-- @param cutoff date = as_of  the day
-- @param selection varchar = null  the selection`;
const exits = "from last_exit($programme, $cutoff, $selection) as e";

/** The views of an evaluator's workspace: three that work and many that do not. */
const files: Record<string, string> = {
  // Stands on a view that comes later by name.
  "a_leavers_per_town.sql": `-- Leavers per town.\n-- @column municipality varchar [by]\n-- @column k integer [count]
select l.municipality, l.k from z_leavers() as l`,
  "z_leavers.sql": `-- Leavers.\n${scope}\n-- @column municipality varchar [by]\n-- @column k integer [count]
select e.municipality, count(*)::integer as k ${exits} group by all`,
  "starts.sql": `-- Starts.\n-- @param from_day date = 2021-03-01  first day\n-- @param least integer = 1  least\n-- @column started_on date
select e.started_on from known_enrolment() as e where e.started_on >= $from_day and $least < 2`,

  "column.sql": `-- Reasons.\n-- @column reson varchar\n--\nselect e.reson\nfrom enrolment as e`,
  "bare_column.sql": "-- Reasons.\n-- @column reson varchar\nselect reson from enrolment",
  "table.sql": "-- Nothing.\n-- @column x integer\nselect x from nowhere",
  "function.sql": "-- Nothing.\n-- @column x integer\nselect nothing(e.age_at_start) as x from enrolment as e",
  "syntax.sql": "-- Nothing.\n-- @column x integer\nselect 1 as x\nfrom from enrolment",
  "type.sql": "-- Numbers.\n-- @column n integer\nselect count(*) as n from enrolment",
  "undeclared.sql": "-- Numbers.\n-- @column n bigint\nselect count(*) as n, 1 as more from enrolment",
  "missing.sql": "-- Numbers.\n-- @column n bigint\n-- @column k bigint\nselect count(*) as n from enrolment",
  "order.sql": "-- Numbers.\n-- @column k integer\n-- @column n integer\nselect 1 as n, 2 as k",
  "inflow.sql": "-- Mine.\n-- @column n integer\nselect 1 as n",
  "enrolment.sql": "-- Mine.\n-- @column n integer\nselect 1 as n",
  "on_broken.sql": "-- On a broken one.\n-- @column reson varchar\nselect c.reson from bare_column as c",
  "circle.sql": "-- In a circle.\n-- @column n integer\nselect n from circle_back",
  "circle_back.sql": "-- In a circle.\n-- @column n integer\nselect n from circle",
  "reads_a_file.sql": "-- Users.\n-- @column line varchar\nselect line from read_csv('/etc/passwd')",
  "writes.sql": "-- Two.\n-- @column n integer\nselect 1 as n; drop table code",
  "captured.sql": `-- One town.\n-- @param municipality varchar = 1781  town\n-- @column enrolment varchar
select e.enrolment\nfrom enrolment as e\nwhere municipality = $municipality`,
  "No Name.sql": "-- Mine.\n-- @column n integer\nselect 1 as n",
};

let folder: string;
let town: Town;
let problems: Map<string, { where?: string | undefined; en: string; sv: string }>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sammanhang-workspace-"));
  mkdirSync(join(folder, "views"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "views", name), text);
  const library = await readLibrary([
    { path: shippedQueries(), origin: "shipped" },
    { path: folder, origin: "workspace" },
  ]);
  town = await openTown(undefined, folder);
  problems = new Map(
    [...library.problems, ...town.session.problems].map(({ file, where, message }) => [
      file.replace("views/", ""),
      { where, ...message },
    ]),
  );
});
afterAll(async () => {
  await town.close();
  rmSync(folder, { recursive: true });
});

const sentences: [string, string | undefined, string][] = [
  ["column.sql", "4", 'View "column" reads a column "reson" that enrolment does not have.'],
  ["bare_column.sql", "3", 'View "bare_column" reads a column "reson" that enrolment does not have.'],
  ["table.sql", "3", 'View "table" reads "nowhere", which does not exist or does not work.'],
  [
    "function.sql",
    "3",
    'View "function" cannot be made. The function "nothing" is not among those that a query may use.',
  ],
  ["syntax.sql", "4", 'View "syntax" cannot be read at "from".'],
  ["type.sql", undefined, 'View "type" says that column "n" is integer, but it is bigint.'],
  ["undeclared.sql", undefined, 'View "undeclared" has a column "more" that its header does not have.'],
  ["missing.sql", undefined, 'View "missing" has no column "k", though its header says so.'],
  ["order.sql", undefined, 'View "order" has its columns in another order than its header. They come as n, k.'],
  ["inflow.sql", undefined, '"inflow" is already shipped with the product. Choose another name for the file.'],
  ["enrolment.sql", undefined, 'View "enrolment" has a name that is taken by a table or a macro.'],
  ["on_broken.sql", "3", 'View "on_broken" reads "bare_column", which does not exist or does not work.'],
  ["circle.sql", "3", 'View "circle" reads "circle_back", which does not exist or does not work.'],
  ["captured.sql", "6", '"municipality" is both a parameter and a column.'],
  ["No Name.sql", undefined, "A view's file name becomes its name in SQL"],
];

test.each(sentences)("%s says what is wrong, at line %s", (file, line, sentence) => {
  const problem = problems.get(file);
  expect(problem?.en).toContain(sentence);
  expect(problem?.where).toBe(line);
  expect(problem?.sv).not.toBe(problem?.en);
});

test.each(["reads_a_file.sql", "writes.sql"])("%s may do no more than typed SQL", (file) => {
  expect(problems.get(file)?.en).toMatch(/^View "/);
});

test("what is wrong with some keeps none of the others from working", async () => {
  expect(town.session.views.filter(({ origin }) => origin === "workspace").map(({ name }) => name)).toEqual([
    "a_leavers_per_town",
    "starts",
    "z_leavers",
  ]);
  const { sql, params } = town.session.viewSql("a_leavers_per_town", {});
  expect(await town.session.database.rows(sql, params)).toHaveLength(2);
  expect(town.session.views.length).toBeGreaterThan(10);
  expect(await town.session.database.rows("select count(*) > 0 as still from code")).toEqual([{ still: true }]);
});

test("parameters take defaults, values and nulls", async () => {
  const count = async (params: Record<string, string | number | null>) => {
    const view = town.session.viewSql("starts", params);
    return (await town.session.database.rows(view.sql, view.params)).length;
  };
  expect(await count({})).toBe(7);
  expect(await count({ from_day: "2022-05-01" })).toBe(2);
  expect(await count({ from_day: "2022-05-01", least: 2 })).toBe(0);
  expect(await count({ from_day: null })).toBe(0);
});

test.each([
  ["no_view", {}, "unknown_view"],
  ["starts", { nothing: 1 }, "unknown_parameter"],
  ["starts", { from_day: "2022-02-30" }, "wrong_parameter"],
  ["starts", { from_day: "yesterday" }, "wrong_parameter"],
  ["starts", { least: 1.5 }, "wrong_parameter"],
])("%s with %j is refused: %s", (view, params: Record<string, string | number>, code) => {
  expect(() => town.session.viewSql(view, params)).toThrow(Refusal);
  try {
    town.session.viewSql(view, params);
  } catch (error) {
    expect((error as Refusal).code).toBe(code);
  }
});
