import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Host } from "../../electron/contract.ts";
import { type Carried, carriers } from "./carriers.ts";
import { faultOf } from "./fault-of.ts";
import { type Seen, standIn } from "./stand-in.ts";

describe.each(Object.entries(carriers))("the wires alone: %s", (name, carry) => {
  let carried: Carried;
  let host: Host;
  const seen: Seen = { started: 0, aborted: 0 };

  beforeAll(async () => {
    carried = await carry(standIn(seen));
    host = carried.host;
  });
  afterAll(() => carried.close());

  test("each method has its own answer", async () => {
    expect((await host.catalog({})).workspace.name).toBe("Prov åäö");
    const request = { scope: { selection: { sex: ["F"] } }, figures: [{ view: "v", params: { a: [1, null, "å"] } }] };
    expect(JSON.parse(new TextDecoder().decode(await host.figures(request)))).toEqual(request);
    expect((await host.load({ offer: "o", job: "j" })).verdict).toBe("accepted");
    expect(await host.progress({ job: "four" })).toEqual({ state: "running", done: 4 });
  });

  test("bytes arrive whole, also none and many", async () => {
    expect(await host.sql({ sql: "", window: { limit: 0 } })).toEqual(new Uint8Array(0));
    const many = await host.sql({ sql: "", window: { limit: 60_000_000 } });
    expect(many).toBeInstanceOf(Uint8Array);
    expect([many.length, many[0], many.at(-1)]).toEqual([60_000_000, 7, 7]);
  });

  test("answers to questions asked at once are not mixed up", async () => {
    const jobs = Array.from({ length: 50 }, (_, index) => "j".repeat(index + 1));
    const answers = await Promise.all(jobs.map((job) => host.progress({ job })));
    expect(answers.map(({ done }) => done)).toEqual(jobs.map((job) => job.length));
  });

  test("a refusal keeps its code, both languages and detail", async () => {
    expect(await faultOf(host.sql({ sql: "refuse" }))).toEqual({
      code: "nothing_there",
      message: { sv: "Finns inte.", en: "Not there." },
      detail: "x",
    });
  });

  test("a bug is a fault too, and says what it was only in detail", async () => {
    const fault = await faultOf(host.sql({ sql: "bug" }));
    expect(fault).toMatchObject({ code: "bug", detail: "TypeError: undefined is not a function" });
    expect(fault.message.en).not.toMatch(/undefined/);
  });

  test("an abort reaches the host, and the next question is answered", async () => {
    const before = { ...seen };
    const controller = new AbortController();
    const fault = faultOf(host.sql({ sql: "wait" }, controller.signal));
    await vi.waitFor(() => expect(seen.started).toBe(before.started + 1));
    controller.abort();
    expect((await fault).code).toBe("cancelled");
    await vi.waitFor(() => expect(seen.aborted).toBe(before.aborted + 1));
    expect(await host.progress({ job: "x" })).toMatchObject({ done: 1 });
  });

  if (name === "the object") return;

  test("what was called off beforehand is never asked", async () => {
    const before = seen.started;
    expect((await faultOf(host.sql({ sql: "wait" }, AbortSignal.abort()))).code).toBe("cancelled");
    expect(seen.started).toBe(before);
  });

  test("a request of the wrong shape is refused before the host sees it", async () => {
    const wrong = { sql: 1 } as unknown as { sql: string };
    expect(await faultOf(host.sql(wrong))).toMatchObject({ code: "bad_request" });
    expect(await faultOf(host.catalog({ x: 1 } as never))).toMatchObject({ code: "bad_request" });
  });

  test("leaving with questions open calls them off", async () => {
    const leaving = await carry(standIn(seen));
    const before = { ...seen };
    leaving.host.sql({ sql: "wait" }).catch(() => {});
    await vi.waitFor(() => expect(seen.started).toBe(before.started + 1));
    await leaving.close();
    await vi.waitFor(() => expect(seen.aborted).toBe(before.aborted + 1));
  });
});
