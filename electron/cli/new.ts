import { basename, resolve } from "node:path";
import { Command } from "commander";
import type { Language } from "../contract.ts";
import { createWorkspace } from "../workspace.ts";
import { languageOption } from "./options.ts";
import { say, type Terminal } from "./terminal.ts";

export function newCommand(terminal: Terminal): Command {
  return new Command("new")
    .description("create an empty workspace")
    .argument("<folder>", "a folder that is not there yet, or is empty")
    .option("--programme <name...>", "what the workspace is about")
    .addOption(languageOption())
    .action(async (folder: string, { programme = [], language }: { programme?: string[]; language?: Language }) => {
      terminal.language = language ?? terminal.language;
      const settings = { name: basename(resolve(folder)), language: language ?? "sv", programmes: programme };
      await createWorkspace(folder, settings);
      say(terminal, {
        sv: `Arbetsytan finns i ${folder}. Läs in ett paket: sammanhang load <paket> --workspace ${folder}`,
        en: `The workspace is in ${folder}. Load a package: sammanhang load <package> --workspace ${folder}`,
      });
    });
}
