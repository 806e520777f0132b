import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { FigureRequest } from "../../electron/contract.ts";
import { type OpenedDesk, openDesk } from "../../electron/engine/desk.ts";
import { compute } from "../../electron/engine/steering-figures.ts";
import { isForSteering } from "../../electron/engine/steering-rules.ts";
import { openWorkspace } from "../../electron/workspace.ts";
import { demonstration, temporaryFolder } from "../cli/workspace.ts";

vi.setConfig({ testTimeout: 600_000 });

// What counts persons can be traced to them on data with all that the programmes collect: questionnaires, pairs, employers.
let made: Awaited<ReturnType<typeof temporaryFolder>>;
let opened: OpenedDesk;

beforeAll(async () => {
  made = await temporaryFolder();
  const workspace = await openWorkspace(await demonstration(made.folder));
  opened = await openDesk(workspace, { room: "steering", product: "" });
});
afterAll(async () => {
  await opened?.desk.session.close();
  await made.remove();
});

// Flags and set-aside answers are of a delivery, and whether a change is reliable depends on how all others changed.
const UNTRACEABLE = ["kasam_quality", "kasam_reliable_change"];

for (const programme of ["varmlands-arbetskraft-2", "trappsteget"]) {
  test(`of ${programme}`, async () => {
    const { desk } = opened;
    const own = desk.library.programmes.find((each) => each.programme === programme)!;
    const requests: FigureRequest[] = [
      ...desk.session.views
        .filter((view) => isForSteering(view) && view.about !== "organisation" && !UNTRACEABLE.includes(view.name))
        .map(({ name }) => ({ view: name })),
      ...own.indicators.map((indicator) => ({ indicator })),
    ];
    const traced = await Promise.all(
      requests.map((request) =>
        compute(desk, { programme }, request).then(
          ({ rows }) => (rows.length > 0 ? "rows" : "none"),
          (error) => `${JSON.stringify(request)}: ${error}`,
        ),
      ),
    );
    expect(traced.filter((each) => each !== "rows" && each !== "none")).toEqual([]);
    expect(traced.filter((each) => each === "rows").length).toBeGreaterThan(traced.length / 2);
  });
}
