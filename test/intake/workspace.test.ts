import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createWorkspace, openWorkspace } from "../../electron/workspace.ts";
import { emptyWorkspace, load, packages } from "./workbench.ts";

const settings = { name: "Utvärdering", language: "sv" as const, programmes: ["arbetskraft"] };

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "workspace-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("a new workspace opens again, with the disclosure policy's defaults", async () => {
  const folder = join(temporaryFolder(), "ny", "mapp");
  await createWorkspace(folder, settings);
  expect((await openWorkspace(folder)).settings).toMatchObject({
    ...settings,
    disclosure: { smallest_count: 5, smallest_base: 10, smallest_n_mean: 10, glyph: ".." },
  });
  expect(await readFile(join(folder, ".gitignore"), "utf8")).toContain("extracts/");
});

test("a folder with something in it is not made a workspace", async () => {
  const folder = temporaryFolder();
  await writeFile(join(folder, "brev.txt"), "x");
  await expect(createWorkspace(folder, settings)).rejects.toMatchObject({ code: "folder_not_empty" });
  expect(readdirSync(folder)).toEqual(["brev.txt"]);
});

test("opening says what is wrong with the folder", async () => {
  const folder = temporaryFolder();
  await expect(openWorkspace(join(folder, "x"))).rejects.toMatchObject({ code: "workspace_missing" });
  await expect(openWorkspace(folder)).rejects.toMatchObject({ code: "not_a_workspace" });
  await writeFile(join(folder, "workspace.json"), "{");
  await expect(openWorkspace(folder)).rejects.toMatchObject({ code: "workspace_invalid" });
  await writeFile(join(folder, "workspace.json"), '{"name": "x", "disclosure": {"smallest_count": 1}}');
  await expect(openWorkspace(folder)).rejects.toMatchObject({ code: "workspace_invalid" });
  await expect(openWorkspace(join(folder, "vad?"))).rejects.toMatchObject({ code: "folder_name" });
  await expect(openWorkspace(join(folder, "workspace.json"))).rejects.toMatchObject({ code: "not_a_folder" });
});

test("a file where the build folder should be is told", async () => {
  const { folder } = await emptyWorkspace();
  await rm(join(folder, ".build"), { recursive: true });
  await writeFile(join(folder, ".build"), "");
  await expect(openWorkspace(folder)).rejects.toMatchObject({ code: "not_a_folder" });
});

// An administrator may write where the rights say no, so rights and a full disk are tried on a file system of the test's own.
const canMount = process.platform === "linux" && process.getuid?.() === 0 && tryMount();

describe.skipIf(!canMount)("on a disk of its own (needs the right to mount)", () => {
  function mounted(options: string): string {
    const folder = temporaryFolder();
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
    onTestFinished(() => void execFileSync("umount", ["-l", folder]));
    return folder;
  }

  test("a read-only workspace is refused", async () => {
    const disk = mounted("size=4m");
    await createWorkspace(join(disk, "ws"), settings);
    execFileSync("mount", ["-o", "remount,ro", disk]);
    await expect(openWorkspace(join(disk, "ws"))).rejects.toMatchObject({ code: "no_rights" });
    await expect(createWorkspace(join(disk, "ws2"), settings)).rejects.toMatchObject({ code: "no_rights" });
  });

  test("a load into a workspace that has become read-only is refused", async () => {
    const disk = mounted("size=16m");
    const workspace = await createWorkspace(join(disk, "ws"), settings);
    execFileSync("mount", ["-o", "remount,ro", disk]);
    await expect(load(workspace, join(packages, "clean", "package"))).rejects.toMatchObject({ code: "no_rights" });
  });

  test.for(["40k", "200k", "600k", "1m"])("a disk of %s that fills up while loading loses nothing", async (size) => {
    const disk = mounted("size=16m");
    const workspace = await createWorkspace(join(disk, "ws"), settings);
    const first = await load(workspace, join(packages, "clean", "package"));
    const used = Number(execFileSync("du", ["-sk", disk]).toString().split("\t")[0]);
    await fill(disk, 16 * 1024 - used - toKilobytes(size));
    await expect(load(workspace, join(packages, "flags", "package"))).rejects.toMatchObject({ code: "disk_full" });
    expect(readdirSync(join(workspace.folder, "extracts"))).toEqual([first.extract]);
    expect(readdirSync(join(workspace.folder, ".build"))).toHaveLength(1);
    await rm(join(disk, "filler"));
    expect((await load(workspace, join(packages, "flags", "package"))).verdict).toBe("accepted");
  });
});

function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", folder], { stdio: "ignore" });
    execFileSync("umount", [folder]);
    return true;
  } catch {
    return false;
  }
}

function toKilobytes(size: string): number {
  return size.endsWith("m") ? Number.parseInt(size, 10) * 1024 : Number.parseInt(size, 10);
}

async function fill(disk: string, kilobytes: number): Promise<void> {
  await mkdir(disk, { recursive: true });
  await writeFile(join(disk, "filler"), Buffer.alloc(kilobytes * 1024, 1));
}
