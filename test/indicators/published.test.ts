import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFigures } from "../../electron/cli/table.ts";
import type { Catalog, IndicatorRequest, Scope } from "../../electron/contract.ts";
import { type OpenHost, openHost } from "../../electron/engine/host.ts";
import { createDemo } from "../../electron/synth/demo.ts";

const varmland = "varmlands-arbetskraft-2";
const kristinehamn: Scope = { programme: varmland, selection: { municipality: ["1781"] } };

// What the programmes' own documents print, computed from the demonstration's extracts as a page would ask for it.
describe("the demonstration", () => {
  let folder: string;
  let host: OpenHost;
  let catalog: Catalog;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "published-"));
    await createDemo({ folder: join(folder, "workspace") });
    host = await openHost({ workspace: join(folder, "workspace"), room: "evaluator" });
    catalog = await host.catalog({});
  });
  afterAll(async () => {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function ask(scope: Scope, request: IndicatorRequest) {
    const [answer] = readFigures(await host.figures({ scope, figures: [request] }));
    expect(answer!.meta.fault).toBeUndefined();
    const { columns, length, meta, value } = answer!;
    const rows = Array.from(
      { length },
      (_, row): Record<string, unknown> =>
        Object.fromEntries(columns.map((name, column) => [name, value(row, column)])),
    );
    return { rows, meta };
  }

  it("Kristinehamn: 24 of the 38 who had left, 63 %; both targets are shown", async () => {
    const { rows, meta } = await ask({ ...kristinehamn, cutoff: "2022-10-01" }, { indicator: "work-or-study-at-exit" });
    expect(rows).toMatchObject([{ n: 38, k: 24, target: 0.6, comparator: ">=", attained: "undecided" }]);
    expect(rows[0]!.lower).toBeCloseTo(0.4728, 4);
    expect(rows[0]!.upper).toBeCloseTo(0.7662, 4);
    const targets = JSON.parse(String(rows[0]!.targets)) as { value: number; source: string }[];
    expect(targets.map(({ value }) => value)).toEqual([0.6, 0.5]);
    expect(meta.sentence?.en).toContain(
      "Of the 38 persons who had left by 1 October 2022, 24 left to work or studies.",
    );
  });
  it("Kristinehamn: 25 of all 64, 39 %", async () => {
    const request: IndicatorRequest = {
      indicator: "work-or-study-at-exit",
      denominator: "enrolled",
      cutoff: "2022-12-31",
    };
    const { rows } = await ask(kristinehamn, request);
    expect(rows).toMatchObject([{ n: 64, k: 25 }]);
    expect(rows[0]!.lower).toBeCloseTo(0.2806, 4);
    expect(rows[0]!.upper).toBeCloseTo(0.5131, 4);
  });
  it("Kristinehamn: 25 women and 39 men against 22 and 33", async () => {
    const { rows } = await ask(kristinehamn, { indicator: "participants-enrolled", by: ["sex"] });
    expect(rows.map(({ sex, n, target, attained }) => [sex, n, target, attained])).toEqual([
      ["F", 25, 22, "yes"],
      ["M", 39, 33, "yes"],
    ]);
  });
  it("Värmland: 57 % of those who had left, one month before the end", async () => {
    const { rows } = await ask({ programme: varmland, cutoff: "2022-10-01" }, { indicator: "work-or-study-at-exit" });
    expect(Math.round(100 * Number(rows[0]!.estimate))).toBe(57);
  });
  it("Kramfors: 11 of 27 got a job in 2022", async () => {
    const { rows } = await ask({ programme: "kramfors-ungdomsanstallningar" }, { indicator: "work-in-2022" });
    expect(rows).toMatchObject([{ n: 27, k: 11 }]);
  });
  it("Kronoberg: the goal of 60 % is met, as the article says", async () => {
    const { rows } = await ask({ programme: "framtid-kronoberg" }, { indicator: "work-or-study-within-project" });
    expect(rows).toMatchObject([{ attained: "yes" }]);
  });
  it("has five programmes and no problem", () => {
    expect(catalog.problems).toEqual([]);
    expect(catalog.programmes.filter(({ loaded }) => loaded).length).toBe(5);
  });
  it("answers every indicator of every programme, whole and by each of its breakdowns", async () => {
    for (const { name: programme, indicators } of catalog.programmes) {
      for (const name of indicators) {
        const entry = catalog.indicators.find((each) => each.name === name)!;
        const whole = await ask({ programme }, { indicator: name });
        expect(whole.rows.length, name).toBe(1);
        for (const breakdown of entry.breakdowns) {
          const { rows } = await ask({ programme }, { indicator: name, by: [breakdown] });
          const sum = rows.reduce((total, { n }) => total + Number(n), 0);
          // Groups add up to the whole, whatever the person rule.
          expect(sum, `${name} by ${breakdown}`).toBe(whole.rows[0]!.n);
        }
      }
    }
  });
});
