import { BrowserWindow, dialog, MessageChannelMain } from "electron";
import type { Fault, Language, Room, Text } from "../contract.ts";
import { type EngineProcess, startEngine } from "./engine-process.ts";
import { PAGE_ORIGIN } from "./page.ts";

export interface AppWindow {
  /** The folder it was opened on; empty for the demonstration. */
  workspace: string;
  room: Room;
  window: BrowserWindow;
  engine: EngineProcess;
}

export interface WindowOptions {
  workspace: string;
  room: Room;
  language: Language;
  /** Built files. */
  entry: string;
  preload: string;
  /** Whether the page may be looked into: never in the packaged product. */
  developer: boolean;
}

const TITLES: Record<Room, Text> = {
  evaluator: { sv: "Sammanhang", en: "Sammanhang" },
  steering: { sv: "Sammanhang – styrgruppens rum", en: "Sammanhang – steering room" },
};

/** A window on one workspace, with an engine of its own. */
export function openWindow(options: WindowOptions): AppWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: TITLES[options.room][options.language],
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries would be downloaded.
      spellcheck: false,
      devTools: options.developer,
    },
  });
  const engine = startEngine({
    entry: options.entry,
    workspace: options.workspace,
    room: options.room,
    onRestart: () => window.isDestroyed() || window.webContents.send("restarted"),
    onRefused: (fault) => refuse(window, fault, options.language),
  });
  window.once("ready-to-show", () => window.show());
  window.once("closed", () => engine.stop());
  void window.loadURL(`${PAGE_ORIGIN}/`);
  return { workspace: options.workspace, room: options.room, window, engine };
}

/** Gives the page and the engine an end each of a new channel. */
export function connectPage({ window, engine }: AppWindow): void {
  const { port1, port2 } = new MessageChannelMain();
  engine.connect(port1);
  window.webContents.postMessage("port", null, [port2]);
}

function refuse(window: BrowserWindow, fault: Fault, language: Language): void {
  dialog.showErrorBox("Sammanhang", fault.message[language]);
  if (!window.isDestroyed()) window.destroy();
}
