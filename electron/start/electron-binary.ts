import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Text } from "../contract.ts";
import { hasDisplay } from "./browser.ts";

/** The program that shows the window, or in a sentence why there is none. */
export type Found = { path: string } | { missing: Text };

/**
 * Electron's program. Its package brings none: the package's own installer fetches it, once, for a minute at most.
 * Electron's module is not imported here, since the mere import would start fetching.
 */
export async function findElectron(options: {
  root: string;
  signal: AbortSignal;
  fetching(text: Text): void;
}): Promise<Found> {
  if (!hasDisplay()) return { missing: NO_DISPLAY };
  const folder = join(options.root, "node_modules", "electron");
  if (!existsSync(join(folder, "package.json"))) return { missing: NOT_INSTALLED };
  const present = programIn(folder);
  if (present) return { path: present };
  if (Number(process.versions.node.split(".")[0]) < 22) return { missing: OLD_NODE };
  options.fetching(FETCHING);
  await install(join(folder, "install.js"), options.signal);
  const fetched = programIn(folder);
  return fetched ? { path: fetched } : { missing: NOT_FETCHED };
}

function programIn(folder: string): string | undefined {
  const pathFile = join(folder, "path.txt");
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, "dist");
  if (!existsSync(pathFile)) return undefined;
  const program = join(dist, readFileSync(pathFile, "utf8").trim());
  return existsSync(program) ? program : undefined;
}

/** Resolves when the installer ends, however it does: what it says about its own failure is of no use to the reader. */
function install(script: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], {
      cwd: dirname(script),
      stdio: "ignore",
      timeout: 60_000,
      killSignal: "SIGKILL",
      signal,
    });
    child.on("error", () => resolve());
    child.on("exit", () => resolve());
  });
}

const NO_DISPLAY: Text = {
  sv: "Här finns ingen skärm att visa ett fönster på, så appen öppnas för webbläsaren.",
  en: "There is no display here to show a window on, so the app is served to a browser.",
};
const NOT_INSTALLED: Text = {
  sv: "Electron är inte installerat här, så appen öppnas för webbläsaren.",
  en: "Electron is not installed here, so the app is served to a browser.",
};
const OLD_NODE: Text = {
  sv: `Electrons fönster hämtas första gången av Node 22 eller senare, och det här är ${process.version}, så appen öppnas för webbläsaren.`,
  en: `Electron's window is fetched at the first start by Node 22 or later, and this is ${process.version}, so the app is served to a browser.`,
};
const FETCHING: Text = {
  sv: "Hämtar Electrons fönster, en gång …",
  en: "Fetching Electron's window, once…",
};
const NOT_FETCHED: Text = {
  sv: "Electrons fönster gick inte att hämta inom en minut, så appen öppnas för webbläsaren.",
  en: "Electron's window could not be fetched within a minute, so the app is served to a browser.",
};
