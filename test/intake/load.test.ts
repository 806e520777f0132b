import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { appendFile, copyFile, mkdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openBuild } from "../../electron/engine/database.ts";
import { builtExtracts } from "../../electron/intake/built-extracts.ts";
import { ensureBuild } from "../../electron/intake/ensure-build.ts";
import { listExtracts } from "../../electron/intake/extracts.ts";
import { openWorkspace } from "../../electron/workspace.ts";
import { copyOf, emptyWorkspace, load, packages, testInputs } from "./workbench.ts";

const clean = join(packages, "clean", "package");

test("an extract is named by the SHA-256 of its table files, as sha256sum gives it", async () => {
  const report = await load(await emptyWorkspace(), clean);
  const lines = ["enrolment.csv", "outcome.csv", "participant.csv"].map((name) => {
    const hash = createHash("sha256")
      .update(readFileSync(join(clean, name)))
      .digest("hex");
    return `${hash}  ${name}\n`;
  });
  expect(report.extract).toBe(createHash("sha256").update(lines.join("")).digest("hex"));
});

test("the tables are kept byte for byte, with the report", async () => {
  const workspace = await emptyWorkspace();
  const report = await load(workspace, clean);
  const kept = join(workspace.folder, "extracts", report.extract ?? "");
  for (const name of readdirSync(clean))
    expect(readFileSync(join(kept, name))).toEqual(readFileSync(join(clean, name)));
  expect(JSON.parse(readFileSync(join(kept, "report.json"), "utf8")).report).toEqual(report);
});

test("loading it again changes nothing", async () => {
  const workspace = await emptyWorkspace();
  const first = await load(workspace, clean);
  const before = treeOf(workspace.folder);
  const second = await load(workspace, clean);
  expect(second).toEqual({ ...first, already_loaded: true });
  expect(treeOf(workspace.folder)).toEqual(before);
});

test("the same tables under another manifest are told, and the kept one stands", async () => {
  const workspace = await emptyWorkspace();
  await load(workspace, clean);
  const copy = await copyOf("clean");
  const manifest = await readFile(join(copy, "extract.json"), "utf8");
  await writeFile(join(copy, "extract.json"), manifest.replace("2022-10-01", "2022-11-01"));
  const report = await load(workspace, copy);
  expect(report).toMatchObject({ already_loaded: true, as_of: "2022-10-01" });
  expect(report.notes.at(-1)?.en).toContain("another extract.json");
});

test("of one programme and supplier the latest day is current", async () => {
  const workspace = await emptyWorkspace();
  await load(workspace, clean);
  const copy = await copyOf("clean");
  const manifest = await readFile(join(copy, "extract.json"), "utf8");
  await appendFile(join(copy, "outcome.csv"), "I-03,studies_komvux,2022-08-20,,document,\n");
  await writeFile(
    join(copy, "extract.json"),
    manifest.replace("2022-10-01", "2022-11-01").replace('"outcome": 2', '"outcome": 3'),
  );
  await load(workspace, copy);
  const { extracts, problems } = await listExtracts(workspace);
  expect(extracts.map(({ as_of, current }) => [as_of, current])).toEqual([
    ["2022-10-01", false],
    ["2022-11-01", true],
  ]);
  expect(problems).toEqual([]);
  await writeFile(join(workspace.folder, "extracts", extracts[0]!.extract, "report.json"), "{");
  expect((await listExtracts(workspace)).problems).toHaveLength(1);
});

test("an accepted table can be asked for in the build, with the keys that make the rules cheap", async () => {
  const workspace = await emptyWorkspace();
  await load(workspace, join(packages, "excel-swedish", "package"));
  const rows = await ask(
    workspace,
    "select enrolment, participant, municipality, exit_reason, age, sex, single from enrolment order by stay",
  );
  expect(rows).toEqual([
    {
      enrolment: "I-01",
      participant: "D-7KX",
      municipality: "1781",
      exit_reason: "work",
      age: 20,
      sex: "F",
      single: true,
    },
    {
      enrolment: "I-02",
      participant: "D-9QM",
      municipality: "1781",
      exit_reason: null,
      age: 22,
      sex: "M",
      single: true,
    },
    {
      enrolment: "I-03",
      participant: "D-B4T",
      municipality: "1761",
      exit_reason: "studies",
      age: 18,
      sex: "M",
      single: true,
    },
    {
      enrolment: "I-04",
      participant: "D-C8W",
      municipality: "0764",
      exit_reason: "no_contact",
      age: 24,
      sex: "F",
      single: true,
    },
  ]);
  expect(await ask(workspace, "select target_group from enrolment where stay = 1")).toEqual([
    { target_group: "långt från arbete" },
  ]);
  expect(await ask(workspace, "select sum(hours) as hours from activity")).toEqual([{ hours: 13.75 }]);
});

test("the wide form of the answers is stored as the long one", async () => {
  const workspace = await emptyWorkspace();
  await load(workspace, join(packages, "wide-answers", "package"));
  const sql =
    "select instrument, count(value) as n, count(*) filter (missing = 'blank') as blank, sum(value)::integer as total from answer join response using (respondent) group by all order by all";
  expect(await ask(workspace, sql)).toEqual([
    // It has two items only; the other columns are SOC-13's.
    { instrument: "lokal", n: 2, blank: 0, total: 10 },
    { instrument: "soc13", n: 47, blank: 3, total: 180 },
  ]);
});

test("a Parquet file is read as a CSV file would be", async () => {
  const workspace = await emptyWorkspace();
  const copy = await copyOf("clean");
  await toParquet(
    join(copy, "enrolment"),
    "select * replace (age_at_start::double as age_at_start, started_on::timestamp as started_on)",
  );
  await toParquet(
    join(copy, "outcome"),
    "select * replace (case when enrolment = 'I-04' then 'I-99' else enrolment end as enrolment)",
  );
  const report = await load(workspace, copy);
  expect(report.set_aside).toMatchObject([
    { file: "outcome.parquet", line: 3, column: "enrolment", rule: "reference" },
  ]);
  expect(await ask(workspace, "select started_on, age_at_start from enrolment where stay = 1")).toEqual([
    { started_on: "2021-02-01", age_at_start: 20 },
  ]);
});

test("an identity number in a Parquet file's number column is found", async () => {
  const workspace = await emptyWorkspace();
  const copy = await copyOf("clean");
  await toParquet(join(copy, "participant"), "select *, 194608239986::double as ref");
  const report = await load(workspace, copy);
  expect(report.refusals[0]).toMatchObject({
    file: "participant.parquet",
    line: 2,
    column: "ref",
    rule: "identifier_personal",
  });
});

test("a table in two files is refused", async () => {
  const copy = await copyOf("clean");
  await copyFile(join(copy, "outcome.csv"), join(copy, "outcome.parquet"));
  const report = await load(await emptyWorkspace(), copy);
  expect(report.refusals).toMatchObject([{ file: "outcome.parquet", rule: "table_twice" }]);
});

test("a doubtful number loads once it is confirmed, and the report remembers that", async () => {
  const workspace = await emptyWorkspace();
  const source = join(packages, "doubtful-numbers", "package");
  const [warning] = (await load(workspace, source)).confirmations;
  const report = await load(workspace, source, { confirm: [warning!.code] });
  expect(report.verdict).toBe("accepted");
  expect(report.notes.map(({ en }) => en)).toContain(`The warning ${warning!.code} was confirmed at the load.`);
});

describe("the build file", () => {
  test("is read-only, and made again when it is missing or damaged", async () => {
    const workspace = await emptyWorkspace();
    const inputs = await testInputs(workspace);
    await load(workspace, clean);
    const [{ path } = { path: "" }] = (await builtExtracts(workspace, inputs)).extracts;
    expect(statSync(path).mode & 0o777).toBe(0o444);
    for (const damage of [() => rm(path), () => truncate(path, 20_000), () => writeFile(path, "no database")]) {
      await rename(path, `${path}.before`).then(() => copyFile(`${path}.before`, path));
      await damage();
      const [again] = (await builtExtracts(workspace, inputs)).extracts;
      expect(again?.path).toBe(path);
      expect(await ask(workspace, "select count(*)::integer as n from enrolment")).toEqual([{ n: 4 }]);
      await rm(`${path}.before`);
    }
  });

  test("is made again, the same as before, when its package is loaded again after damage further in", async () => {
    const workspace = await emptyWorkspace();
    const source = join(packages, "wide-answers", "package");
    await load(workspace, source);
    const before = await contentsOf(workspace);
    const [file = ""] = readdirSync(join(workspace.folder, ".build"));
    const path = join(workspace.folder, ".build", file);
    const bytes = await readFile(path);
    await rm(path);
    // Behind the headers, in every block.
    for (let at = 12_288 + 2_000; at < bytes.length; at += 20_000) bytes.fill(0xa5, at, at + 500);
    await writeFile(path, bytes);
    await expect(contentsOf(workspace)).rejects.toThrow();
    expect(await load(workspace, source)).toMatchObject({ already_loaded: true });
    expect(await contentsOf(workspace)).toEqual(before);
  });

  test("is not made from files that were changed after the load", async () => {
    const workspace = await emptyWorkspace();
    const { extract } = await load(workspace, clean);
    await appendFile(
      join(workspace.folder, "extracts", extract ?? "", "participant.csv"),
      "D-ZZZ,F,2000,N,N,N,U,U,U\n",
    );
    const [entry] = (await listExtracts(workspace)).extracts;
    await rm(join(workspace.folder, ".build"), { recursive: true });
    const rebuilt = ensureBuild(workspace, entry!.kept, await testInputs(workspace));
    await expect(rebuilt).rejects.toMatchObject({ code: "extract_changed" });
  });
});

test("an extract that cannot be built is a problem, and no older one takes its place", async () => {
  const workspace = await emptyWorkspace();
  await load(workspace, clean);
  const { extract } = await load(workspace, join(packages, "utf-16", "package"));
  await rm(join(workspace.folder, "extracts", extract ?? "", "enrolment.csv"));
  await rm(join(workspace.folder, ".build"), { recursive: true });
  const { extracts, problems } = await builtExtracts(workspace, await testInputs(workspace));
  expect(extracts.map(({ current }) => current)).toEqual([false, false]);
  expect(problems.map(({ file }) => file)).toEqual([`extracts/${extract}`]);
});

describe("nothing is left behind", () => {
  test("by a load that is cancelled, at whatever step", async () => {
    const workspace = await emptyWorkspace();
    const steps: string[] = [];
    await load(workspace, clean, { progress: ({ step }) => steps.push(step?.en ?? "") });
    await rm(join(workspace.folder, "extracts"), { recursive: true });
    await rm(join(workspace.folder, ".build"), { recursive: true });
    await mkdir(join(workspace.folder, "extracts"));
    expect(steps.length).toBeGreaterThan(10);
    for (const stop of steps.keys()) {
      const controller = new AbortController();
      let step = 0;
      const loading = load(workspace, clean, {
        signal: controller.signal,
        progress: () => {
          if (step++ === stop) controller.abort();
        },
      });
      // The last step is the commit itself; from there on the load is done.
      if (stop === steps.length - 1) {
        expect((await loading).verdict).toBe("accepted");
        break;
      }
      await expect(loading).rejects.toMatchObject({ name: "AbortError" });
      expect(treeOf(workspace.folder).filter((path) => !path.startsWith("."))).toEqual(["workspace.json"]);
    }
  });

  test("by a load whose process has died", async () => {
    const workspace = await emptyWorkspace();
    await load(workspace, clean);
    const before = treeOf(workspace.folder);
    const { hostname } = await import("node:os");
    // No process has this number: it lies above what systems give out.
    const dead = join(workspace.folder, ".build", `staging~${hostname()}~99999999~x`);
    const alive = join(workspace.folder, ".build", `staging~${hostname()}~${process.pid}~x`);
    for (const folder of [dead, alive]) {
      await mkdir(join(folder, "package"), { recursive: true });
      await writeFile(join(folder, "package", "participant.csv"), "participant\n");
    }
    await openWorkspace(workspace.folder);
    expect(existsSync(dead)).toBe(false);
    expect(existsSync(alive)).toBe(true);
    await rm(alive, { recursive: true });
    expect(treeOf(workspace.folder)).toEqual(before);
  });
});

test("two windows that load the same package at once both get it", async () => {
  const workspace = await emptyWorkspace();
  const reports = await Promise.all([load(workspace, clean), load(workspace, clean)]);
  expect(reports.map(({ verdict }) => verdict)).toEqual(["accepted", "accepted"]);
  expect(readdirSync(join(workspace.folder, "extracts"))).toHaveLength(1);
  expect(readdirSync(join(workspace.folder, ".build"))).toHaveLength(1);
});

test("progress says what is done, with counts", async () => {
  const seen = new Set<string>();
  await load(await emptyWorkspace(), clean, {
    progress: ({ step, done, total, unit }) =>
      seen.add(`${step?.en}: ${done !== undefined} ${total !== undefined} ${unit}`),
  });
  expect(seen).toContain("Copying the package: true true bytes");
  expect(seen).toContain("Checking enrolment: true true tables");
});

test("a source that is not there is refused", async () => {
  await expect(load(await emptyWorkspace(), "/no/such/package")).rejects.toMatchObject({ code: "package_missing" });
});

async function ask(workspace: { folder: string }, sql: string): Promise<unknown[]> {
  const [file] = readdirSync(join(workspace.folder, ".build")).filter((name) => name.endsWith(".duckdb"));
  const database = await openBuild(":memory:");
  try {
    await database.run(`attach '${join(workspace.folder, ".build", file ?? "")}' as build (read_only); use build`);
    return await database.all(sql);
  } finally {
    await database.close();
  }
}

async function contentsOf(workspace: { folder: string }): Promise<unknown[]> {
  const tables = await ask(
    workspace,
    "select table_name as name from duckdb_tables() where database_name = 'build' order by all",
  );
  return Promise.all((tables as { name: string }[]).map(({ name }) => ask(workspace, `from "${name}" order by all`)));
}

async function toParquet(path: string, select: string): Promise<void> {
  const database = await openBuild(":memory:");
  await database.run(`copy (${select} from read_csv('${path}.csv')) to '${path}.parquet'`);
  await database.close();
  await rm(`${path}.csv`);
}

/** All files with their contents' hashes. */
function treeOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(folder.length + 1))
    .sort();
}

test("signs that DuckDB takes for patterns may stand in a path", async () => {
  const workspace = await emptyWorkspace();
  const odd = join(workspace.folder, "..", "uttag [2022] * 'x' #1 %20");
  await rename(workspace.folder, odd);
  const report = await load({ ...workspace, folder: odd }, clean);
  expect(report.verdict).toBe("accepted");
});

test("an identity number in the manifest or a file's name is refused and not told", async () => {
  const copy = await copyOf("clean");
  const manifest = await readFile(join(copy, "extract.json"), "utf8");
  await writeFile(join(copy, "extract.json"), manifest.replace("Enheten", "19460823-9986"));
  await writeFile(join(copy, "460823-9986.csv"), "a\n1\n");
  const report = await load(await emptyWorkspace(), copy);
  expect(report.refusals).toMatchObject([
    { file: ".", rule: "identifier_file_name" },
    { file: "extract.json", rule: "identifier_personal" },
  ]);
  expect(JSON.stringify(report)).not.toContain("9986");
});

test("a letter that comes with the package is scanned line by line", async () => {
  const copy = await copyOf("clean");
  await writeFile(join(copy, "brev.txt"), 'Hej, här kommer "uttaget.\n\nFråga gärna,\neller ring 070-123 45 67.\n');
  const report = await load(await emptyWorkspace(), copy);
  expect(report.refusals).toMatchObject([{ file: "brev.txt", line: 4, column: null, rule: "identifier_phone" }]);
});
