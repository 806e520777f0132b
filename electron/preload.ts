import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { Bridge } from "./contract.ts";

const bridge: Bridge = {
  offer: (names, files) =>
    ipcRenderer.invoke(
      "offer",
      files.map((file, index) => ({ path: webUtils.getPathForFile(file), name: names[index] })),
    ),
};
contextBridge.exposeInMainWorld("sammanhang", bridge);

// A port cannot cross the bridge: it is passed on as a message of the page to itself.
window.addEventListener("message", ({ source, data }) => {
  if (source === window && data === "sammanhang:connect") ipcRenderer.send("connect");
});
ipcRenderer.on("port", ({ ports }) => window.postMessage("sammanhang:port", window.location.origin, [...ports]));
ipcRenderer.on("restarted", () => window.postMessage("sammanhang:restarted", window.location.origin));
