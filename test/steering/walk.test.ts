import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readTable } from "../../electron/cli/table.ts";
import type { Catalog, FigureRequest, Scope } from "../../electron/contract.ts";
import { type OpenedDesk, openDesk } from "../../electron/engine/desk.ts";
import { answerFigure } from "../../electron/engine/figures.ts";
import type { OpenHost } from "../../electron/engine/host.ts";
import { openWorkspace } from "../../electron/workspace.ts";
import { ask, programme, rowsOf, type SmallWorkspace, smallWorkspace } from "./workspace.ts";

vi.setConfig({ testTimeout: 600_000 });

// Every shipped view and indicator as the steering room answers it, held against what is true behind its walls.
let workspace: SmallWorkspace;
let steering: OpenHost;
let catalog: Catalog;
let truth: OpenedDesk;

beforeAll(async () => {
  workspace = await smallWorkspace(60);
  steering = await workspace.open("steering");
  catalog = await steering.catalog({});
  truth = await openDesk(await openWorkspace(workspace.folder), { room: "steering", product: "" });
});
afterAll(async () => {
  await truth?.desk.session.close();
  await workspace?.close();
});

// All of them take ten minutes; a machine that looks at every change looks at some.
const isWhole = process.env.SAMMANHANG_TABLES !== undefined;

const scope: Scope = { programme, cutoff: "2022-10-01" };

/** Columns that hold counts of persons; shown, none may be of fewer than five. */
async function walk(figures: FigureRequest[], of: Scope = scope): Promise<{ shown: number; hidden: number }> {
  const seen = { shown: 0, hidden: 0 };
  const tables = await ask(steering, figures, { scope: of });
  for (const [at, table] of tables.entries()) {
    const { meta } = table;
    if (meta.fault) {
      expect(["untraceable", "steering_room", "unknown_breakdown"]).toContain(meta.fault.code);
      expect(meta.fault.detail).toBeUndefined();
      expect(table.columns).toEqual([]);
      continue;
    }
    expect([meta.set_aside, meta.milliseconds, meta.reasons]).toEqual([[], 0, undefined]);
    const isOpen =
      catalog.views.some(({ name, about }) => name === meta.name && about !== undefined) || isOrganisation(meta.name);
    const keys = meta.columns.filter(({ role }) => role === "by" || role === "time").map(({ name }) => name);
    const counts = meta.columns.filter(({ role, unit }) => (role === "base" || role === "count") && unit === "persons");
    const keyOf = (row: Record<string, unknown>) => JSON.stringify(keys.map((name) => row[name]));
    const all = readTable(await answerFigure(truth.desk, of, figures[at]!));
    const byKey = new Map(rowsOf(all).map((row) => [keyOf(row), row]));
    for (const [index, row] of rowsOf(table).entries()) {
      const real = byKey.get(keyOf(row))!;
      const hidden = meta.suppressed?.[index] ?? [];
      for (const name of hidden) expect(row[name], `${meta.name} ${name}`).toBeNull();
      for (const { name } of counts) {
        if (hidden.includes(name)) seen.hidden += 1;
        else {
          seen.shown += 1;
          expect(row[name], `${meta.name} ${name}`).toBe(real[name]);
          if (!isOpen) expect([1, 2, 3, 4]).not.toContain(row[name]);
        }
      }
    }
  }
  return seen;
}

function isOrganisation(indicator: string): boolean {
  const definition = catalog.indicators.find(({ name }) => name === indicator)?.definition as
    | { kind: string; count: string | null }
    | undefined;
  return definition?.kind === "milestone" || definition?.count === "contacts";
}

const isOfSurveys = ({ name }: { name: string }) => /^(kasam|survey)_/.test(name);
const ofEnrolments = () => catalog.views.filter((view) => !isOfSurveys(view)).map(({ name }) => ({ view: name }));

describe("no count of fewer than five is told", () => {
  test("by any view, at each cut-off that is named", async () => {
    const seen = { shown: 0, hidden: 0 };
    for (const cutoff of ["2022-10-01", "2022-12-31"]) {
      const { shown, hidden } = await walk(ofEnrolments(), { programme, cutoff });
      seen.shown += shown;
      seen.hidden += hidden;
    }
    expect(seen.hidden).toBeGreaterThan(50);
    expect(seen.shown).toBeGreaterThan(10);
  });

  test("by any view of one municipality", async () => {
    await walk(ofEnrolments(), { ...scope, selection: { municipality: ["1780"] } });
  });

  test("by any view of questionnaires", async () => {
    const views = catalog.views.filter(isOfSurveys).map(({ name }) => name);
    const some = ["kasam_score", "kasam_change", "kasam_response", "survey_agreement"];
    for (const view of isWhole ? views : views.filter((name) => some.includes(name))) await walk([{ view }]);
  });

  test("by any indicator, whole and divided", async () => {
    const own = catalog.indicators.filter(({ programmes }) => programmes.includes(programme));
    expect(own.length).toBeGreaterThan(5);
    for (const { name } of isWhole ? own : own.slice(0, 7)) {
      await walk([{ indicator: name, by: ["sex"] }, { indicator: name, by: ["municipality"] }, { indicator: name }]);
    }
    const divided = own
      .slice(0, 3)
      .map(({ name }) => ({ indicator: name, by: ["municipality", "sex"], margins: true }));
    await walk(divided);
  });
});
