import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Refusal } from "../refusal.ts";
import { type AnswerForm, longForm, wideForm } from "./answer-form.ts";
import { createCsvFile, quoted } from "./csv-file.ts";
import { makeEmployers } from "./employer.ts";
import { createPersonMaker, type Emit } from "./person.ts";
import { makePlan, recipeTotal } from "./plan.ts";
import { createPseudonyms } from "./pseudonym.ts";
import { createRandom } from "./random.ts";
import type { Recipe } from "./recipe.ts";
import { createSurveyor, writeCollections } from "./surveyor.ts";
import { type TableName, tableColumns } from "./tables.ts";

export interface PackageOrder {
  recipe: Recipe;
  /** Persons in the package, those outside the target group included. Missing: the demonstration, to the person. */
  participants?: number;
  seed: number;
  /** A folder that is not there yet, or is empty. */
  out: string;
  signal?: AbortSignal;
  /** Called now and then with persons made so far, of how many. */
  progress?: (done: number, total: number) => void;
}

/** There are pseudonyms for this many persons with a few enrolments each. */
const mostParticipants = 50_000_000;

/** Persons in a package whose answers are written one row each. */
const mostInLongForm = 10_000;

/** Between two looks at the signal. A few milliseconds' work. */
const batch = 2000;

/**
 * Writes a synthetic extract package: `extract.json` and one CSV file a table. The same recipe, number and seed give the
 * same bytes. The folder appears when all of it is written; stopped half-way, nothing is left behind.
 */
export async function writePackage(order: PackageOrder): Promise<{ rows: Record<string, number> }> {
  const { recipe, seed, out, signal, progress } = order;
  const total = order.participants ?? recipeTotal(recipe);
  if (!Number.isInteger(total) || total < 1 || total > mostParticipants) throw impossibleNumber();
  await refuseOccupied(out);
  const unfinished = join(dirname(out), `.${process.pid}-${Date.now()}-unfinished`);
  await mkdir(unfinished, { recursive: true });
  try {
    const rows = await writeTables(recipe, total, seed, unfinished, signal, progress);
    const manifest = manifestOf(order, total, rows);
    await writeFile(join(unfinished, "extract.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    signal?.throwIfAborted();
    // Not every system renames onto an empty folder.
    if (existsSync(out)) await rmdir(out);
    await rename(unfinished, out);
    return { rows };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function writeTables(
  recipe: Recipe,
  total: number,
  seed: number,
  folder: string,
  signal: AbortSignal | undefined,
  progress: ((done: number, total: number) => void) | undefined,
): Promise<Record<string, number>> {
  const form = total > mostInLongForm ? wideForm(recipe) : longForm;
  const columnsOf = (table: TableName) => (table === "response" ? form.responseColumns : tableColumns[table]);
  const files = new Map(
    tablesOf(recipe, form).map((table) => [table, createCsvFile(join(folder, `${table}.csv`), columnsOf(table))]),
  );
  const emit: Emit = (table, row) => files.get(table)!.write(row);
  const plan = makePlan(recipe, total);
  const random = createRandom(seed, recipe.programme);
  const next = (prefix: string) => {
    const pseudonym = createPseudonyms(prefix, seed);
    let made = 0;
    return () => pseudonym(made++);
  };
  const surveyor = createSurveyor(recipe, plan.calendar, seed, form.giveBack(next("R"), emit));
  try {
    const pseudonyms = { participant: next("P"), enrolment: next("E") };
    const makePerson = createPersonMaker(plan, random, pseudonyms, emit, surveyor.askParticipant);
    for (let done = 0; done < total; ) {
      const until = Math.min(total, done + batch);
      for (; done < until; done++) makePerson();
      progress?.(done, total);
      await setImmediate();
      signal?.throwIfAborted();
    }
    const employer = next("A");
    for (const rule of recipe.employers ?? []) {
      const count = Math.round((rule.count * total) / recipeTotal(recipe));
      makeEmployers(rule, count, plan.calendar, random, employer, emit, surveyor.askEmployer);
    }
    writeCollections(recipe, emit);
    for (const { node, municipality = "", reached_on = "", status, note = "" } of recipe.milestones ?? []) {
      emit("milestone", [node, municipality, reached_on, status, quoted(note)]);
    }
    return Object.fromEntries([...files].map(([table, file]) => [table, file.rows()]));
  } finally {
    for (const file of files.values()) file.close();
  }
}

/** A table that the recipe says nothing about is absent from the package, as it would be from a real one. */
function tablesOf(recipe: Recipe, form: AnswerForm): TableName[] {
  const levels = [recipe, ...recipe.groups, ...recipe.groups.flatMap((group) => group.strata)];
  return [
    "participant",
    "enrolment",
    ...(levels.some((level) => level.outcomes) ? (["outcome"] as const) : []),
    ...(levels.some((level) => level.activities) ? (["activity"] as const) : []),
    ...(levels.some((level) => level.followups) ? (["followup"] as const) : []),
    ...(recipe.employers ? (["employer", "contact"] as const) : []),
    ...(recipe.surveys ? ([...form.tables, "collection"] as const) : []),
    ...(recipe.milestones ? (["milestone"] as const) : []),
  ];
}

// A manifest has one note for all readers, so it is in both languages.
const invented =
  "Programmets handlingar anger inga resultat i tal; alla siffror här är påhittade. / " +
  "The programme's documents give no results in numbers; all figures here are invented.";

function manifestOf({ recipe, seed }: PackageOrder, total: number, rows: Record<string, number>) {
  const notes = [recipe.results === "invented" ? invented : "", recipe.note, `(seed ${seed}, n = ${total})`];
  return {
    format: "sammanhang-extract/1",
    programme: recipe.programme,
    as_of: recipe.as_of,
    completeness: recipe.completeness,
    supplied_by: recipe.supplied_by,
    synthetic: true,
    items: "raw",
    rows,
    note: notes.filter(Boolean).join(" "),
  };
}

function impossibleNumber(): Refusal {
  return new Refusal("participants", {
    sv: `Antalet deltagare ska vara ett heltal från 1 till ${mostParticipants}.`,
    en: `The number of participants must be a whole number from 1 to ${mostParticipants}.`,
  });
}

async function refuseOccupied(out: string): Promise<void> {
  let entries: string[] = [];
  try {
    entries = await readdir(out);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (entries.length > 0) {
    throw new Refusal("occupied", {
      sv: `Mappen ${out} är inte tom. Välj en ny mapp för paketet.`,
      en: `The folder ${out} is not empty. Choose a new folder for the package.`,
    });
  }
}
