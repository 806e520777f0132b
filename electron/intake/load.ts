import { mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LoadReport, Progress, Text } from "../contract.ts";
import { diskRefusal } from "../disk-refusal.ts";
import { type BuildDatabase, openBuild } from "../engine/database.ts";
import { makeFolder } from "../make-folder.ts";
import type { Workspace } from "../workspace.ts";
import { syncFolder, writeWhole } from "../write-whole.ts";
import { buildExtract } from "./build-extract.ts";
import { type BuildInputs, buildKey, finishBuild } from "./build-file.ts";
import { readBuildInputs } from "./build-inputs.ts";
import { coarsenBuild } from "./coarsen-build.ts";
import { ensureBuild } from "./ensure-build.ts";
import { examinePackage } from "./examine.ts";
import { hasIdentityNumber, identifierInText } from "./identifiers.ts";
import { extractFolder, keptFiles, readKept, reportFile } from "./kept-extract.ts";
import { type Manifest, manifestFile, parseManifest } from "./manifest.ts";
import { coarseningOf } from "./read-coarsenings.ts";
import { receivePackage } from "./receive.ts";
import type { ReceivedFile } from "./received-file.ts";
import { createFindings, type Findings, note, refuse, unconfirmed } from "./report.ts";
import { createStaging, removeStaging } from "./staging.ts";
import { extractIdentity, tableOfFile } from "./table-file.ts";

export interface LoadOptions {
  workspace: Workspace;
  /** Read from the product and the workspace where they are not given. */
  inputs?: BuildInputs;
  /** A folder or a .zip file. */
  source: string;
  /** Codes of warnings that the evaluator has looked at. */
  confirm?: string[];
  signal?: AbortSignal;
  progress?: (progress: Progress) => void;
}

/**
 * Checks a package, keeps it and builds it. What is wrong with the data is in the report; a Refusal is thrown for what
 * stands in the way of reading it at all, such as a full disk. Whatever happens, either the whole extract is there
 * afterwards or nothing has changed, and of a refused package no copy remains.
 */
export async function loadPackage(options: LoadOptions): Promise<LoadReport> {
  const signal = options.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  const folder = options.workspace.folder;
  let staging: string | undefined;
  try {
    staging = await createStaging(folder);
    const inputs = options.inputs ?? (await readBuildInputs(options.workspace));
    return await loadInto(staging, { ...options, ...inputs, signal });
  } catch (error) {
    signal.throwIfAborted();
    throw diskRefusal(error, folder) ?? withoutValues(error);
  } finally {
    if (staging !== undefined) await removeStaging(staging);
  }
}

interface Load extends LoadOptions, BuildInputs {
  signal: AbortSignal;
}

async function loadInto(staging: string, options: Load): Promise<LoadReport> {
  const { workspace, signal, confirm = [] } = options;
  const findings = createFindings();
  const began = Date.now();
  const tell = (step: Text, done?: number, total?: number, unit?: Progress["unit"]) =>
    options.progress?.({ state: "running", step, done, total, unit, milliseconds: Date.now() - began });
  const target = join(staging, "package");
  await mkdir(target);
  let copied = 0;
  const files = await receivePackage({
    source: options.source,
    target,
    findings,
    signal,
    onBytes(count, total) {
      copied += count;
      tell({ sv: "Kopierar paketet", en: "Copying the package" }, copied, total, "bytes");
    },
  });
  const report = emptyReport();
  if (files.length === 0) return refused(report, findings);
  const manifest = await readManifest(files, options, findings);
  const tableFiles = files.filter(({ name }) => options.tables.some((table) => table.name === tableOfFile(name)));
  const extract = extractIdentity(tableFiles);
  Object.assign(report, { extract, programme: manifest?.programme ?? null, as_of: manifest?.as_of ?? null });
  if (manifest !== undefined && findings.refusals.length === 0 && tableFiles.length > 0) {
    const kept = await readKept(workspace.folder, extract);
    if (kept !== undefined) {
      // Whoever loads a package again may do so because its build was found to be damaged.
      await ensureBuild(workspace, kept, options, { thorough: true, signal });
      return alreadyLoaded(kept.report, kept.manifest, manifest);
    }
  }

  const scratch = join(staging, "scratch");
  await mkdir(scratch);
  const database = await openBuild(":memory:", { tempDirectory: join(staging, "spill") });
  const stopInterrupting = interruptOnAbort(database, signal);
  try {
    const delivered = files.filter(({ name }) => name !== manifestFile);
    const common = { ...options, database, scratch, files: delivered, findings, signal };
    const onStep = (step: Text, done: number, total: number) => tell(step, done, total, "tables");
    const promised = manifest?.rows ?? {};
    const examined = await examinePackage({ ...common, promised, onStep });
    report.tables = examined.map(({ raw }) => ({
      table: raw.table ?? "",
      file: raw.file,
      rows: raw.rows + raw.broken.length,
      kept: 0,
      set_aside: 0,
    }));
    report.confirmations = unconfirmed(findings, confirm);
    const programme = options.programmes.find(({ name }) => name === manifest?.programme);
    if (manifest === undefined || programme === undefined) return refused(report, findings);
    if (findings.refusals.length > 0 || report.confirmations.length > 0) return refused(report, findings);
    const path = join(staging, "build.duckdb");
    const built = await buildExtract({ ...common, path, extract, manifest, programme, examined, onStep });
    report.confirmations = unconfirmed(findings, confirm);
    if (findings.refusals.length > 0 || report.confirmations.length > 0) return refused(report, findings);
    noteConfirmed(findings);
    Object.assign(report, built, { verdict: "accepted", notes: findings.notes });
    const finished = await coarsenBuild(database, path, coarseningOf(options.coarsenings, manifest), staging);
    await database.close();
    signal.throwIfAborted();
    tell({ sv: "Sparar", en: "Saving" });
    await keep(options, target, files, tableFiles, finished, buildKey(options, extract, manifest), report);
    return report;
  } finally {
    stopInterrupting();
    await database.close();
  }
}

/** The commit: two renames. Until the second there is no extract; a build without one is never looked at. */
async function keep(
  { workspace }: LoadOptions,
  target: string,
  files: ReceivedFile[],
  tableFiles: ReceivedFile[],
  build: string,
  key: string,
  report: LoadReport,
): Promise<void> {
  const extract = report.extract ?? "";
  const kept = keptFiles(files, tableFiles);
  for (const file of files) if (!kept.includes(file)) await rm(file.path);
  const packageFolder = dirname(kept[0]?.path ?? target);
  await writeWhole(
    join(packageFolder, reportFile),
    JSON.stringify({ loaded_at: new Date().toISOString(), report }, null, 1),
  );
  await finishBuild(workspace.folder, build, key);
  const destination = extractFolder(workspace.folder, extract);
  await makeFolder(dirname(destination));
  try {
    await rename(packageFolder, destination);
  } catch (error) {
    // Another window has loaded the same package in the meantime.
    if (
      !(await stat(destination).then(
        () => true,
        () => false,
      ))
    )
      throw error;
  }
  await syncFolder(dirname(destination));
}

async function readManifest(
  files: ReceivedFile[],
  { programmes }: Load,
  findings: Findings,
): Promise<Manifest | undefined> {
  const file = files.find(({ name }) => name.toLowerCase() === manifestFile);
  if (file === undefined) {
    refuse(findings, { file: manifestFile }, "manifest_missing", {
      sv: "Filen extract.json saknas. Den ska ligga i paketet och säga program, uttagsdag och leverantör.",
      en: "The file extract.json is missing. It belongs into the package and says programme, day and supplier.",
    });
    return undefined;
  }
  const text = new TextDecoder(file.traits.nulBytes ? "utf-16le" : "utf-8").decode(await readFile(file.path));
  if (hasIdentityNumber(text)) {
    refuse(findings, { file: file.name }, "identifier_personal", identifierInText);
    return undefined;
  }
  return parseManifest(
    file.name,
    text,
    programmes.map(({ name }) => name),
    findings,
  );
}

/** DuckDB's errors quote the rows that they are about; what is left is the kind of error. */
function withoutValues(error: unknown): unknown {
  const kind = error instanceof Error ? /^[A-Z]\w*(?: \w+)* Error(?=:)/.exec(error.message)?.[0] : undefined;
  return kind === undefined ? error : new Error(`${kind} while loading`);
}

/** DuckDB does not notice an interrupt that comes between two statements, so it is said again until the load has ended. */
function interruptOnAbort(database: BuildDatabase, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    database.interrupt();
    timer = setInterval(() => database.interrupt(), 50);
  };
  signal.addEventListener("abort", start, { once: true });
  return () => {
    signal.removeEventListener("abort", start);
    clearInterval(timer);
  };
}

function emptyReport(): LoadReport {
  return {
    verdict: "refused",
    extract: null,
    programme: null,
    as_of: null,
    tables: [],
    set_aside: [],
    flags: [],
    refusals: [],
    confirmations: [],
    notes: [],
  };
}

function refused(report: LoadReport, findings: Findings): LoadReport {
  return { ...report, refusals: findings.refusals, notes: findings.notes };
}

function alreadyLoaded(report: LoadReport, kept: Manifest, given: Manifest): LoadReport {
  const notes = [...report.notes];
  if (JSON.stringify(kept) !== JSON.stringify(given)) {
    notes.push({
      sv: "Samma tabeller har lästs in tidigare, men med en annan extract.json. Den tidigare gäller.",
      en: "The same tables were loaded before, but with another extract.json. The earlier one stands.",
    });
  }
  return { ...report, notes, already_loaded: true };
}

function noteConfirmed(findings: Findings): void {
  for (const { code } of findings.confirmations) {
    note(
      findings,
      `Varningen ${code} har bekräftats vid inläsningen.`,
      `The warning ${code} was confirmed at the load.`,
    );
  }
}
