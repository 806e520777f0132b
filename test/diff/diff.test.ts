import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DeliveryDiff } from "../../electron/contract.ts";
import { diffDeliveries } from "../../electron/engine/diff.ts";
import { openHost } from "../../electron/engine/host.ts";
import type { Workspace } from "../../electron/workspace.ts";
import { type Delivery, deliver, emptyWorkspace, person, stay } from "./deliveries.ts";

/** Half a year apart: P1 is gone, P2's exit has another reason, P3 has left, P4 has an education, P5 came late. */
const JUNE: Delivery = {
  as_of: "2022-06-30",
  participant: [person("P1"), person("P2"), person("P3"), person("P4")],
  enrolment: [
    stay("I1", "P1", "2022-03-01,work"),
    stay("I2", "P2", "2022-04-01,no_contact"),
    stay("I3", "P3"),
    stay("I4", "P4"),
  ],
  outcome: ["I1,job_unsubsidised,2022-03-02,,register,Q"],
};
const DECEMBER: Delivery = {
  as_of: "2022-12-31",
  participant: [person("P2"), person("P3"), person("P4", "ISCED3_4"), person("P5")],
  enrolment: [
    stay("I2", "P2", "2022-04-01,studies"),
    stay("I3", "P3", "2022-09-01,work"),
    stay("I4", "P4"),
    stay("I5", "P5", "2022-05-01,work"),
  ],
  outcome: ["I2,studies_komvux,2022-04-05,,staff,", "I3,job_subsidised,2022-09-02,,register,Q"],
};
const POLICY = {
  smallest_count: 5,
  smallest_base: 10,
  smallest_n_mean: 10,
  glyph: "..",
  hide_uniform: false,
  sensitive_exit_reasons: [],
  exports: "suppress" as const,
};

let workspace: Workspace;
let remove: () => Promise<void>;
let [june, december] = ["", ""];
let diff: DeliveryDiff;

const compare = (before: string, after: string) =>
  diffDeliveries(workspace, { names: [before, after], policy: POLICY, product: "0" });

beforeAll(async () => {
  ({ workspace, remove } = await emptyWorkspace());
  june = await deliver(workspace, JUNE);
  december = await deliver(workspace, DECEMBER);
  await twoVersions();
  diff = await compare(june.slice(0, 10), december);
});
afterAll(() => remove?.());

/** An indicator of the workspace's own, first of all enrolled, then of those who have left. */
async function twoVersions(): Promise<void> {
  const host = await openHost({ workspace: workspace.folder, room: "evaluator" });
  const shipped = (await host.catalog({})).indicators.find(({ name }) => name === "work-or-study-at-exit")!;
  for (const denominator of ["enrolled", "exited"]) {
    const changes = { indicator: "our-own", denominator, copied: { from: shipped.name, version: shipped.version } };
    const definition = { ...(shipped.definition as object), ...changes };
    expect((await host.save({ kind: "indicator", definition })).problems).toEqual([]);
  }
  await host.close();
}

describe("by table", () => {
  const table = (name: string) => diff.tables.find((each) => each.table === name);

  test("rows are told by their keys: new, gone and changed", () => {
    expect(table("participant")).toEqual({ table: "participant", before: 4, after: 4, new: 1, gone: 1, changed: 1 });
    expect(table("enrolment")).toEqual({ table: "enrolment", before: 4, after: 4, new: 1, gone: 1, changed: 2 });
  });

  test("of rows without a key a changed one is one gone and one new", () => {
    expect(table("outcome")).toEqual({ table: "outcome", before: 1, after: 2, new: 2, gone: 1, changed: null });
  });

  test("nothing names a person", () => {
    expect(JSON.stringify(diff)).not.toMatch(/"[PI][1-5]"/);
  });
});

describe("by figure", () => {
  const figure = (indicator: string, comparison: string) =>
    diff.figures.find((each) => each.indicator === indicator && each.comparison === comparison && !each.target);

  test("each delivery on its own day: P1 of P1 and P2; then P2, P3 and P5 of three", () => {
    expect(figure("work-or-study-at-exit", "own_day")).toMatchObject({
      before: { cutoff: "2022-06-30", n: 2, k: 1, estimate: 0.5 },
      after: { cutoff: "2022-12-31", n: 3, k: 3, estimate: 1 },
      difference: 0.5,
      causes: ["data"],
    });
  });

  test("both on the earlier day: what is known of it has changed, P2 and the late P5 of two", () => {
    expect(figure("work-or-study-at-exit", "common_day")).toMatchObject({
      before: { cutoff: "2022-06-30", n: 2, k: 1 },
      after: { cutoff: "2022-06-30", n: 2, k: 2, estimate: 1 },
      difference: 0.5,
      causes: ["data"],
    });
  });

  test("another version of a definition is another cause: three of four enrolled, then of three who left", () => {
    expect(figure("our-own", "definition")).toMatchObject({
      before: { version: 1, cutoff: "2022-12-31", n: 4, k: 3, estimate: 0.75 },
      after: { version: 2, cutoff: "2022-12-31", n: 3, k: 3, estimate: 1 },
      difference: 0.25,
      causes: ["definition"],
    });
    expect(figure("work-or-study-at-exit", "definition")).toBeUndefined();
  });

  test("each target stands beside its indicator, with the verdict before and after", () => {
    const targets = diff.figures.filter(({ target }) => target !== null);
    expect(targets.length).toBeGreaterThan(0);
    for (const { indicator, comparison, before } of targets) {
      expect(figure(indicator, comparison)?.before.estimate).toBe(before.estimate);
    }
  });

  test("what becomes too small, or is so no longer, is the policy's doing", async () => {
    const twelve = Array.from({ length: 12 }, (_, at) => `Q${at + 1}`);
    const leaving = (day: number) =>
      twelve.map((name, at) => stay(name, name, `2022-0${day}-01,${at % 2 ? "work" : "other"}`));
    const common = { supplied_by: "En annan", participant: twelve.map((name) => person(name)) };
    const few = twelve.map((name, at) => stay(name, name, at < 4 ? "2022-02-01,work" : ","));
    const first = await deliver(workspace, { ...common, as_of: "2022-03-31", enrolment: few });
    const second = await deliver(workspace, { ...common, as_of: "2022-09-30", enrolment: leaving(5) });
    const { figures } = await compare(first, second);
    const own = figures.find(
      ({ indicator, comparison }) => indicator === "work-or-study-at-exit" && comparison === "own_day",
    );
    expect(own).toMatchObject({
      before: { n: 4, k: 4, hidden: true },
      after: { n: 12, k: 6, hidden: false },
      causes: ["data", "policy"],
    });
  });
});

describe("two that have nothing in common are refused", () => {
  test.each([
    ["of two suppliers", { supplied_by: "En tredje", participant: [person("P9")] }],
    ["of two programmes", { programme: "navigator-krokom", participant: [person("P8")] }],
  ])("%s", async (_, changes) => {
    const other = await deliver(workspace, { ...JUNE, enrolment: [], outcome: [], ...changes });
    await expect(compare(june, other)).rejects.toMatchObject({ code: "unlike_extracts" });
  });

  test("one that is not there, one that fits several, and twice the same", async () => {
    await expect(compare(june, "ffff00")).rejects.toMatchObject({ code: "unknown_extract" });
    await expect(compare("", december)).rejects.toMatchObject({ code: "ambiguous_extract" });
    await expect(compare(june, june)).rejects.toMatchObject({ code: "same_extract" });
  });
});
