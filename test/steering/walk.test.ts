import { rm } from "node:fs/promises";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { firstStream, type ReadTable, readTable } from "../../electron/cli/table.ts";
import type { Catalog, FigureRequest, Scope, Selection, TableMeta } from "../../electron/contract.ts";
import { type OpenedDesk, openDesk } from "../../electron/engine/desk.ts";
import { answerFigure } from "../../electron/engine/figures.ts";
import type { OpenHost } from "../../electron/engine/host.ts";
import { openWorkspace } from "../../electron/workspace.ts";
import { checkAnswer, nothingSeen, type Seen } from "./answer-checks.ts";
import { everyFigure, everyScope } from "./questions.ts";
import { ask, programme, rowsOf, type SmallWorkspace, smallWorkspace } from "./workspace.ts";

vi.setConfig({ testTimeout: 14_400_000 });

// Every shipped view and indicator in every way that it can be asked for, as the steering room answers it, held against what is true
// behind its walls.

// All of it takes hours; a machine that looks at every change looks at some, others each time that the table gets longer.
const isWhole = process.env.SAMMANHANG_TABLES !== undefined;

interface Walked {
  workspace: SmallWorkspace;
  catalog: Catalog;
  truth: OpenedDesk;
  scopes: ReturnType<typeof everyScope>;
}

async function open(participants: number, of: string): Promise<Walked> {
  const workspace = await smallWorkspace(participants, { of });
  const steering = await workspace.open("steering");
  const catalog = await steering.catalog({});
  const truth = await openDesk(await openWorkspace(workspace.folder), { room: "steering", product: "" });
  return { workspace, catalog, truth, scopes: everyScope(catalog, of) };
}

async function close({ workspace, truth }: Walked): Promise<void> {
  await truth.desk.session.close();
  await workspace.close();
}

/** A steering room that has shown nothing yet. */
async function anew({ workspace }: Walked): Promise<OpenHost> {
  await rm(join(workspace.folder, "ledger"), { recursive: true, force: true });
  return workspace.open("steering");
}

const truthOf = async ({ truth }: Walked, scope: Scope, figure: FigureRequest): Promise<ReadTable> =>
  readTable(await answerFigure(truth.desk, scope, figure));

/** After so many requests all is forgotten: the more has been shown, the more is hidden. */
const REMEMBERED = 8;

describe.each([
  { of: programme, participants: 60, step: 73 },
  // So many that most of what is asked for is shown.
  { of: programme, participants: 400, step: 239 },
  { of: "trappsteget", participants: 60, step: 83 },
  { of: "kramfors-ungdomsanstallningar", participants: 27, step: 67 },
])(
  "of $participants persons of $of nothing too small is told, nor what follows from it",
  ({ of, participants, step }) => {
    let at: Walked;
    beforeAll(async () => {
      at = await open(participants, of);
    });
    afterAll(() => close(at));

    test("in any way of asking", async () => {
      const { catalog, scopes } = at;
      const figures = everyFigure(catalog, of);
      expect(figures.length).toBeGreaterThan(200);
      const seen: Seen = nothingSeen();
      let steering = await anew(at);
      for (let asked = 0, place = 0; place < figures.length; asked += 1, place += isWhole ? 1 : step) {
        if (asked % REMEMBERED === 0 && asked > 0) {
          await steering.close();
          steering = await anew(at);
        }
        const scope = scopes[(asked * 7) % scopes.length]!;
        const figure = figures[place]!;
        const [table] = await ask(steering, [figure], { scope });
        checkAnswer(catalog, figure, table!, await truthOf(at, scope, figure), seen);
      }
      console.log(`${participants} persons of ${of}:`, seen);
      expect(seen.hidden).toBeGreaterThan(10);
      expect(seen.shown).toBeGreaterThan(10);
      expect(seen.answers - seen.refused).toBeGreaterThan(seen.answers / 2);
    });
  },
);

test("views of one page, protected together, tell nothing too small", async () => {
  const at = await open(60, programme);
  const seen = nothingSeen();
  const figures: FigureRequest[] = at.catalog.views
    .filter(({ name }) => isWhole || !/^(kasam|survey)_/.test(name))
    .map(({ name }) => ({ view: name }));
  for (const scope of at.scopes.slice(0, isWhole ? undefined : 3)) {
    const steering = await anew(at);
    const tables = await ask(steering, figures, { scope });
    for (const [place, table] of tables.entries())
      checkAnswer(at.catalog, figures[place]!, table, await truthOf(at, scope, figures[place]!), seen);
    await steering.close();
  }
  expect(seen.hidden).toBeGreaterThan(100);
  expect(seen.shown).toBeGreaterThan(10);
  await close(at);
});

describe("what is told besides numbers", () => {
  let few: Walked;
  let many: Walked;
  let steering: OpenHost;
  const scope: Scope = { programme, cutoff: "2022-10-01" };
  const indicators = [
    "work-at-exit",
    "work-or-study-at-exit",
    "driving-licence",
    "participants-enrolled",
    "knows-more-of-routes",
  ];
  const figures: FigureRequest[] = [
    { view: "exit_reasons" },
    { view: "exit_reasons_by_sex" },
    { view: "kasam_score" },
    ...indicators.flatMap((indicator): FigureRequest[] => [
      { indicator },
      { indicator, by: ["sex"], margins: "each" },
      { indicator, compare: "municipality" },
    ]),
  ];
  beforeAll(async () => {
    few = await open(45, programme);
    many = await open(300, programme);
    steering = await anew(few);
  });
  afterAll(async () => {
    await close(few);
    await close(many);
  });

  test("each way to ask is walked here or refused in room.test.ts", () => {
    const methods = ["catalog", "figures", "sql", "load", "progress", "save", "diff", "ledger"];
    const others = ["close", "offers", "room"];
    expect(
      Object.keys(steering)
        .filter((name) => !others.includes(name))
        .sort(),
    ).toEqual(methods.sort());
  });

  test("asked in the form of a file, a figure is as it is on the page, or refused", async () => {
    const [page] = await ask(steering, figures.slice(0, 1), { scope });
    for (const as of ["suppress", "steering"] as const) {
      const [table] = await ask(steering, figures.slice(0, 1), { scope, as });
      expect([rowsOf(table!), table!.meta]).toEqual([rowsOf(page!), page!.meta]);
    }
    for (const as of ["round", "cell_key"] as const) {
      await expect(ask(steering, figures.slice(0, 1), { scope, as })).rejects.toMatchObject({ code: "steering_room" });
    }
    await expect(steering.ledger({})).rejects.toMatchObject({ code: "steering_room" });
    await expect(steering.diff({ before: "a", after: "b" })).rejects.toMatchObject({ code: "steering_room" });
  });

  test("is the same whoever the persons are: titles, SQL, parameters, columns, cautions, and the catalogue", async () => {
    const withoutData = ({ extracts, sentence, rows, suppressed, ...rest }: TableMeta) => rest;
    const other = await many.workspace.open("steering");
    for (const figure of figures) {
      const [[one], [another]] = await Promise.all([
        ask(steering, [figure], { scope }),
        ask(other, [figure], { scope }),
      ]);
      expect(withoutData(one!.meta)).toEqual(withoutData(another!.meta));
    }
    const withoutExtracts = ({ extracts, ...rest }: Catalog) => rest;
    expect(withoutExtracts(few.catalog)).toEqual(withoutExtracts(many.catalog));
  });

  test("no number in a sentence is of fewer than five, and what is hidden is a sign", async () => {
    let signs = 0;
    const selections: Selection[] = [{}, { municipality: ["1784"] }, { sex: ["F"] }];
    for (const each of selections.flatMap((selection) =>
      indicators.map((indicator) => ({ scope: { ...scope, selection }, figure: { indicator } })),
    )) {
      const [table] = await ask(steering, [each.figure], { scope: each.scope });
      const told = numbersOf(table!.meta.sentence!.en);
      const asIs = numbersOf((await truthOf(few, each.scope, each.figure)).meta.sentence!.en);
      const ofOthers = numbersOf((await truthOf(many, each.scope, each.figure)).meta.sentence!.en);
      expect(table!.meta.sentence!.en + table!.meta.sentence!.sv).not.toMatch(/NaN|undefined|\uE000/);
      signs += told.filter((number) => number === "..").length;
      const [row] = rowsOf(await truthOf(few, each.scope, each.figure));
      const isSmall = (value: unknown) => Number(value) > 0 && Number(value) < 5;
      if (isSmall(row!.n) || isSmall(row!.k)) expect(told).toContain("..");
      if (told.length !== asIs.length || told.length !== ofOthers.length) continue;
      // What differs from a sentence of other persons is of persons.
      told.forEach((number, at) => {
        if (number === ".." || ofOthers[at] === asIs[at]) return;
        expect(number).toBe(asIs[at]);
        expect(["1", "2", "3", "4"]).not.toContain(number);
      });
    }
    expect(signs).toBeGreaterThan(5);
  });

  test("windows look at what is shown: sorted, filtered, cut and counted", async () => {
    const view = "exit_reasons";
    const [plain] = await ask(steering, [{ view }], { scope });
    const shown = rowsOf(plain!).flatMap(({ k }) => (k === null ? [] : [Number(k)]));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(plain!.length - 1);
    for (const descending of [false, true]) {
      for (const column of ["k", "share"]) {
        const [table] = await ask(steering, [{ view, window: { sort: [{ column, descending }] } }], { scope });
        const rows = rowsOf(table!);
        expect(rows.slice(0, shown.length).map(({ k }) => k)).toEqual(
          [...shown].sort((a, b) => (descending ? b - a : a - b)),
        );
        const reasons = (of: ReadTable) =>
          rowsOf(of).flatMap(({ k, exit_reason }) => (k === null ? [exit_reason] : []));
        expect(reasons(table!)).toEqual(reasons(plain!));
      }
    }
    const [any, small] = await ask(
      steering,
      [
        { view, window: { filter: [{ column: "k", contains: "" }], limit: 1 } },
        { view, window: { filter: [{ column: "k", oneOf: ["1", "2", "3", "4"] }] } },
      ],
      { scope },
    );
    expect([any!.meta.rows, small!.meta.rows]).toEqual([shown.length, 0]);
  });

  test("a mean of a part is hidden with the part, and how questionnaires were answered is not told", async () => {
    const selections: Selection[] = [{}, { municipality: ["1780"] }, { sex: ["F"] }, { sex: ["F", "M"] }];
    for (const of of [few, many]) {
      const host = await anew(of);
      for (const selection of selections) {
        for (const figure of [
          { view: "kasam_assistance" },
          { view: "kasam_sensitivity" },
          { indicator: "knows-more-of-routes", compare: "sex" },
        ]) {
          const [table] = await ask(host, [figure], { scope: { programme, selection } });
          const real = await truthOf(of, { programme, selection }, figure);
          checkAnswer(of.catalog, figure, table!, real, nothingSeen());
        }
      }
      await host.close();
    }
  });

  test("under what is hidden lies nothing in the bytes", async () => {
    let hidden = 0;
    for (const figure of figures) {
      const table = tableFromIPC(firstStream(await steering.figures({ scope, figures: [figure] })));
      for (const [at, { name }] of table.schema.fields.entries()) {
        for (const { values, length } of table.getChildAt(at)!.data) {
          if (!(values instanceof Int32Array || values instanceof Float64Array)) continue;
          for (let row = 0; row < length; row++) {
            if (table.getChildAt(at)!.get(row) !== null) continue;
            hidden += 1;
            expect(values[row], name).toBe(0);
          }
        }
      }
    }
    expect(hidden).toBeGreaterThan(50);
  });
});

/** The numbers in a sentence, and the sign that stands for one. */
function numbersOf(sentence: string): string[] {
  return sentence.match(/\d+(?:[,.]\d+)*|\.\./g) ?? [];
}
