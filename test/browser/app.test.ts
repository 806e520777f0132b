import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "../shell/browser.ts";
import { type App, serveApp } from "./app.ts";
import { describeFiles } from "./files.suite.ts";
import { describeIndicators } from "./indicators.suite.ts";
import { describeKasam } from "./kasam.suite.ts";
import { describeKeyboard } from "./keyboard.suite.ts";
import { describeLedger } from "./ledger.suite.ts";
import { describeLoad } from "./load.suite.ts";
import { describeMunicipalities } from "./municipalities.suite.ts";
import { describeOverview } from "./overview.suite.ts";
import { describePages } from "./pages.suite.ts";
import { describeSql } from "./sql.suite.ts";
import { describeSteering } from "./steering.suite.ts";
import { describeTheory } from "./theory.suite.ts";
import { describeViews } from "./views.suite.ts";
import { demonstration, emptyWorkspace } from "./workspaces.ts";

/** One browser and one demonstration for all. What loads packages has a workspace of its own. */
export interface Stage {
  browser: Browser;
  demo: App;
  empty: App;
  /** The demonstration in the steering group's room. */
  steering: App;
  /** For packages. */
  folder: string;
}

const stage = {} as Stage;

beforeAll(async () => {
  stage.folder = await mkdtemp(join(tmpdir(), "sammanhang-browser-"));
  stage.browser = await launchBrowser();
  stage.empty = await serveApp(await emptyWorkspace(join(stage.folder, "empty")));
  const workspace = await demonstration(join(stage.folder, "demo"));
  stage.demo = await serveApp(workspace);
  stage.steering = await serveApp(workspace, "steering");
});

afterAll(async () => {
  await stage.browser?.close();
  await stage.demo?.close();
  await stage.steering?.close();
  await stage.empty?.close();
  await rm(stage.folder, { recursive: true, force: true });
});

describePages(stage);
describeOverview(stage);
describeTheory(stage);
describeIndicators(stage);
describeKasam(stage);
describeMunicipalities(stage);
describeViews(stage);
describeFiles(stage);
describeSql(stage);
describeSteering(stage);
describeKeyboard(stage);
describeLoad(stage);
describeLedger(stage);
