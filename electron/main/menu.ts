import { Menu, type MenuItemConstructorOptions } from "electron";
import type { Language, Text } from "../contract.ts";

export interface MenuOptions {
  language: Language;
  developer: boolean;
  onOpen(): void;
  /** Opens the steering room of the workspace that one is looking at. */
  onSteering(): void;
}

const FILE: Text = { sv: "Arkiv", en: "File" };
const OPEN: Text = { sv: "Öppna arbetsyta …", en: "Open workspace…" };
const STEERING: Text = { sv: "Styrgruppens rum", en: "Steering room" };
const VIEW: Text = { sv: "Visa", en: "View" };
const EDIT: Text = { sv: "Redigera", en: "Edit" };

/** What belongs to the window. What belongs to the page is in the page's command palette. */
export function setMenu({ language, developer, onOpen, onSteering }: MenuOptions): void {
  const mac: MenuItemConstructorOptions[] = process.platform === "darwin" ? [{ role: "appMenu" }] : [];
  const tools: MenuItemConstructorOptions[] = developer ? [{ type: "separator" }, { role: "toggleDevTools" }] : [];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      {
        label: FILE[language],
        submenu: [
          { label: OPEN[language], accelerator: "CmdOrCtrl+O", click: onOpen },
          { label: STEERING[language], accelerator: "CmdOrCtrl+Shift+S", click: onSteering },
          { type: "separator" },
          { role: process.platform === "darwin" ? "close" : "quit" },
        ],
      },
      { label: EDIT[language], role: "editMenu" },
      {
        label: VIEW[language],
        submenu: [
          { role: "reload" },
          { type: "separator" },
          { role: "resetZoom" },
          { role: "zoomIn" },
          { role: "zoomOut" },
          { type: "separator" },
          { role: "togglefullscreen" },
          ...tools,
        ],
      },
    ]),
  );
}
