import { Command } from "commander";
import { serveWorkspace } from "../web.ts";
import { languageOption, readPort, roomOption, type WorkspaceOptions, workspaceOption } from "./options.ts";
import { say, type Terminal } from "./terminal.ts";

interface WebOptions extends WorkspaceOptions {
  port: number;
  open: boolean;
}

export function webCommand(terminal: Terminal): Command {
  return new Command("web")
    .description("open the app in a browser; prints its address, Ctrl-C ends it")
    .addOption(workspaceOption())
    .option("--port <n>", "the port to answer on (default: any free one)", readPort, 0)
    .option("--no-open", "only print the address")
    .addOption(roomOption())
    .addOption(languageOption())
    .action(async (options: WebOptions) => {
      terminal.language = options.language ?? terminal.language;
      const ready = (address: string): void => {
        say(terminal, {
          sv: "Öppna adressen i en webbläsare på den här datorn. Ctrl-C avslutar.",
          en: "Open the address in a browser on this computer. Ctrl-C ends it.",
        });
        terminal.stdout.write(`${address}\n`);
      };
      await serveWorkspace({ ...options, signal: terminal.signal, ready });
    });
}
