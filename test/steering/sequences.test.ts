import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readTable } from "../../electron/cli/table.ts";
import type { FigureRequest, Scope, Selection } from "../../electron/contract.ts";
import { type OpenedDesk, openDesk } from "../../electron/engine/desk.ts";
import { openLedger } from "../../electron/engine/ledger.ts";
import { openProtection } from "../../electron/engine/protection.ts";
import { policyOf } from "../../electron/engine/room.ts";
import { answerTogether } from "../../electron/engine/steering-figures.ts";
import { openWorkspace, type Workspace } from "../../electron/workspace.ts";
import { isOfOrganisation } from "./answer-checks.ts";
import { heardCells } from "./heard-cells.ts";
import { type Members, membersOf } from "./members.ts";
import { attackCells, type HeardCell } from "./open-cells.ts";
import { everyFigure, everyScope } from "./questions.ts";
import { programme, type SmallWorkspace, smallWorkspace } from "./workspace.ts";

vi.setConfig({ testTimeout: 14_400_000 });

// Three requests in a row, whichever they are, attacked with all that was heard in the three answers by somebody who shares nothing
// with what protects them: who is behind a count is learnt by leaving out one person after the other.
const wanted = Number(process.env.SAMMANHANG_TABLES ?? 0);
const pooled = wanted > 0 ? Math.ceil(wanted / 5) : 7;
const sequences = wanted > 0 ? wanted : 40;
const seed = Number(process.env.SAMMANHANG_SEED ?? 5);
const participants = 45;

interface Asked {
  scope: Scope;
  figures: FigureRequest[];
}

let small: SmallWorkspace;
let workspace: Workspace;
let desk: OpenedDesk["desk"];
let members: Members;
let pool: Asked[];
const protection = openProtection();

beforeAll(async () => {
  small = await smallWorkspace(participants);
  workspace = await openWorkspace(small.folder);
  ({ desk } = await openDesk(workspace, { room: "steering", product: "" }));
  members = await membersOf(participants, programme);
  const catalog = await (await small.open("steering")).catalog({});
  // What a person's own code stands in cannot be asked for; the organisation has nothing to hide.
  const figures = everyFigure(catalog, programme).filter(
    (figure) => !JSON.stringify(figure).includes("target_group") && !isOfOrganisation(catalog, figure),
  );
  const simple = figures.filter((figure) =>
    "view" in figure ? Object.keys(figure.params ?? {}).length === 0 : (figure.by ?? []).length < 2,
  );
  const figure = fc.oneof(fc.constantFrom(...simple), fc.constantFrom(...figures));
  const scopes = everyScope(catalog, programme);
  const scope = fc.oneof(fc.constantFrom(...scopes.slice(0, 4)), fc.constantFrom(...scopes));
  const any = fc.record({ scope, figures: fc.array(figure, { minLength: 1, maxLength: 2 }) });
  pool = [...fc.sample(any, { numRuns: pooled, seed }), ...nested(scopes[0]!.cutoff)];
});
afterAll(async () => {
  await protection.close();
  await members?.close();
  await desk?.session.close();
  await small?.close();
});

/** What is heard in an answer of a room that has shown what its ledger says. */
async function hear(ledger: string, { scope, figures }: Asked): Promise<HeardCell[]> {
  const rules = {
    policy: policyOf(workspace),
    glyph: "..",
    ledger: openLedger(ledger),
    protection,
    purpose: "show" as const,
  };
  const answers = await answerTogether(desk, rules, { scope, figures });
  const heard = await Promise.all(
    answers.map((bytes, at) => heardCells(members, { scope, figure: figures[at]!, table: readTable(bytes) })),
  );
  return heard.flat();
}

/** Questions of the same persons, some of them within others, so that what they have in common tells of the rest. */
function nested(cutoff: string): Asked[] {
  const selections: Selection[] = [
    {},
    { sex: ["F", "M"] },
    { municipality: ["1780", "1781", "1784", "1766"] },
    { municipality: ["1780", "1781", "1784"] },
    { municipality: ["1780", "1781"], sex: ["M"] },
    { municipality: ["1780", "1781"] },
  ];
  return selections.flatMap((selection) =>
    ["participants-enrolled", "work-or-study-at-exit"].map((indicator) => ({
      scope: { programme, cutoff, selection },
      figures: [{ indicator }],
    })),
  );
}

async function remembering<T>(work: (ledger: string) => Promise<T>): Promise<T> {
  const ledger = await mkdtemp(join(tmpdir(), "ledger-"));
  try {
    return await work(ledger);
  } finally {
    await rm(ledger, { recursive: true });
  }
}

test("without a memory of what was shown the same attack tells of a small town", async () => {
  const indicator = "participants-enrolled";
  const scope = { programme, cutoff: "2022-10-01" };
  const towns = (await members.cells(scope, { indicator, by: ["municipality"] })).filter(
    ({ column }) => column === "n",
  );
  const small = towns.find(({ count }) => count > 0 && count < 5)!;
  const codes = towns.map(({ row }) => (JSON.parse(row) as string[])[0]!);
  const [own] = JSON.parse(small.row) as string[];
  const asked = [codes, codes.filter((code) => code !== own), [own!]].map((municipality) => ({
    scope: { ...scope, selection: { municipality } },
    figures: [{ indicator }],
  }));
  const forgetful = await Promise.all(asked.map((each) => remembering((ledger) => hear(ledger, each))));
  expect(attackCells(forgetful.flat()).recovered.length).toBeGreaterThan(0);
  const heard = await remembering(async (ledger) => {
    const cells: HeardCell[] = [];
    for (const each of asked) cells.push(...(await hear(ledger, each)));
    return cells;
  });
  expect(attackCells(heard).recovered).toEqual([]);
});

test(`from ${sequences} sequences of three requests no hidden count can be worked out`, async () => {
  const threeOf = (first: number) =>
    fc.array(fc.integer({ min: first, max: pool.length - 1 }), { minLength: 3, maxLength: 3 });
  const three = fc.oneof(threeOf(0), threeOf(pooled));
  const drawn = fc.sample(three, { numRuns: sequences, seed });
  const recovered: string[] = [];
  const count = { told: 0, hidden: 0, attacked: 0 };
  for (const [number, sequence] of drawn.entries()) {
    const heard = await remembering(async (ledger) => {
      const cells: HeardCell[] = [];
      for (const place of sequence) cells.push(...(await hear(ledger, pool[place]!)));
      return cells;
    });
    const attack = attackCells(heard);
    count.attacked += attack.attacked;
    for (const { told } of heard) count[told ? "told" : "hidden"] += 1;
    recovered.push(...attack.recovered.map((cell) => `${number}: ${cell}`));
  }
  console.log(`${sequences} sequences of ${pool.length} questions:`, count, `${recovered.length} recovered`);
  expect(recovered).toEqual([]);
  expect(count.attacked).toBeGreaterThan(sequences);
  expect(count.told).toBeGreaterThan(sequences);
});
