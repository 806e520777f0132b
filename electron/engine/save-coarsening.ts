import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Json, SaveReport } from "../contract.ts";
import { ageFloors } from "../intake/age-floors.ts";
import { coarseningFile } from "../intake/coarsening.ts";
import { coarseningPath, readCoarsenings } from "../intake/read-coarsenings.ts";
import { writeWhole } from "../write-whole.ts";
import { problemsOf } from "./definition-problems.ts";
import type { Library } from "./library.ts";

/** What is asked for: the engine knows the limits of ages. */
const request = z.strictObject({
  programme: z.string().min(1),
  supplied_by: z.string().min(1).optional(),
  steps: z.array(
    z.strictObject({ column: z.string(), way: z.string(), fewer_than: z.int().min(2).optional() }).loose(),
  ),
});

/**
 * Keeps how one supplier's extracts of a programme are made coarser at the build, in place of what was kept for them. The
 * extracts as delivered are untouched, so that fewer steps give the finer values back.
 */
export async function saveCoarsening(workspace: string, library: Library, json: Json): Promise<SaveReport> {
  const asked = request.safeParse(json);
  if (!asked.success) return { saved: null, problems: problemsOf("coarsening", json, asked.error.issues) };
  const { programme: name, supplied_by, steps } = asked.data;
  const file = `coarsening/${name}.json`;
  const programme = library.programmes.find((each) => each.programme === name);
  if (!programme) return { saved: null, problems: [{ file, where: "$.programme", message: unknownProgramme(name) }] };

  const before = (await readCoarsenings(workspace)).find((each) => each.programme === name);
  // What cannot be read may hold the steps of another supplier.
  if (before?.problem) return { saved: null, problems: [{ file, message: before.problem }] };
  const own = steps.map((step) => ({
    ...step,
    ...(step.way === "band" && { from: ageFloors(programme.age_bands) }),
    ...(supplied_by !== undefined && { supplied_by }),
  }));
  const kept = (before?.steps ?? []).filter((each) => each.supplied_by !== supplied_by);
  const record = { format: "sammanhang-coarsening/1", programme: name, steps: [...kept, ...own] };
  const parsed = coarseningFile.safeParse(record);
  if (!parsed.success) return { saved: null, problems: problemsOf(file, record, parsed.error.issues) };

  const path = coarseningPath(workspace, name);
  if (record.steps.length === 0) await rm(path, { force: true });
  else {
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, `${JSON.stringify(record, null, 2)}\n`);
  }
  return { saved: { name, version: 1 }, problems: [] };
}

function unknownProgramme(name: string) {
  return {
    sv: `Det finns inget program "${name}" i arbetsytan.`,
    en: `There is no programme "${name}" in this workspace.`,
  };
}
