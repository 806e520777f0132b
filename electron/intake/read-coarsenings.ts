import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Text } from "../contract.ts";
import { problemsOf } from "../engine/definition-problems.ts";
import { Refusal } from "../refusal.ts";
import { type CoarseningStep, coarseningFile, stepsFor } from "./coarsening.ts";

/** A programme's file, or what is wrong with it. */
export interface Coarsening {
  programme: string;
  steps: CoarseningStep[];
  problem?: Text;
}

const coarseningFolder = "coarsening";

export function coarseningPath(workspaceFolder: string, programme: string): string {
  return join(workspaceFolder, coarseningFolder, `${programme}.json`);
}

export async function readCoarsenings(workspaceFolder: string): Promise<Coarsening[]> {
  const names = await readdir(join(workspaceFolder, coarseningFolder)).catch(() => []);
  const files = names.filter((name) => name.endsWith(".json") && !name.startsWith(".")).sort();
  return Promise.all(files.map((name) => readCoarsening(workspaceFolder, name.slice(0, -".json".length))));
}

async function readCoarsening(workspaceFolder: string, programme: string): Promise<Coarsening> {
  const file = `${coarseningFolder}/${programme}.json`;
  const broken = (sv: string, en: string): Coarsening => ({
    programme,
    steps: [],
    problem: { sv: `Filen ${file} går inte att använda: ${sv}`, en: `The file ${file} cannot be used: ${en}` },
  });
  let json: unknown;
  try {
    json = JSON.parse(await readFile(coarseningPath(workspaceFolder, programme), "utf8"));
  } catch (error) {
    return broken((error as Error).message, (error as Error).message);
  }
  const parsed = coarseningFile.safeParse(json);
  if (!parsed.success) {
    const problems = problemsOf(file, json, parsed.error.issues).map(({ where, message }) => ({ where, ...message }));
    const said = (language: "sv" | "en") => problems.map((each) => `${each.where}: ${each[language]}`).join(" ");
    return broken(said("sv"), said("en"));
  }
  if (parsed.data.programme === programme) return { programme, steps: parsed.data.steps };
  return broken(
    `den handlar om "${parsed.data.programme}". Låt fil och program heta lika.`,
    `it is about "${parsed.data.programme}". Give file and programme the same name.`,
  );
}

/**
 * What is done to an extract at the build. A file that cannot be understood is refused rather than passed over: without it
 * the rows would be finer than somebody decided that they should be.
 */
export function coarseningOf(
  coarsenings: readonly Coarsening[],
  extract: { programme: string; supplied_by: string },
): CoarseningStep[] {
  const found = coarsenings.find(({ programme }) => programme === extract.programme);
  if (found?.problem) throw new Refusal("coarsening_invalid", found.problem);
  return stepsFor(found?.steps ?? [], extract.supplied_by);
}
