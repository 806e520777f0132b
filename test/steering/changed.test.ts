import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ReadTable } from "../../electron/cli/table.ts";
import type { Catalog, FigureRequest, FiguresRequest } from "../../electron/contract.ts";
import type { OpenHost } from "../../electron/engine/host.ts";
import { readShown } from "../../electron/engine/ledger.ts";
import { toFault } from "../../electron/refusal.ts";
import { wilsonLower, wilsonUpper } from "../../electron/stats/wilson.ts";
import { ask, programme, rowsOf, type SmallWorkspace, smallWorkspace } from "./workspace.ts";

vi.setConfig({ testTimeout: 600_000 });

// Figures that leave the evaluator's room with their counts rounded or with noise.
let workspace: SmallWorkspace;
let evaluator: OpenHost;
let steering: OpenHost;
let catalog: Catalog;

beforeAll(async () => {
  workspace = await smallWorkspace(60);
  evaluator = await workspace.open("evaluator");
  steering = await workspace.open("steering");
  catalog = await steering.catalog({});
});
afterAll(() => workspace?.close());

type Row = Record<string, unknown>;
type Form = "round" | "cell_key";
const scope = { programme, cutoff: "2022-10-01" };
const changed = (form: Form, figures: FigureRequest[], rest: Partial<FiguresRequest> = {}) =>
  ask(evaluator, figures, { scope, as: form, ...rest });

/** All that the product can be asked for about groups, and what each was. */
async function everything(form: Form): Promise<{ figure: FigureRequest; table: ReadTable }[]> {
  const own = catalog.indicators.filter(({ programmes }) => programmes.includes(programme)).map(({ name }) => name);
  const figures: FigureRequest[] = [
    ...catalog.views.map(({ name }) => ({ view: name })),
    ...own.flatMap((indicator) => [
      { indicator },
      { indicator, by: ["municipality"] },
      { indicator, by: ["municipality", "sex"], margins: true },
      { indicator, compare: "municipality" },
    ]),
  ];
  const tables = await changed(form, figures);
  return tables.map((table, at) => ({ figure: figures[at]!, table }));
}

const isNear = (a: unknown, b: number) => typeof a === "number" && Math.abs(a - b) < 1e-9;

/** What of a row is told and neither is a count, nor says what the row is, nor follows from the row's own counts. */
function exactLeft({ meta }: ReadTable, row: Row): string[] {
  const said = ["margin", "target", "comparator", "suppressed", "scale"];
  const share = meta.columns.find(({ role, of }) => role === "share" && of && of.count in row)?.of;
  const [k, n] = share ? [Number(row[share.count]), Number(row[share.base])] : [Number.NaN, Number.NaN];
  const most = k + Number(row.unknown ?? Number.NaN);
  const limits = [k / n, most / n, wilsonLower(k, n, 0.95), wilsonUpper(k, n, 0.95), wilsonUpper(most, n, 0.95)];
  return meta.columns
    .filter(({ name, role }) => {
      const value = row[name];
      if (value === null || said.includes(name) || ["by", "time", "base", "count"].includes(role ?? "")) return false;
      if (role === "share") return !(n >= 10 && k <= n && isNear(value, k / n));
      if (role === "interval") return !(n >= 10 && limits.some((limit) => isNear(value, limit)));
      if (name === "low_precision") return value !== Number(row.upper) - Number(row.lower) > 0.3;
      if (name === "attained") return value !== verdict(row);
      if (name === "targets") {
        const targets = JSON.parse(String(value)) as Row[];
        return targets.some(
          (each) => "attained" in each && each.attained !== verdict({ ...row, ...each, target: each.value }),
        );
      }
      return true;
    })
    .map(({ name }) => `${meta.name}.${name} = ${String(row[name])}`);
}

/** Whether a row's own numbers meet its first target. */
function verdict({ target, comparator, k, lower, upper }: Row): string {
  const isOver = comparator === ">=";
  const aim = Number(target);
  if (aim > 1) return (isOver ? Number(k) >= aim : Number(k) <= aim) ? "yes" : "no";
  if (aim >= Number(lower) && aim <= Number(upper)) return "undecided";
  return (isOver ? Number(lower) > aim : Number(upper) < aim) ? "yes" : "no";
}

describe("nothing exact is left", () => {
  test("rounded: every count of every view and indicator is on the grid, and all else follows from it or is left out", async () => {
    const seen = { counts: 0, followed: 0, open: 0, refused: 0 };
    for (const { table } of await everything("round")) {
      const { meta } = table;
      if (meta.fault) {
        expect(["untraceable", "steering_room", "unknown_breakdown"]).toContain(meta.fault.code);
        seen.refused += 1;
        continue;
      }
      if (meta.changed?.base === undefined) {
        expect(meta.changed?.message.en).toContain("count no persons");
        seen.open += 1;
        continue;
      }
      expect([meta.room, meta.changed.form, meta.changed.base]).toEqual(["steering", "round", 5]);
      const counts = meta.columns.filter(({ role, unit }) => (role === "base" || role === "count") && unit !== "hours");
      for (const [at, row] of rowsOf(table).entries()) {
        const hidden = meta.suppressed?.[at] ?? [];
        for (const name of hidden) expect(row[name], `${meta.name}.${name}`).toBeNull();
        for (const { name } of counts) {
          if (hidden.includes(name)) continue;
          expect(Number(row[name]) % 5, `${meta.name}.${name}`).toBe(0);
          seen.counts += 1;
        }
        expect(exactLeft(table, row)).toEqual([]);
        if (meta.columns.some(({ name, role }) => role === "share" && row[name] !== null)) seen.followed += 1;
      }
    }
    expect(seen.counts).toBeGreaterThan(300);
    expect(seen.followed).toBeGreaterThan(50);
    expect(seen.open).toBeGreaterThan(0);
  });

  test("with noise: all else follows from the counts with noise or is left out", async () => {
    let tables = 0;
    for (const { table } of await everything("cell_key")) {
      if (table.meta.fault || table.meta.changed?.most === undefined) continue;
      expect(table.meta.changed).toMatchObject({ form: "cell_key", most: 3 });
      for (const row of rowsOf(table)) expect(exactLeft(table, row)).toEqual([]);
      tables += 1;
    }
    expect(tables).toBeGreaterThan(40);
  });

  test("the sentence tells the changed numbers", async () => {
    const [table] = await changed("round", [{ indicator: "work-or-study-at-exit" }]);
    const [row] = rowsOf(table!);
    expect(table!.meta.sentence?.en).toContain(`Of the ${row!.n} persons`);
    expect(table!.meta.sentence?.en).toContain(`${row!.k} left to work or studies`);
    expect([Number(row!.n) % 5, Number(row!.k) % 5]).toEqual([0, 0]);
  });

  test("a mean is left out, and says that it is", async () => {
    const [table] = await changed("cell_key", [{ view: "kasam_score" }]);
    expect(table!.length).toBeGreaterThan(0);
    for (const [at, row] of rowsOf(table!).entries()) {
      expect([row.mean, row.sd, row.modes]).toEqual([null, null, null]);
      expect(table!.meta.suppressed?.[at]).toEqual(expect.arrayContaining(["mean", "sd", "lower", "upper", "modes"]));
    }
  });

  test("a row that would tell of one to three by being there is not there", async () => {
    const [rounded] = await changed("round", [{ view: "exit_reasons" }]);
    const [exact] = await ask(evaluator, [{ view: "exit_reasons" }], { scope });
    const few = rowsOf(exact!).filter(({ k }) => Number(k) < 3);
    expect(few.length).toBeGreaterThan(0);
    const told = rowsOf(rounded!).map(({ exit_reason }) => exit_reason);
    for (const { exit_reason } of few) expect(told).not.toContain(exit_reason);
  });
});

describe("a view of the workspace's own", () => {
  const ownView = async (name: string, text: string) => {
    await writeFile(join(workspace.folder, "views", `${name}.sql`), text);
    const { problems } = await evaluator.catalog({});
    expect(problems).toEqual([]);
  };

  test("has no row that stands for a person", async () => {
    await ownView(
      "by_person",
      `-- Enrolments by person.
--
-- @title.sv Inskrivningar per person
-- @param selection varchar = null  the page's
-- @column participant varchar [by]
-- @column k integer [count]
select e.participant, count(*)::integer as k
from known_enrolment(selection := $selection) as e
group by all
`,
    );
    const [exact] = await ask(evaluator, [{ view: "by_person" }], { scope });
    expect(exact!.length).toBeGreaterThan(20);
    for (const form of ["round", "cell_key"] as const) {
      const [table] = await changed(form, [{ view: "by_person" }]);
      expect([table!.meta.fault, table!.length, table!.meta.rows]).toEqual([undefined, 0, 0]);
    }
  });

  test("keeps a share and Wilson's limits, computed anew, and loses limits that are none of those", async () => {
    await ownView(
      "two_limits",
      `-- Women among the enrolled, with limits of two kinds.
--
-- @title.sv Kvinnor
-- @param selection varchar = null  the page's
-- @column k integer [count]
-- @column n integer [base]
-- @column share double [share k/n]
-- @column lower double [interval] unit=share  Wilson
-- @column exact double [interval] unit=share  Clopper and Pearson
-- @column note varchar  of the group
with counted as (
  select count(*) filter (where e.sex = 'F')::integer as k, count(*)::integer as n
  from known_enrolment(selection := $selection) as e
)
select
  c.k, c.n, c.k / c.n as share, wilson_lower(c.k, c.n) as lower, clopper_pearson_lower(c.k, c.n) as exact,
  concat(c.k, ' women') as note
from counted as c
`,
    );
    const [table] = await changed("round", [{ view: "two_limits" }]);
    const [row] = rowsOf(table!);
    const [k, n] = [Number(row!.k), Number(row!.n)];
    expect([k % 5, n % 5, n > 10]).toEqual([0, 0, true]);
    expect(row).toMatchObject({ share: k / n, exact: null, note: null });
    expect(row!.lower).toBeCloseTo(wilsonLower(k, n, 0.95), 12);
    expect(table!.meta.suppressed).toEqual({ 0: ["exact", "note"] });
  });
});

describe("the same persons have the same noise", () => {
  test("in two views, and again by another host", async () => {
    // Women by reason: once by selecting them, once as rows of a view of both sexes.
    const reasons = async (host: OpenHost) => {
      const [selected] = await ask(host, [{ view: "exit_reasons" }], {
        scope: { ...scope, selection: { sex: ["F"] } },
        as: "cell_key",
      });
      const [divided] = await ask(host, [{ view: "exit_reasons_by_sex" }], { scope, as: "cell_key" });
      const of = (rows: Row[]) => new Map(rows.map(({ exit_reason, k, n }) => [exit_reason, [k, n]]));
      return [of(rowsOf(selected!)), of(rowsOf(divided!).filter(({ sex }) => sex === "F"))] as const;
    };
    const [selected, divided] = await reasons(evaluator);
    expect(selected.size).toBeGreaterThan(2);
    expect(selected).toEqual(divided);
    expect(await reasons(await workspace.open("evaluator"))).toEqual([selected, divided]);
  });

  test("whatever figure counts them: everybody enrolled, by an indicator and by a view", async () => {
    const tables = await changed("cell_key", [{ indicator: "participants-enrolled" }, { view: "inflow" }]);
    const [indicator, inflow] = tables.map((table) => Number(rowsOf(table)[0]?.n));
    expect(indicator).toBeGreaterThan(0);
    expect(inflow).toBe(indicator);
  });
});

describe("where it may be asked", () => {
  test("not in the steering room, where it would be a second look", async () => {
    const request = { scope, figures: [{ view: "exit_reasons" }] };
    for (const as of ["round", "cell_key"] as const) {
      const { code, message } = toFault(await steering.figures({ ...request, as }).catch((error: unknown) => error));
      expect(code).toBe("steering_room");
      expect([message.sv, message.en]).toEqual([expect.stringContaining("dolda"), expect.stringContaining("hidden")]);
    }
  });

  test("of what the steering room would answer: no rows about persons", async () => {
    const [table] = await changed("round", [{ view: "enrolment_list" }]);
    expect(table!.meta.fault?.code).toBe("steering_room");
  });

  test("a file as the steering group is shown it is remembered as shown, a look is not", async () => {
    const shown = async () => (await readShown(workspace.folder)).length;
    const before = await shown();
    const figures = [{ view: "inflow" }];
    const [look] = await ask(evaluator, figures, { scope, as: "steering" });
    expect(await shown()).toBe(before);
    const [file] = await ask(evaluator, figures, { scope, as: "suppress" });
    expect(await shown()).toBe(before + 1);
    expect(look!.meta.reasons).toBeDefined();
    expect([file!.meta.room, file!.meta.reasons]).toEqual(["steering", undefined]);
    const [again] = await ask(steering, figures, { scope });
    expect(rowsOf(again!)).toEqual(rowsOf(file!));
  });
});

test("the secret is made once, for its owner alone, and is in no answer", async () => {
  const path = join(workspace.folder, "ledger", "cell-key");
  const bytes = await evaluator.figures({ scope, figures: [{ view: "exit_reasons" }], as: "cell_key" });
  const secret = (await readFile(path, "utf8")).trim();
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  if (process.platform !== "win32") expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(bytes).toString("latin1")).not.toContain(secret);
});
