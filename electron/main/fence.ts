import type { App, IpcMainEvent, IpcMainInvokeEvent, Session } from "electron";
import { isPage, PAGE_ORIGIN } from "./page.ts";

// Copying a table's SQL, and the meeting's full screen. Everything else a page might ask for is denied.
const PERMITTED = ["clipboard-sanitized-write", "fullscreen"];

/** No page opens a window, leaves for another address, or holds a page of someone else. */
export function fencePages(app: App): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
    contents.on("will-navigate", (event) => keepHome(event));
    contents.on("will-frame-navigate", (event) => keepHome(event));
    contents.on("will-redirect", (event) => keepHome(event));
    contents.on("will-attach-webview", (event) => event.preventDefault());
  });
}

function keepHome(event: { url: string; preventDefault(): void }): void {
  if (!isPage(event.url)) event.preventDefault();
}

/** No permission, no device, and no request that is not for the app's own files. */
export function fenceSession(session: Session, options: { developer: boolean }): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(PERMITTED.includes(permission)));
  session.setPermissionCheckHandler((_contents, permission) => PERMITTED.includes(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const inner = url.startsWith("data:") || url.startsWith(`blob:${PAGE_ORIGIN}/`);
    const tools = options.developer && url.startsWith("devtools:");
    answer({ cancel: !(isPage(url) || inner || tools) });
  });
}

/** Only the page itself, in a window's main frame, may speak to the main process. */
export function isOwnSender({ senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isPage(senderFrame.url);
}
