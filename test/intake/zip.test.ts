import { createWriteStream, existsSync, readdirSync } from "node:fs";
import { readFile, symlink, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import type { Workspace } from "../../electron/workspace.ts";
import { copyOf, emptyWorkspace, load, packages } from "./workbench.ts";

const clean = join(packages, "clean", "package");

interface Entry {
  name: string;
  content: Buffer | Readable;
  mode?: number;
}

async function zipOf(workspace: Workspace, entries: Entry[]): Promise<string> {
  const zip = new ZipFile();
  for (const { name, content, mode } of entries) {
    // The library refuses bad names itself, so they are put in afterwards, in the same length.
    if (Buffer.isBuffer(content)) zip.addBuffer(content, name, { mode });
    else zip.addReadStream(content, name, { mode });
  }
  zip.end();
  const path = join(dirname(workspace.folder), "package.zip");
  await pipeline(zip.outputStream as Readable, createWriteStream(path));
  return path;
}

async function cleanEntries(prefix = ""): Promise<Entry[]> {
  const names = readdirSync(clean);
  return Promise.all(names.map(async (name) => ({ name: prefix + name, content: await readFile(join(clean, name)) })));
}

async function rename(path: string, from: string, to: string): Promise<void> {
  const bytes = await readFile(path);
  await writeFile(path, Buffer.from(bytes.toString("latin1").replaceAll(from, to), "latin1"));
}

test("a folder and its zip are the same extract, also within one top folder", async () => {
  const workspace = await emptyWorkspace();
  const { extract } = await load(workspace, clean);
  const plain = await load(workspace, await zipOf(workspace, await cleanEntries()));
  const nested = await load(workspace, await zipOf(workspace, await cleanEntries("Uttag 2022/")));
  expect([plain.extract, nested.extract]).toEqual([extract, extract]);
  expect([plain.already_loaded, nested.already_loaded]).toEqual([true, true]);
});

test("a zip is kept as its files", async () => {
  const workspace = await emptyWorkspace();
  const entries = [
    ...(await cleanEntries("Uttag/")),
    { name: "__MACOSX/Uttag/._participant.csv", content: Buffer.from("x") },
  ];
  const report = await load(workspace, await zipOf(workspace, entries));
  expect(report.verdict).toBe("accepted");
  const kept = readdirSync(join(workspace.folder, "extracts", report.extract ?? "")).sort();
  expect(kept).toEqual([...readdirSync(clean), "report.json"].sort());
});

describe("a zip is refused and leaves nothing", () => {
  async function refusal(workspace: Workspace, path: string): Promise<string | undefined> {
    const report = await load(workspace, path);
    expect(report.verdict).toBe("refused");
    expect(readdirSync(join(workspace.folder, ".build"))).toEqual([]);
    expect(readdirSync(join(workspace.folder, "extracts"))).toEqual([]);
    return report.refusals[0]?.rule;
  }

  test.for([
    ["aa/bb/evil.csv", "../../evil.csv"],
    ["a/b/c/evil.csv", "/tmp/x/evil.csv".slice(0, 14)],
    ["a/b/evil.csv", "C:/ab/evil.csv".slice(0, 12)],
  ])("that points outside: %s", async ([from = "", to = ""]) => {
    const workspace = await emptyWorkspace();
    const path = await zipOf(workspace, [...(await cleanEntries()), { name: from, content: Buffer.from("a\n") }]);
    await rename(path, from, to);
    expect(await refusal(workspace, path)).toBe("zip_path");
    expect(existsSync(join(dirname(workspace.folder), "evil.csv"))).toBe(false);
  });

  test("that holds a link", async () => {
    const workspace = await emptyWorkspace();
    const link = { name: "outcome.csv", content: Buffer.from("/etc/passwd"), mode: 0o120777 };
    const entries = (await cleanEntries()).filter(({ name }) => name !== "outcome.csv");
    expect(await refusal(workspace, await zipOf(workspace, [...entries, link]))).toBe("link");
  });

  test("that holds one name twice", async () => {
    const workspace = await emptyWorkspace();
    const path = await zipOf(workspace, [
      ...(await cleanEntries()),
      { name: "0utcome.csv", content: Buffer.from("x\n") },
    ]);
    await rename(path, "0utcome.csv", "Outcome.csv");
    expect(await refusal(workspace, path)).toBe("zip_path");
  });

  test("that is a bomb, whatever its header says", async () => {
    const workspace = await emptyWorkspace();
    const block = Buffer.alloc(1 << 20, "0");
    const zeros = Readable.from(
      (function* () {
        for (let megabyte = 0; megabyte < 40; megabyte++) yield block;
      })(),
    );
    expect(
      await refusal(
        workspace,
        await zipOf(workspace, [...(await cleanEntries()), { name: "outcome2.csv", content: zeros }]),
      ),
    ).toBe("zip_bomb");
  });

  test("that is cut off", async () => {
    const workspace = await emptyWorkspace();
    const path = await zipOf(workspace, await cleanEntries());
    await truncate(path, 500);
    expect(await refusal(workspace, path)).toBe("zip_unreadable");
  });

  test("whose bytes were changed on the way", async () => {
    const workspace = await emptyWorkspace();
    const zip = new ZipFile();
    for (const name of readdirSync(clean)) zip.addFile(join(clean, name), name, { compress: false });
    zip.end();
    const path = join(dirname(workspace.folder), "package.zip");
    await pipeline(zip.outputStream as Readable, createWriteStream(path));
    await rename(path, "D-7KX,F", "D-7KX,M");
    expect(await refusal(workspace, path)).toBe("zip_unreadable");
  });

  test("that is none", async () => {
    const workspace = await emptyWorkspace();
    expect(await refusal(workspace, join(clean, "participant.csv"))).toBe("zip_unreadable");
  });

  test("that is empty", async () => {
    const workspace = await emptyWorkspace();
    expect(await refusal(workspace, await zipOf(workspace, []))).toBe("empty_package");
  });
});

test("a link in a folder is refused", async () => {
  const workspace = await emptyWorkspace();
  const copy = await copyOf("clean");
  await symlink("/etc/passwd", join(copy, "contact.csv"));
  expect((await load(workspace, copy)).refusals).toMatchObject([{ file: "contact.csv", rule: "link" }]);
});
