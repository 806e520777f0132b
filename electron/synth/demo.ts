import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Language, LoadReport } from "../contract.ts";
import { openHost } from "../engine/host.ts";
import { shippedQueries } from "../engine/shipped.ts";
import { createOffers } from "../offers.ts";
import { Refusal } from "../refusal.ts";
import { createWorkspace, openWorkspace } from "../workspace.ts";
import { writePackage } from "./package.ts";
import { readRecipes } from "./read-recipe.ts";

export interface DemoOrder {
  /** Not there yet, empty, or a demonstration workspace, which is then completed. */
  folder: string;
  language?: Language;
  /** Called before each extract with extracts loaded so far, of how many. */
  progress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

const demonstration = "Demonstration";

/**
 * Makes the demonstration workspace: a synthetic extract of every programme that has a recipe.
 *
 * They go in by the same door as a real delivery, so what the demonstration shows is what an evaluator will get. Doing
 * it again changes nothing.
 */
export async function createDemo({ folder, language = "sv", progress, signal }: DemoOrder): Promise<void> {
  const recipes = await readRecipes(join(shippedQueries(), "synth"));
  const programmes = recipes.map(({ programme }) => programme);
  if (!(await isDemonstration(folder))) await createWorkspace(folder, { name: demonstration, language, programmes });
  const temporary = await mkdtemp(join(tmpdir(), "sammanhang-demo-"));
  const offers = createOffers({ folder: join(temporary, "offers") });
  const host = await openHost({ workspace: folder, room: "evaluator", offers });
  try {
    const catalog = await host.catalog({}, signal);
    // A recipe of a programme that is not defined could only be refused.
    const defined = recipes.filter(({ programme }) => catalog.programmes.some(({ name }) => name === programme));
    for (const [done, recipe] of defined.entries()) {
      progress?.(done, defined.length);
      const out = join(temporary, recipe.programme);
      await writePackage({ recipe, seed: recipe.seed, out, signal });
      const offer = offers.add(out);
      const report = await host.load({ offer, job: randomUUID() }, signal);
      if (report.verdict === "refused") throw refused(recipe.programme, report);
    }
    progress?.(defined.length, defined.length);
  } finally {
    await host.close();
    await offers.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

async function isDemonstration(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, "workspace.json"))) return false;
  return (await openWorkspace(folder)).settings.name === demonstration;
}

function refused(programme: string, { refusals, confirmations }: LoadReport): Refusal {
  const found = [...refusals, ...confirmations.flatMap(({ findings }) => findings)];
  return new Refusal(
    "demonstration_refused",
    {
      sv: `Det påhittade uttaget för ${programme} gick inte att läsa in. Receptet i queries/synth behöver rättas.`,
      en: `The synthetic extract of ${programme} could not be loaded. Its recipe in queries/synth needs correcting.`,
    },
    { detail: found.map(({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message.en}`).join("\n") },
  );
}
