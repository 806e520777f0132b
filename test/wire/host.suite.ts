import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFigures, readTable } from "../../electron/cli/table.ts";
import type { Host } from "../../electron/contract.ts";
import { type OpenHost, openHost } from "../../electron/engine/host.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { createOffers, type Offers } from "../../electron/offers.ts";
import { createDemo } from "../../electron/synth/demo.ts";
import { writePackage } from "../../electron/synth/package.ts";
import { readRecipe } from "../../electron/synth/read-recipe.ts";
import type { Carried, Carrier } from "./carriers.ts";
import { faultOf } from "./fault-of.ts";

const PROGRAMME = "varmlands-arbetskraft-2";

// Nobody waits for this one to end.
const SLOW = "select count(*) as n from enrolment a, enrolment b, enrolment c, enrolment d, enrolment e";

/** What every host must do, whichever way it is asked. */
export function hostSuite(name: string, carry: Carrier): void {
  describe(`a workspace asked through ${name}`, () => {
    let folder: string;
    let offers: Offers;
    let opened: OpenHost;
    let carried: Carried;
    let host: Host;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "sammanhang-host-"));
      await createDemo({ folder: join(folder, "workspace") });
      offers = createOffers({ folder: join(folder, "uploads") });
      opened = await openHost({ workspace: join(folder, "workspace"), room: "evaluator", offers });
      carried = await carry(opened);
      host = carried.host;
    });
    afterAll(async () => {
      await carried.close();
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function synthetic(participants: number, seed: number): Promise<string> {
      const recipe = await readRecipe(join(shippedQueries(), "synth", `${PROGRAMME}.json`));
      const out = join(folder, `package-${participants}-${seed}`);
      await writePackage({ recipe, participants, seed, out });
      return offers.add(out);
    }

    test("the catalogue is the object's own", async () => {
      const catalog = await host.catalog({});
      expect(catalog).toEqual(JSON.parse(JSON.stringify(await opened.catalog({}))));
      expect(catalog.problems).toEqual([]);
      expect(catalog.extracts.length).toBeGreaterThan(0);
    });

    test("figures come in the order asked for, and one that fails does not take the others with it", async () => {
      const figures = [
        { indicator: "work-or-study-at-exit" },
        { view: "no_such_view" },
        { view: "exit_reasons", window: { limit: 2 } },
      ];
      const scope = { cutoff: "2022-10-01", selection: { municipality: ["1781"] } };
      const tables = readFigures(await host.figures({ scope, figures }));
      expect(tables.map(({ meta }) => meta.fault?.code ?? meta.name)).toEqual([
        "work-or-study-at-exit",
        "unknown_view",
        "exit_reasons",
      ]);
      const [claim, , reasons] = tables;
      const at = (column: string) => claim!.value(0, claim!.columns.indexOf(column));
      expect([at("n"), at("k")]).toEqual([38, 24]);
      expect(reasons!.length).toBe(2);
      expect(reasons!.meta.rows).toBeGreaterThan(2);
      expect(reasons!.meta.selection).toEqual({ municipality: ["1781"] });
    });

    test("a statement that must not be is a fault with both languages", async () => {
      const fault = await faultOf(host.sql({ sql: "detach extract_1" }));
      expect(fault).toMatchObject({ message: { sv: expect.any(String), en: expect.any(String) } });
      expect(fault.code).not.toBe("bug");
      expect(await faultOf(host.sql({ sql: "select colour from enrolment" }))).toEqual(
        await faultOf(opened.sql({ sql: "select colour from enrolment" })),
      );
    });

    test("a million rows arrive", async () => {
      const sql =
        "select a.enrolment, b.municipality, row_number() over () as i from enrolment a, enrolment b, enrolment c limit 1000000";
      const table = readTable(await host.sql({ sql, window: { limit: 1_000_000 } }));
      expect(table.length).toBe(1_000_000);
      expect(table.meta).toMatchObject({ rows: 1_000_000, truncated: false });
    });

    test("a query that is called off stops, and the next is answered", async () => {
      const controller = new AbortController();
      const fault = faultOf(host.sql({ sql: SLOW }, controller.signal));
      const other = host.sql({ sql: "select 1 as one" });
      setTimeout(() => controller.abort(), 300);
      expect(readTable(await other).value(0, 0)).toBe(1);
      const called = Date.now();
      expect((await fault).code).toBe("cancelled");
      expect(Date.now() - called).toBeLessThan(2000);
      expect(readTable(await host.sql({ sql: "select 2 as two" })).value(0, 0)).toBe(2);
    });

    test("a load tells how far it is; called off, it leaves nothing behind", async () => {
      const kept = async (part: string) => (await readdir(join(folder, "workspace", part))).sort();
      const files = [await kept("extracts"), await kept(".build")];
      const before = await host.catalog({});
      const controller = new AbortController();
      const request = { offer: await synthetic(100_000, 1), job: "called-off" };
      const fault = faultOf(host.load(request, controller.signal));
      await expect
        .poll(async () => (await host.progress({ job: "called-off" })).state, { timeout: 20_000 })
        .toBe("running");
      controller.abort();
      expect((await fault).code).toBe("cancelled");
      await expect
        .poll(async () => (await host.progress({ job: "called-off" })).state, { timeout: 20_000 })
        .not.toBe("running");
      expect((await host.catalog({})).extracts).toEqual(before.extracts);
      expect([await kept("extracts"), await kept(".build")]).toEqual(files);
    });

    test("a load changes what is asked from then on", async () => {
      const report = await host.load({ offer: await synthetic(200, 2), job: "loaded" });
      expect(report).toMatchObject({ verdict: "accepted", programme: PROGRAMME });
      expect((await host.progress({ job: "loaded" })).state).toBe("done");
      const catalog = await host.catalog({});
      expect(catalog.extracts.map(({ extract }) => extract)).toContain(report.extract);
      const current = catalog.extracts.filter((extract) => extract.current);
      const { value } = readTable(await host.sql({ sql: "select count(distinct extract)::integer from participant" }));
      expect(value(0, 0)).toBe(current.length);
    });

    test("an offer that nobody made is refused", async () => {
      expect((await faultOf(host.load({ offer: "made up", job: "x" }))).code).toBe("not_offered");
      expect(await host.progress({ job: "never" })).toMatchObject({ state: "unknown" });
    });
  });
}
