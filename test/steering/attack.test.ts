import fc from "fast-check";
import type { Highs } from "highs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readTable } from "../../electron/cli/table.ts";
import type { FigureRequest, Scope, Selection } from "../../electron/contract.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import type { OpenHost } from "../../electron/engine/host.ts";
import { ask, programme, rowsOf, type SmallWorkspace, smallWorkspace } from "./workspace.ts";

vi.setConfig({ testTimeout: 600_000 });

// Somebody who writes down all that the steering room has said of those who have left, and works out what it did not say:
// unknown are the numbers of persons of each kind (municipality, sex, age, reason at two days), known are the sums that were shown.
let workspace: SmallWorkspace;
let solver: Highs;
beforeAll(async () => {
  workspace = await smallWorkspace(80);
  solver = await loadSolver();
});
afterAll(() => workspace?.close());

const days = ["2022-10-01", "2022-12-31"] as const;
const sensitive = ["misconduct", "deprived_of_liberty", "illness_care", "coordination_association", "daily_activity"];

/** A kind of person: what was known of the last exit on each of the two days; null is not to have left. */
interface Kind {
  municipality: string;
  sex: string;
  isYoung: boolean;
  reasons: [string | null, string | null];
}

/** A cell that was told or hidden: who is in it, and the number if it was told. */
interface Cell {
  name: string;
  has(kind: Kind): boolean;
  told: number | undefined;
  /** The row was there. */
  least: number;
}

const reasonsOf: Record<string, string[]> = {
  "work-at-exit": ["work"],
  "studies-at-exit": ["studies"],
  "work-or-study-at-exit": ["work", "studies"],
};

interface Asked {
  figure: FigureRequest;
  scope: Scope & { cutoff: string };
}

/** The cells of an answer, in the attacker's own words: nothing of the engine is used. */
async function cellsOf(host: OpenHost, { figure, scope }: Asked): Promise<Cell[]> {
  const [table] = await ask(host, [figure], { scope: { programme, ...scope } });
  expect(table?.meta.fault).toBeUndefined();
  const day = days.indexOf(scope.cutoff as (typeof days)[number]);
  const selected = scope.selection?.municipality;
  const name = "view" in figure ? figure.view : figure.indicator;
  const wanted = reasonsOf[name];
  const ages = (await workspaceAges)[name];
  return rowsOf(table!).flatMap((row, at) => {
    const inBase = (kind: Kind): boolean =>
      kind.reasons[day] !== null &&
      (selected === undefined || selected.includes(kind.municipality)) &&
      (!("sex" in row) || row.sex === null || row.sex === kind.sex) &&
      (!("municipality" in row) || row.municipality === null || row.municipality === kind.municipality) &&
      (!ages || kind.isYoung);
    const inCount = (kind: Kind): boolean => {
      const reason = kind.reasons[day];
      return inBase(kind) && (wanted ? wanted.includes(reason!) : row.exit_reason === reason);
    };
    const hidden = table!.meta.suppressed?.[at] ?? [];
    const cell = (column: "n" | "k", has: (kind: Kind) => boolean, least: number): Cell => ({
      name: `${name} ${JSON.stringify(scope)} ${JSON.stringify({ ...row, k: 0, n: 0 }).slice(0, 80)} ${column}`,
      has,
      told: hidden.includes(column) ? undefined : Number(row[column]),
      least,
    });
    const divided = "view" in figure || (figure.by?.length ?? 0) > 0;
    return [cell("n", inBase, divided ? 1 : 0), cell("k", inCount, wanted ? 0 : 1)];
  });
}

let workspaceAges: Promise<Record<string, boolean>>;
let kinds: Kind[];
let truth: Kind[];

beforeAll(async () => {
  const evaluator = await workspace.open("evaluator");
  const { indicators } = await evaluator.catalog({});
  workspaceAges = Promise.resolve(
    Object.fromEntries(
      indicators.map(({ name, definition }) => {
        const { age } = (definition as { population: { age: [number, number] | null } }).population;
        return [name, age !== null];
      }),
    ),
  );
  truth = await peopleOf(evaluator);
  const all = <K extends keyof Kind>(name: K) => [...new Set(truth.map((each) => each[name]))];
  const reasons = [...new Set(truth.flatMap((each) => each.reasons))];
  // Of those who have left by the first day the reason is known on both, since few come back.
  const pairs = [
    ...reasons.map((reason): Kind["reasons"] => [null, reason]),
    ...truth.map((each) => each.reasons).filter(([first]) => first !== null),
    ...reasons.filter((reason) => reason !== null).map((reason): Kind["reasons"] => [reason, reason]),
  ];
  const own = new Map(pairs.map((pair) => [JSON.stringify(pair), pair]));
  kinds = all("municipality").flatMap((municipality) =>
    all("sex").flatMap((sex) =>
      all("isYoung").flatMap((isYoung) =>
        [...own.values()].map((pair) => ({ municipality, sex, isYoung, reasons: pair })),
      ),
    ),
  );
});

/** Who is there, from the evaluator's own SQL. */
async function peopleOf(evaluator: OpenHost): Promise<Kind[]> {
  const exits = days.map(
    (day) => `select e.participant, arg_max(e.exit_reason, e.started_on) as reason,
      arg_max(e.municipality, e.started_on) as municipality, arg_max(e.age, e.started_on) as age, any_value(e.sex) as sex
    from known_exit('${programme}', '${day}') as e group by all`,
  );
  const sql = `select coalesce(a.participant, b.participant) as participant, a.reason as first, b.reason as second,
    b.municipality, b.sex, b.age, a.municipality as before
    from (${exits[0]}) as a full join (${exits[1]}) as b on a.participant = b.participant`;
  const rows = rowsOf(readTable(await evaluator.sql({ sql })));
  const shown = (reason: unknown) => (sensitive.includes(String(reason)) ? "other" : (reason as string | null));
  // Whoever has moved in between is one person in two towns; the attacker's kinds have one.
  expect(rows.filter(({ before, municipality }) => before !== null && before !== municipality)).toEqual([]);
  return rows.map((row) => ({
    municipality: String(row.municipality),
    sex: String(row.sex),
    isYoung: Number(row.age) >= 15 && Number(row.age) <= 29,
    reasons: [shown(row.first), shown(row.second)],
  }));
}

/** The least and the most that a cell can hold, given all that was told; whole numbers of persons. */
function bounds(cells: Cell[], target: Cell): [number, number] {
  const variable = (at: number) => `x${at}`;
  const sum = (cell: Cell) => {
    const within = kinds.flatMap((kind, at) => (cell.has(kind) ? [variable(at)] : []));
    return within.length > 0 ? within.join(" + ") : undefined;
  };
  const rows = cells.flatMap((cell) => {
    const terms = sum(cell);
    if (!terms) return [];
    return cell.told === undefined ? [`${terms} >= ${cell.least}`] : [`${terms} = ${cell.told}`];
  });
  const unique = [...new Set(rows)].map((row, at) => `r${at}: ${row}`);
  const general = kinds.map((_, at) => variable(at)).join(" ");
  const solve = (sense: "Minimize" | "Maximize"): number => {
    const bounded = `upper: ${kinds.map((_, at) => variable(at)).join(" + ")} <= 1000`;
    const text = `${sense}\nobj: ${sum(target)}\nSubject To\n${[...unique, bounded].join("\n")}\nGeneral\n${general}\nEnd`;
    const { ObjectiveValue, Status } = solver.solve(text, { time_limit: 20 });
    expect(Status).toBe("Optimal");
    return Math.round(ObjectiveValue);
  };
  return [solve("Minimize"), solve("Maximize")];
}

/** Every hidden cell keeps at least two values, and one of fewer than five at least as many values as a cell must. */
function attack(cells: Cell[]): number {
  const hidden = cells.filter(({ told, has }) => told === undefined && kinds.some(has));
  const distinct = new Map(hidden.map((cell) => [kinds.map((kind) => (cell.has(kind) ? 1 : 0)).join(""), cell]));
  for (const cell of distinct.values()) {
    const [least, most] = bounds(cells, cell);
    const real = truth.filter(cell.has).length;
    expect(real, cell.name).toBeGreaterThanOrEqual(least);
    expect(real, cell.name).toBeLessThanOrEqual(most);
    expect(most, `${cell.name} is ${real}`).toBeGreaterThan(least);
  }
  return distinct.size;
}

const figures: FigureRequest[] = [
  { view: "exit_reasons" },
  { view: "exit_reasons_by_sex" },
  ...Object.keys(reasonsOf).flatMap((indicator) => [
    { indicator, by: ["sex"], denominator: "exited" as const },
    { indicator, by: ["municipality"], denominator: "exited" as const },
    { indicator, by: ["municipality", "sex"], margins: true, denominator: "exited" as const },
  ]),
];

const selections: (Selection | undefined)[] = [
  undefined,
  { municipality: ["1780"] },
  { municipality: ["1781", "1784"] },
];
const asked: fc.Arbitrary<Asked> = fc.record({
  figure: fc.nat(figures.length - 1).map((at) => figures[at]!),
  scope: fc.record({ cutoff: fc.constantFrom(...days), selection: fc.nat(2).map((at) => selections[at]) }),
});

describe("what was not said cannot be worked out", () => {
  test("from three questions in a row, whichever they are", async () => {
    const sequences = fc.sample(fc.array(asked, { minLength: 3, maxLength: 3 }), { numRuns: 3, seed: 4 });
    const cells: Cell[] = [];
    let attacked = 0;
    // The ledger goes on, so that each sequence is attacked with all those before it.
    for (const sequence of sequences) {
      for (const each of sequence) cells.push(...(await cellsOf(await host(), each)));
      attacked += attack(cells);
    }
    expect(attacked).toBeGreaterThan(20);
  });
});

let opened: Promise<OpenHost> | undefined;
function host(): Promise<OpenHost> {
  opened ??= workspace.open("steering");
  return opened;
}
