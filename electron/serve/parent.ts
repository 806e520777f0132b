import type { Fault, Host } from "../contract.ts";
import type { Offers } from "../offers.ts";
import { toFault } from "../refusal.ts";
import { type Port, serveOverPort } from "./port.ts";

/** What is used of Electron's ParentPort: the way from a utility process to the process that started it. */
export interface ParentPort {
  postMessage(message: FromEngine): void;
  on(event: "message", listener: (event: { data: unknown; ports: Port[] }) => void): unknown;
}

/** What the engine is told: to serve a page over the port that comes along, or that a file was offered. */
export type ToEngine = { kind: "connect" } | { kind: "offer"; id: number; path: string };

/** What the engine tells: that a workspace could not be opened, or the answer to an offer. */
export type FromEngine = { kind: "refused"; fault: Fault } | { kind: "offered"; id: number; offer: string };

/** Opens a host once and serves it to every page that the parent hands a port for. */
export function serveParent(open: () => Promise<Host>, offers: Offers, parent: ParentPort): void {
  const opening = open();
  opening.catch((error: unknown) => parent.postMessage({ kind: "refused", fault: toFault(error) }));

  parent.on("message", ({ data, ports }) => {
    const message = data as ToEngine;
    if (message.kind === "offer") {
      parent.postMessage({ kind: "offered", id: message.id, offer: offers.add(message.path) });
    } else {
      const [port] = ports;
      // A page that asks before the workspace is open has its questions kept by the port until then.
      if (port) void opening.then((host) => serveOverPort(host, port)).catch(() => {});
    }
  });
}
