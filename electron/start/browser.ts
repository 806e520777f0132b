import { spawn } from "node:child_process";
import { platform } from "node:os";

/** Whether a window could be shown. A session over SSH on a Mac or Windows computer is not told apart. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return platform() !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** Opens an address in the person's browser, where there is a screen. That it cannot be done is no error: it is printed too. */
export function openBrowser(address: string): void {
  if (!hasDisplay()) return;
  const [command, ...args] = OPENERS[platform()] ?? ["xdg-open"];
  const child = spawn(command!, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}

const OPENERS: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};
