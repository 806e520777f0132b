import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel, type MessagePort as NodePort } from "node:worker_threads";
import type { Host } from "../../electron/contract.ts";
import { createOffers, type Offers } from "../../electron/offers.ts";
import { serveOverHttp } from "../../electron/serve/http.ts";
import { type Port, serveOverPort } from "../../electron/serve/port.ts";
import { remoteHost, sendOverHttp, sendOverPort } from "../../renderer/client.ts";

/** A host as a page sees it, at the far end of a wire. */
export interface Carried {
  host: Host;
  close(): Promise<void>;
}

export type Carrier = (host: Host) => Promise<Carried>;

/** The three ways in which a host is asked. */
export const carriers: Record<string, Carrier> = {
  "the object": async (host) => ({ host, close: async () => {} }),

  "over a port": async (host) => {
    const { port1, port2 } = new MessageChannel();
    serveOverPort(host, asElectronPort(port1));
    return { host: remoteHost(sendOverPort(port2 as unknown as MessagePort)), close: async () => port2.close() };
  },

  "over HTTP": async (host) => {
    const served = await serveForTest(host);
    return { host: remoteHost(sendOverHttp(served.base, served.fetcher)), close: served.close };
  },
};

/** Node's port hands its listeners the data; Electron's hands them an event with the data in it. */
function asElectronPort(port: NodePort): Port {
  return {
    postMessage: (message) => port.postMessage(message),
    on: (event: string, listener: (event: { data: unknown }) => void) =>
      port.on(event as "message", (data: unknown) => listener({ data })),
    start: () => port.start(),
  };
}

export interface Served {
  base: string;
  port: number;
  token: string;
  address: string;
  offers: Offers;
  /** A browser that has opened the address. */
  fetcher: typeof fetch;
  close(): Promise<void>;
}

const PAGE = '<!doctype html><title>Sammanhang</title><script type="module" src="/assets/page-1.js"></script>';

/** The HTTP shell with a page of one line and a folder for uploads, on a free port. */
export async function serveForTest(
  host: Host,
  limits: { jsonBytes?: number; uploadBytes?: number; room?: "evaluator" | "steering" } = {},
): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), "sammanhang-http-"));
  await writeFile(join(folder, "secret.json"), '"outside"');
  await mkdir(join(folder, "page", "assets"), { recursive: true });
  await writeFile(join(folder, "page", "index.html"), PAGE);
  await writeFile(join(folder, "page", "assets", "page-1.js"), "document.title = 'ran';");
  const offers = createOffers({ folder: join(folder, "uploads"), bytes: limits.uploadBytes });
  const token = "a-token-that-only-this-test-knows";
  const served = await serveOverHttp(host, {
    token,
    offers,
    staticFolder: join(folder, "page"),
    room: limits.room ?? "evaluator",
    port: 0,
    jsonBytes: limits.jsonBytes,
  });
  const base = `http://127.0.0.1:${served.port}`;
  const cookie = `sammanhang-${served.port}=${token}`;
  return {
    base,
    port: served.port,
    token,
    address: served.address,
    offers,
    fetcher: (input, init) =>
      fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie, origin: base } }),
    async close() {
      await served.close();
      await offers.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
