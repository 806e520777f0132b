import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { app, BrowserWindow, dialog, ipcMain, session, type WebContents } from "electron";
import type { Room } from "./contract.ts";
import { fencePages, fenceSession, isOwnSender } from "./main/fence.ts";
import { setMenu } from "./main/menu.ts";
import { declarePage, servePage } from "./main/page.ts";
import { type AppWindow, connectPage, openWindow } from "./main/window.ts";
import { chosenPath } from "./offers.ts";
import { toFault } from "./refusal.ts";

const built = import.meta.dirname;
const developer = !app.isPackaged;
const windows = new Map<WebContents, AppWindow>();

declarePage();
app.enableSandbox();
// The app speaks to no network; this shuts the door for what Chromium would do of its own accord.
app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
app.commandLine.appendSwitch("disable-background-networking");
app.commandLine.appendSwitch("disable-component-update");
fencePages(app);

if (app.requestSingleInstanceLock({ workspace: workspaceOf(process.argv) })) {
  app.on("second-instance", (_event, _argv, _folder, data) => open((data as { workspace: string }).workspace));
  app.on("window-all-closed", () => app.quit());
  ipcMain.on("connect", (event) => {
    const own = windows.get(event.sender);
    if (own && isOwnSender(event)) connectPage(own);
  });
  ipcMain.handle("offer", async (event, files: { path: string; name: string }[]) => {
    const own = windows.get(event.sender);
    if (!own || !isOwnSender(event)) throw new Error("An offer came from a page that is not ours.");
    try {
      return { offer: await own.engine.offer(chosenPath(files)) };
    } catch (error) {
      return { fault: toFault(error) };
    }
  });
  void app.whenReady().then(() => {
    fenceSession(session.defaultSession, { developer });
    servePage(join(built, "../renderer"));
    setMenu({ language: language(), developer, onOpen: chooseWorkspace, onSteering: openSteering });
    open(workspaceOf(process.argv));
  });
} else {
  app.quit();
}

/** Opens a window on a workspace in a room, or shows the one that is open there already. A window never changes its room. */
function open(workspace: string, room: Room = "evaluator"): void {
  const known = [...windows.values()].find((opened) => opened.workspace === workspace && opened.room === room);
  if (known) {
    known.window.focus();
    return;
  }
  const opened = openWindow({
    workspace,
    room,
    language: language(),
    entry: join(built, "engine.js"),
    preload: join(built, "../preload/preload.cjs"),
    developer,
  });
  const { webContents } = opened.window;
  windows.set(webContents, opened);
  opened.window.once("closed", () => windows.delete(webContents));
}

function openSteering(): void {
  const focused = BrowserWindow.getFocusedWindow();
  const own = focused && windows.get(focused.webContents);
  if (own) open(own.workspace, "steering");
}

async function chooseWorkspace(): Promise<void> {
  const { filePaths } = await dialog.showOpenDialog({ properties: ["openDirectory"] });
  if (filePaths[0] !== undefined) open(filePaths[0]);
}

/** Empty where none is named: the engine then opens the demonstration workspace. */
function workspaceOf(argv: string[]): string {
  const options = { workspace: { type: "string" } } as const;
  const { workspace } = parseArgs({ args: argv.slice(1), options, strict: false }).values;
  return typeof workspace === "string" ? resolve(workspace) : "";
}

function language(): "sv" | "en" {
  return app.getLocale().startsWith("sv") ? "sv" : "en";
}
