import { Command } from "commander";
import type { Language } from "../contract.ts";
import { createDemo } from "../synth/demo.ts";
import { languageOption } from "./options.ts";
import { createBar } from "./progress.ts";
import { say, type Terminal } from "./terminal.ts";

export function demoCommand(terminal: Terminal): Command {
  return new Command("demo")
    .description("create the demonstration workspace, with synthetic extracts that reproduce published figures")
    .argument("<folder>", "a folder that is not there yet, or is empty")
    .addOption(languageOption())
    .action(async (folder: string, { language }: { language?: Language }) => {
      terminal.language = language ?? terminal.language;
      const bar = createBar(terminal);
      const progress = (done: number, total: number): void => bar.update(folder, done, total);
      try {
        await createDemo({ folder, language, signal: terminal.signal, progress });
      } finally {
        bar.stop();
      }
      say(terminal, {
        sv: `Demonstrationen finns i ${folder}. Alla personer i den är påhittade.`,
        en: `The demonstration is in ${folder}. All persons in it are made up.`,
      });
    });
}
