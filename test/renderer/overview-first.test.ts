import { expect, it } from "vitest";
import type { Catalog, FiguresRequest, Host } from "../../electron/contract.ts";
import { overviewFirst } from "../../renderer/overview-first.ts";

const programme = (name: string) => ({ name, loaded: true, indicators: ["work"], cutoffs: [], ends_on: "2023-01-01" });
const catalog = {
  room: "steering",
  programmes: [programme("north"), programme("south")],
  extracts: [],
  indicators: [{ name: "work", kind: "count", breakdowns: [] }],
} as unknown as Catalog;

function recording(fails = false) {
  const asked: FiguresRequest[] = [];
  const figures = async (request: FiguresRequest) => {
    asked.push(request);
    if (fails && asked.length === 1) throw new Error("not now");
    return new Uint8Array([asked.length]);
  };
  return { asked, host: overviewFirst({ figures } as unknown as Host, catalog) };
}

const kasam = (name: string): FiguresRequest => ({
  scope: { programme: name, cutoff: "2022-10-01", selection: { sex: ["F"] } },
  figures: [{ view: "kasam_change" }],
});

it("the overview of a programme is asked for before anything else of it, and once", async () => {
  const { asked, host } = recording();
  const [answer] = await Promise.all([host.figures(kasam("north")), host.figures(kasam("north"))]);
  await host.figures(kasam("south"));
  expect(asked.map(({ scope, figures }) => [scope.programme, "indicator" in figures[0]!])).toEqual([
    ["north", true],
    ["north", false],
    ["north", false],
    ["south", true],
    ["south", false],
  ]);
  expect(asked[0]?.scope).toEqual({ programme: "north", cutoff: "2022-10-01" });
  expect(asked[0]?.figures).toContainEqual({ view: "exit_reasons" });
  expect([...(answer ?? [])]).toEqual([2]);
});

it("an overview that cannot be answered keeps nothing else from being", async () => {
  const { host } = recording(true);
  expect([...(await host.figures(kasam("north")))]).toEqual([2]);
});
