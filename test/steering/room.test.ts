import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { FigureRequest, Scope } from "../../electron/contract.ts";
import type { OpenHost } from "../../electron/engine/host.ts";
import { ask, rowsOf, type SmallWorkspace, smallWorkspace } from "./workspace.ts";

// What the steering room refuses, and what it leaves out of what it tells.
let workspace: SmallWorkspace;
let evaluator: OpenHost;
let steering: OpenHost;

beforeAll(async () => {
  workspace = await smallWorkspace(60);
  await writeFile(
    join(workspace.folder, "views", "by_person.sql"),
    `-- Enrolments by person.
--
-- @title.sv Inskrivningar per person
-- @param selection varchar = null  the page's
-- @column participant varchar [by]
-- @column sex varchar  of the person
-- @column k integer [count]
select e.participant, any_value(e.sex) as sex, count(*)::integer as k
from known_enrolment(selection := $selection) as e
where e.participant <> 'SECRET'
group by all
`,
  );
  await writeFile(
    join(workspace.folder, "views", "past_the_selection.sql"),
    `-- Enrolments by sex, whatever is selected.
--
-- @title.sv Inskrivningar per kön
-- @param selection varchar = null  not used
-- @column sex varchar [by]
-- @column k integer [count]
select e.sex, count(*)::integer as k
from known_enrolment() as e
where $selection is null or true
group by all
`,
  );
  evaluator = await workspace.open("evaluator");
  steering = await workspace.open("steering");
});
afterAll(() => workspace.close());

const faultOf = async (figure: FigureRequest, scope: Scope = {}) =>
  (await ask(steering, [figure], { scope }))[0]?.meta.fault;

describe("refused with a sentence", () => {
  test("typed SQL, loading and saving", async () => {
    const refusal = { code: "steering_room" };
    await expect(steering.sql({ sql: "select 1" })).rejects.toMatchObject(refusal);
    await expect(steering.load({ offer: "x", job: "x" })).rejects.toMatchObject(refusal);
    await expect(steering.save({ kind: "indicator", definition: {} })).rejects.toMatchObject(refusal);
    expect(await steering.progress({ job: "load" })).toEqual({ state: "unknown" });
  });

  test.each(["enrolment_list", "set_aside_rows", "data_quality", "microdata_risk"])("the view %s", async (view) => {
    const fault = await faultOf({ view });
    expect(fault?.code).toBe("steering_room");
    expect(fault?.message.sv).toContain(view);
  });

  test("cut-offs that nobody has named, drafts, and more than four groupings", async () => {
    const indicator = "work-or-study-at-exit";
    expect((await faultOf({ indicator }, { cutoff: "2022-09-30" }))?.message.en).toContain("2022-10-01");
    expect((await faultOf({ view: "exit_reasons", params: { cutoff: "2022-09-30" } }))?.code).toBe("steering_room");
    expect((await faultOf({ indicator, cutoff: "2022-09-30" }))?.code).toBe("steering_room");
    expect((await faultOf({ indicator, draft: {} }))?.code).toBe("draft_invalid");
    const definition = (await evaluator.catalog({})).indicators.find(({ name }) => name === indicator)!.definition;
    expect((await faultOf({ indicator, draft: definition }))?.code).toBe("steering_room");
    const by = ["sex", "municipality", "education", "disability", "foreign_born"];
    expect((await faultOf({ indicator, by }))?.code).toBe("steering_room");
  });

  test("an indicator that rests on a sensitive reason", async () => {
    const { indicators } = await evaluator.catalog({});
    const definition = indicators.find(({ name }) => name === "work-at-exit")!.definition as Record<string, unknown>;
    const own = {
      ...definition,
      indicator: "left-for-misconduct",
      version: 1,
      numerator: { exit_reason: ["misconduct"] },
    };
    await writeFile(join(workspace.folder, "indicators", "left-for-misconduct.json"), JSON.stringify(own));
    await steering.catalog({});
    const fault = await faultOf({ indicator: "left-for-misconduct" });
    expect(fault?.message.en).toContain("sensitive");
  });

  test("a part of everybody, wherever it is written", async () => {
    const selection = { part: ["0", "2"] };
    const written = JSON.stringify({ part: [0, 2] });
    expect((await faultOf({ view: "exit_reasons" }, { selection }))?.code).toBe("unknown_column");
    expect((await faultOf({ indicator: "work-at-exit" }, { selection }))?.code).toBe("unknown_column");
    expect((await faultOf({ view: "exit_reasons", params: { selection: written } }))?.code).toBe("wrong_selection");
    const [table] = await ask(evaluator, [{ view: "exit_reasons", params: { selection: written } }]);
    expect(table?.meta.fault?.code).toBe("wrong_selection");
  });

  test("a view that counts others than those selected", async () => {
    expect((await faultOf({ view: "past_the_selection" }))?.code).toBe("untraceable");
  });
});

describe("told without what counts or quotes rows", () => {
  test("the catalogue", async () => {
    const catalog = await steering.catalog({});
    expect(catalog.room).toBe("steering");
    expect(catalog.sql).toEqual({ tables: {}, functions: [] });
    expect(catalog.problems).toEqual([]);
    for (const { tables, report, note } of catalog.extracts) {
      expect([tables, report.tables, report.set_aside, note]).toEqual([[], [], [], null]);
    }
    const names = catalog.views.map(({ name }) => name);
    expect(names).toContain("exit_reasons");
    expect(names).not.toContain("enrolment_list");
    expect(JSON.stringify(catalog)).not.toContain("SECRET");
  });

  test("a Table's words about itself", async () => {
    const [table] = await ask(steering, [{ view: "exit_reasons" }]);
    expect(table?.meta).toMatchObject({ room: "steering", set_aside: [], milliseconds: 0 });
    expect(table?.meta.reasons).toBeUndefined();
    expect(table?.meta.extracts.every(({ note }) => note === null)).toBe(true);
  });

  test("a fault, of a mistake too", async () => {
    const fault = await faultOf({ view: "exit_reasons", window: { sort: [{ column: "nothing" }] } }).catch(
      (error) => error,
    );
    expect(fault.detail).toBeUndefined();
  });

  test("sensitive reasons, which are other reasons in every figure", async () => {
    const [before] = await ask(evaluator, [{ view: "exit_reasons" }]);
    const sensitive = (await evaluator.catalog({})).policy.sensitive_exit_reasons;
    expect(rowsOf(before!).filter((row) => sensitive.includes(String(row.exit_reason)))).not.toEqual([]);
    const tables = await ask(steering, [{ view: "exit_reasons" }, { view: "exit_reasons_by_sex" }]);
    const shown = tables.flatMap(rowsOf).map((row) => row.exit_reason);
    expect(shown.filter((reason) => sensitive.includes(String(reason)))).toEqual([]);
    expect(shown).toContain("other");
  });

  test("rows of a view of the workspace that would name single persons", async () => {
    const [table] = await ask(steering, [{ view: "by_person" }]);
    expect(table?.meta.fault).toBeUndefined();
    expect(table?.length).toBe(0);
  });
});

test("rows come in an order that tells no size, and windows look at what is shown", async () => {
  const [plain, sorted, filtered] = await ask(steering, [
    { view: "exit_reasons" },
    { view: "exit_reasons", window: { sort: [{ column: "k", descending: true }], limit: 3 } },
    { view: "exit_reasons", window: { filter: [{ column: "k", oneOf: ["1", "2", "3", "4"] }] } },
  ]);
  const places = (await steering.catalog({})).codes.exit_reason!.map(({ code }) => code);
  const shown = rowsOf(plain!).map((row) => places.indexOf(String(row.exit_reason)));
  expect(shown).toEqual([...shown].sort((a, b) => a - b));
  const counts = rowsOf(sorted!).map(({ k }) => k);
  expect(counts.filter((k) => k !== null)).toEqual(counts.slice(0, counts.filter((k) => k !== null).length));
  expect(sorted?.length).toBe(3);
  expect(filtered?.length).toBe(0);
});

test("what is hidden is null, named in the meta, and in the sentence a sign", async () => {
  const figures = [{ indicator: "driving-licence", by: ["sex", "municipality"] }];
  const [table] = await ask(steering, figures, { scope: { selection: { municipality: ["1715"] } } });
  const { suppressed = {}, sentence } = table!.meta;
  expect(Object.keys(suppressed).length).toBeGreaterThan(0);
  for (const [row, names] of Object.entries(suppressed)) {
    const values = rowsOf(table!)[Number(row)]!;
    for (const name of names) expect(values[name]).toBeNull();
    expect(values.suppressed).toBe(names.join(","));
  }
  expect(sentence?.sv).toContain("..");
  expect(sentence?.sv).not.toContain("NaN");
});

test("what is of the organisation is told as it is", async () => {
  const figures = [{ indicator: "organisation-milestones" }, { view: "milestones" }];
  const [own, view] = await ask(steering, figures);
  const [real] = await ask(evaluator, figures);
  expect(own?.meta.sentence).toEqual(real?.meta.sentence);
  expect(rowsOf(own!)).toEqual(rowsOf(real!));
  expect([own?.meta.suppressed, view?.meta.suppressed]).toEqual([{}, {}]);
});

describe("the evaluator looks at what the steering room would show", () => {
  const figures = [{ view: "exit_reasons" }, { indicator: "work-or-study-at-exit", by: ["municipality"] }];
  const ledger = () => readFile(join(workspace.folder, "ledger", "shown.jsonl"), "utf8");

  test("with reasons, and nothing is remembered of it", async () => {
    const before = await ledger();
    const tables = await ask(evaluator, figures, { as: "steering" });
    expect(await ledger()).toBe(before);
    const shown = await ask(steering, figures);
    expect(tables.map(rowsOf)).toEqual(shown.map(rowsOf));
    const reasons = tables.flatMap(({ meta }) =>
      Object.values(meta.reasons ?? {}).flatMap((row) => Object.values(row)),
    );
    expect(reasons).toContain("primary");
    expect(await ledger()).not.toBe(before);
  });

  test("the steering room itself learns no reason by asking so", async () => {
    const [asked] = await ask(steering, figures.slice(0, 1), { as: "steering" });
    expect(asked?.meta.reasons).toBeUndefined();
  });

  test("a ledger with a line cut off is read as far as it goes", async () => {
    await appendFile(join(workspace.folder, "ledger", "shown.jsonl"), '{"at":"2022');
    const [table] = await ask(await workspace.open("steering"), figures.slice(0, 1));
    expect(table?.meta.fault).toBeUndefined();
  });
});

test("the evaluator reads what has been shown, as a view and nothing for the steering room", async () => {
  await ask(steering, [{ view: "inflow" }]);
  await evaluator.catalog({});
  const [table] = await ask(evaluator, [{ view: "shown_in_steering" }]);
  const [latest] = rowsOf(table!);
  expect(latest?.asked).toBe('{"scope":{},"figures":[{"view":"inflow"}]}');
  expect(Number(latest?.cells_shown) + Number(latest?.cells_hidden)).toBeGreaterThan(5);
  expect((await faultOf({ view: "shown_in_steering" }))?.code).toBe("steering_room");
});

test("none or all of a group is hidden where the workspace chooses so", async () => {
  const own = await smallWorkspace(60);
  onTestFinished(() => own.close());
  await writeFile(
    join(own.folder, "views", "all_of_all.sql"),
    `-- Persons who are themselves, by sex.
--
-- @title.sv Personer som är sig själva, per kön
-- @param selection varchar = null  the page's
-- @column sex varchar [by]
-- @column n integer [base]
-- @column k integer [count]
-- @column share double [share k/n]
select e.sex, count(*)::integer as n, count(*)::integer as k, 1::double as share
from first_enrolment(selection := $selection) as e
where e.sex in ('F', 'M')
group by all
`,
  );
  const shown = async () => {
    await rm(join(own.folder, "ledger"), { recursive: true, force: true });
    const [table] = await ask(await own.open("steering"), [{ view: "all_of_all" }]);
    expect(table?.meta.fault).toBeUndefined();
    return rowsOf(table!).map(({ n, k }) => [typeof n, k === n]);
  };
  expect(await shown()).toEqual([
    ["number", true],
    ["number", true],
  ]);
  const file = join(own.folder, "workspace.json");
  const settings = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...settings, disclosure: { ...settings.disclosure, hide_uniform: true } }));
  for (const [, isTold] of await shown()) expect(isTold).toBe(false);
});
