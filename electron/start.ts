import { dirname } from "node:path";
import { runCommand } from "./cli/run.ts";
import { say, type Terminal } from "./cli/terminal.ts";
import type { Text } from "./contract.ts";
import { builtFolder } from "./start/built.ts";
import { demonstrationWorkspace } from "./start/demonstration.ts";
import { runDesktop } from "./start/desktop.ts";
import { findElectron } from "./start/electron-binary.ts";
import { serveWorkspace } from "./web.ts";

/** `npm start`: the app on the demonstration workspace, in a window where there can be one, else in the browser. */
async function start(terminal: Terminal): Promise<void> {
  const { signal } = terminal;
  const workspace = await demonstrationWorkspace({ signal, making: () => say(terminal, MAKING) });
  const root = dirname(builtFolder());
  const found = await findElectron({ root, signal, fetching: (text) => say(terminal, text) });
  if ("path" in found && (await runDesktop(found.path, [root, "--workspace", workspace], signal))) return;
  if (signal.aborted) return;
  say(terminal, "missing" in found ? found.missing : NOT_SHOWN);
  const ready = (address: string): void => {
    say(terminal, OPENED);
    terminal.stdout.write(`${address}\n`);
  };
  await serveWorkspace({ workspace, room: "evaluator", port: 0, open: true, signal, ready });
}

const MAKING: Text = {
  sv: "Skapar demonstrationen, en gång …",
  en: "Making the demonstration, once…",
};
const NOT_SHOWN: Text = {
  sv: "Electrons fönster gick inte att visa på den här datorn, så appen öppnas för webbläsaren.",
  en: "Electron's window could not be shown on this computer, so the app is served to a browser.",
};
const OPENED: Text = {
  sv: "Sammanhang är öppet på adressen nedan, i en webbläsare på den här datorn. Ctrl-C avslutar.",
  en: "Sammanhang is open at the address below, in a browser on this computer. Ctrl-C ends it.",
};

await runCommand(start);
