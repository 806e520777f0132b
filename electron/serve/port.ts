import type { Host } from "../contract.ts";
import { toFault } from "../refusal.ts";
import { call } from "./requests.ts";

/** What is used of Electron's MessagePortMain. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: "message", listener: (event: { data: unknown }) => void): unknown;
  on(event: "close", listener: () => void): unknown;
  start(): void;
}

interface Request {
  id: number;
  method?: string;
  request?: unknown;
  cancel?: true;
}

/** Answers `{id, method, request}` with `{id, value}` or `{id, fault}`; `{id, cancel: true}` stops that one. */
export function serveOverPort(host: Host, port: Port): void {
  const running = new Map<number, AbortController>();

  async function answer({ id, method, request }: Request): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      port.postMessage({ id, value: await call(host, method ?? "", request, controller.signal) });
    } catch (error) {
      port.postMessage({ id, fault: toFault(error) });
    } finally {
      running.delete(id);
    }
  }

  port.on("message", ({ data }) => {
    if (!isRequest(data)) return;
    if (data.cancel) running.get(data.id)?.abort();
    else void answer(data);
  });
  // A page that was reloaded or closed waits for nothing.
  port.on("close", () => {
    for (const controller of running.values()) controller.abort();
  });
  port.start();
}

function isRequest(data: unknown): data is Request {
  return typeof data === "object" && data !== null && typeof (data as Request).id === "number";
}
