import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTable } from "../../electron/cli/table.ts";
import type { Selection, TableMeta } from "../../electron/contract.ts";
import type { OpenHost } from "../../electron/engine/host.ts";
import { ask, rowsOf, type SmallWorkspace, smallWorkspace } from "./workspace.ts";

// An evaluator is told which earlier figures a cell would unmask somebody with, and the steering room is not.
const figure = { indicator: "participants-enrolled" };
const title = { sv: "Inskrivna deltagare", en: "Enrolled participants" };

/** A workspace of its own: what one test shows is the ledger of the next. */
async function opened(
  participants: number,
): Promise<{ workspace: SmallWorkspace; evaluator: OpenHost; steering: OpenHost }> {
  const workspace = await smallWorkspace(participants);
  const evaluator = await workspace.open("evaluator");
  return { workspace, evaluator, steering: await workspace.open("steering") };
}

interface Town {
  municipality: string;
  n: number;
  men: number;
  women: number;
}

async function townsOf(evaluator: OpenHost): Promise<Town[]> {
  const sql = `select municipality, count(*)::integer as n, (count(*) filter (sex = 'M'))::integer as men,
    (count(*) filter (sex = 'F'))::integer as women from first_enrolment() group by all order by n desc, municipality`;
  return rowsOf(readTable(await evaluator.sql({ sql }))) as unknown as Town[];
}

const show = async (host: OpenHost, selection: Selection) => {
  const [table] = await ask(host, [figure], { scope: { selection } });
  return rowsOf(table!)[0]!.k;
};
const look = async (host: OpenHost, selection: Selection): Promise<TableMeta> =>
  (await ask(host, [figure], { scope: { selection }, as: "steering" }))[0]!.meta;
const scopesOf = ({ earlier }: TableMeta) => earlier?.figures.map(({ scope }) => scope.sv);

describe("all of a town, and then one sex of it", () => {
  let at: Awaited<ReturnType<typeof opened>>;
  let town: Town;
  let most: "M" | "F";
  let few: number;
  let name: string;
  beforeAll(async () => {
    at = await opened(120);
    const towns = await townsOf(at.evaluator);
    const isFit = ({ men, women }: Town) => [1, 2, 3, 4].includes(Math.min(men, women)) && Math.max(men, women) >= 5;
    town = towns.find(isFit)!;
    most = town.men > town.women ? "M" : "F";
    few = Math.min(town.men, town.women);
    name = (await at.evaluator.catalog({})).codes.municipality!.find(({ code }) => code === town.municipality)!.title
      .sv;
    const others = towns.filter(({ municipality, n }) => municipality !== town.municipality && n >= 5).slice(0, 3);
    expect(others.length).toBe(3);
    expect(await show(at.steering, { municipality: [others[0]!.municipality] })).toBe(others[0]!.n);
    expect(await show(at.steering, { municipality: [others[1]!.municipality] })).toBe(others[1]!.n);
    expect(await show(at.steering, { municipality: [town.municipality] })).toBe(town.n);
    expect(await show(at.steering, { municipality: [others[2]!.municipality] })).toBe(others[2]!.n);
  });
  afterAll(() => at.workspace.close());

  test("the answer with the town is named, and none of the others", async () => {
    const meta = await look(at.evaluator, { municipality: [town.municipality], sex: [most] });
    expect(meta.reasons?.[0]).toMatchObject({ k: "earlier" });
    expect(scopesOf(meta)).toEqual([name]);
    expect(meta.earlier!.figures[0]).toMatchObject({ figure: title });
    expect(Date.now() - Date.parse(meta.earlier!.figures[0]!.at)).toBeLessThan(600_000);
    expect(meta.earlier!.cells[0]!.k).toEqual({
      kind: "unmasks",
      figures: [0],
      told: { sv: expect.stringContaining("blir kvar"), en: expect.stringContaining("left") },
      bounds: { low: few, high: few },
    });
    for (const column of meta.suppressed![0]!) expect(meta.earlier!.cells[0]).toHaveProperty(column);
  });

  test("what is shown as it is has no such report", async () => {
    expect((await look(at.evaluator, { municipality: [town.municipality] })).earlier).toBeUndefined();
  });

  test("the steering room is told nothing of it, asked either way", async () => {
    const scope = { selection: { municipality: [town.municipality], sex: [most] } };
    for (const rest of [{ scope }, { scope, as: "steering" as const }]) {
      const bytes = await at.steering.figures({ figures: [figure], ...rest });
      const text = new TextDecoder("latin1").decode(bytes);
      expect(text).toContain("suppressed");
      for (const word of ["earlier", "reasons", "unmasks", "bounds"]) expect(text).not.toContain(`"${word}"`);
    }
    await expect(at.steering.ledger({})).rejects.toMatchObject({ code: "steering_room" });
  });

  test("the evaluator reads in words what has been shown, the latest first", async () => {
    const answers = await at.evaluator.ledger({});
    const own = answers.filter(({ scope }) => scope.sv === name);
    expect(own).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        programme: "varmlands-arbetskraft-2",
        figures: [title],
        scope: { sv: name, en: name },
        shown: expect.any(Number),
        hidden: 0,
      },
    ]);
    const times = answers.map((answer) => answer.at);
    expect(times).toEqual([...times].sort().reverse());
  });
});

describe("everybody, and two parts that leave a small town", () => {
  let at: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    at = await opened(60);
  });
  afterAll(() => at.workspace.close());

  test("both earlier answers are named", async () => {
    const towns = await townsOf(at.evaluator);
    const small = towns.find(({ n }) => n < 5)!;
    const rest = towns.filter((town) => town !== small).map(({ municipality }) => municipality);
    const half = Math.ceil(rest.length / 2);
    const [one, other] = [rest.slice(0, half), rest.slice(half)];
    expect(await show(at.steering, { sex: ["F"] })).toBe(towns.reduce((sum, { women }) => sum + women, 0));
    expect(await show(at.steering, {})).toBe(towns.reduce((sum, { n }) => sum + n, 0));
    expect(await show(at.steering, { municipality: one })).not.toBeNull();
    const meta = await look(at.evaluator, { municipality: other });
    expect(meta.reasons?.[0]).toMatchObject({ k: "earlier" });
    const [cause] = Object.values(meta.earlier!.cells[0]!);
    expect(cause).toMatchObject({ kind: "unmasks", figures: [0, 1], bounds: { low: small.n, high: small.n } });
    const scopes = scopesOf(meta)!;
    expect(scopes.length).toBe(2);
    expect(scopes).toContain("alla");
    expect(scopes.find((scope) => scope !== "alla")).toContain(" och ");
  });
});
