import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LoadReport, LoadRequest, Progress } from "../../electron/contract.ts";
import type { Connection } from "../../renderer/host.ts";
import { createEstimate, createLoadStore, type Loading, packageName } from "../../renderer/load-store.ts";

const report = (more: Partial<LoadReport> = {}): LoadReport => ({
  verdict: "accepted",
  extract: "abc",
  programme: "p",
  as_of: "2022-10-01",
  tables: [],
  set_aside: [],
  flags: [],
  refusals: [],
  confirmations: [],
  notes: [],
  ...more,
});
const files = [{ name: "delivery/participant.csv", file: new File(["x"], "participant.csv") }];

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A connection whose load ends when it is told to. */
function connection() {
  let finish: (report: LoadReport) => void = () => {};
  const loads: LoadRequest[] = [];
  const fake = {
    offerFiles: async () => "token",
    host: {
      progress: async (): Promise<Progress> => ({
        state: "running",
        step: { sv: "Läser", en: "Reading" },
        done: 1,
        total: 4,
        unit: "tables",
      }),
      load: (request: LoadRequest, signal?: AbortSignal) => {
        loads.push(request);
        return new Promise<LoadReport>((resolve, reject) => {
          finish = resolve;
          const cancelled = { fault: { code: "cancelled", message: { sv: "Avbrutet.", en: "Cancelled." } } };
          signal?.addEventListener("abort", () => reject(cancelled));
        });
      },
    },
  };
  return { connection: fake as unknown as Connection, loads, finish: (answer: LoadReport) => finish(answer) };
}

it("goes from handing over through its progress to the report, and tells that figures have changed", async () => {
  const store = createLoadStore();
  const engine = connection();
  const refresh = vi.fn(async () => {});
  const states: Loading["state"][] = [];
  store.subscribe(() => states.push(store.current().state));
  const done = store.start(files, engine.connection, refresh);
  await vi.advanceTimersByTimeAsync(300);
  expect(store.current()).toMatchObject({ state: "running", name: "delivery", progress: { done: 1, total: 4 } });
  expect(engine.loads[0]).toMatchObject({ offer: "token", confirm: [] });
  engine.finish(report());
  await done;
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(store.current()).toMatchObject({ state: "answered", report: { verdict: "accepted" } });
  expect([...new Set(states)]).toEqual(["handing", "running", "answered"]);
  store.dismiss();
  expect(store.current()).toEqual({ state: "idle" });
});

it("loads the same offer again with what was confirmed, and a refusal refreshes nothing", async () => {
  const store = createLoadStore();
  const engine = connection();
  const refresh = vi.fn(async () => {});
  const first = store.start(files, engine.connection, refresh);
  await vi.advanceTimersByTimeAsync(0);
  engine.finish(
    report({ verdict: "refused", confirmations: [{ code: "c1", message: { sv: "", en: "" }, findings: [] }] }),
  );
  await first;
  expect(refresh).not.toHaveBeenCalled();
  const second = store.confirm(["c1"], engine.connection, refresh);
  await vi.advanceTimersByTimeAsync(0);
  expect(engine.loads[1]).toMatchObject({ offer: "token", confirm: ["c1"] });
  expect(engine.loads[1]?.job).not.toBe(engine.loads[0]?.job);
  engine.finish(report());
  await second;
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("says that it was called off", async () => {
  const store = createLoadStore();
  const engine = connection();
  const done = store.start(files, engine.connection, async () => {});
  await vi.advanceTimersByTimeAsync(0);
  store.dismiss();
  expect(store.current().state).toBe("running");
  store.cancel();
  await done;
  expect(store.current()).toMatchObject({ state: "failed", fault: { code: "cancelled" } });
});

it("is one at a time", async () => {
  const store = createLoadStore();
  const engine = connection();
  void store.start(files, engine.connection, async () => {});
  await vi.advanceTimersByTimeAsync(0);
  await store.start(files, engine.connection, async () => {});
  expect(engine.loads).toHaveLength(1);
});

it("is called after the folder or the file that was chosen", () => {
  expect(packageName(files)).toBe("delivery");
  expect(packageName([{ name: "delivery.zip", file: new File([], "delivery.zip") }])).toBe("delivery.zip");
});

describe("the time left", () => {
  const step = (en: string, done: number, total: number) =>
    ({ state: "running", step: { sv: en, en }, done, total, unit: "tables" }) as const;

  it("follows from the pace of the present stretch, once there is one", () => {
    let time = 0;
    const estimate = createEstimate(() => time);
    expect(estimate(step("Reading a.csv", 0, 6))).toBeUndefined();
    time = 500;
    expect(estimate(step("Reading b.csv", 1, 6))).toBeUndefined();
    time = 2000;
    expect(estimate(step("Reading c.csv", 2, 6))).toBe(4);
    // Another stretch has another pace.
    time = 3000;
    expect(estimate(step("Checking a", 0, 6))).toBeUndefined();
  });

  it("is not guessed where the total is not known", () => {
    expect(createEstimate(() => 0)({ state: "running", step: { sv: "Sparar", en: "Saving" } })).toBeUndefined();
  });
});
