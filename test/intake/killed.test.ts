import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openWorkspace } from "../../electron/workspace.ts";
import { copyOf, emptyWorkspace, load, packages } from "./workbench.ts";

// A process of its own that stages a load as the engine does and is killed in the middle of it, as by a power cut.
const victim = `
  const { mkdirSync, writeFileSync } = require("node:fs");
  const { hostname } = require("node:os");
  const { join } = require("node:path");
  const staging = join(process.argv[2], ".build", ["staging", hostname().replaceAll(/[^\\w.-]/g, "_"), process.pid, "x"].join("~"));
  mkdirSync(join(staging, "package"), { recursive: true });
  writeFileSync(join(staging, "package", "participant.csv"), "participant\\nD-7KX\\n");
  process.send("staged");
  setInterval(() => {}, 1000);
`;

test("what a killed load had staged is gone when the workspace is opened again", async () => {
  const workspace = await emptyWorkspace();
  const first = await load(workspace, join(packages, "clean", "package"));
  const script = join(await copyOf("clean"), "victim.cjs");
  await writeFile(script, victim);
  const child = fork(script, [workspace.folder], { execArgv: [] });
  await once(child, "message");
  const build = join(workspace.folder, ".build");
  expect(readdirSync(build)).toHaveLength(2);

  // Another window that opens it meanwhile leaves the running load alone.
  await openWorkspace(workspace.folder);
  expect(readdirSync(build)).toHaveLength(2);

  child.kill("SIGKILL");
  await once(child, "exit");
  await openWorkspace(workspace.folder);
  expect(readdirSync(build)).toHaveLength(1);
  expect(readdirSync(join(workspace.folder, "extracts"))).toEqual([first.extract]);
});
