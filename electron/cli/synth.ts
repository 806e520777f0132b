import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import type { Language } from "../contract.ts";
import { shippedQueries } from "../engine/shipped.ts";
import { Refusal } from "../refusal.ts";
import { writePackage } from "../synth/package.ts";
import { readRecipe } from "../synth/read-recipe.ts";
import { languageOption, readCount } from "./options.ts";
import { createBar } from "./progress.ts";
import { say, type Terminal } from "./terminal.ts";

interface SynthOptions {
  programme: string;
  participants: number;
  seed: number;
  out: string;
  language?: Language;
}

export function synthCommand(terminal: Terminal): Command {
  return new Command("synth")
    .description("write a synthetic extract package of any size")
    .requiredOption("--programme <name>", "the programme whose recipe is followed")
    .requiredOption("--participants <n>", "how many persons", readCount)
    .option("--seed <n>", "the same number gives the same package", readCount, 1)
    .requiredOption("--out <folder>", "a folder that is not there yet, or is empty")
    .addOption(languageOption())
    .action(async ({ programme, participants, seed, out, language }: SynthOptions) => {
      terminal.language = language ?? terminal.language;
      const recipe = await readRecipe(await recipeFile(programme));
      const bar = createBar(terminal);
      const progress = (done: number, total: number): void => bar.update(out, done, total);
      try {
        await writePackage({ recipe, participants, seed, out, signal: terminal.signal, progress });
      } finally {
        bar.stop();
      }
      say(terminal, {
        sv: `Paketet finns i ${out}. Alla personer i det är påhittade.`,
        en: `The package is in ${out}. All persons in it are made up.`,
      });
    });
}

async function recipeFile(programme: string): Promise<string> {
  const folder = join(shippedQueries(), "synth");
  const names = (await readdir(folder)).filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5));
  if (names.includes(programme)) return join(folder, `${programme}.json`);
  throw new Refusal("unknown_programme", {
    sv: `Det finns inget recept för programmet "${programme}". Det finns för ${names.join(", ")}.`,
    en: `There is no recipe for the programme "${programme}". There is for ${names.join(", ")}.`,
  });
}
