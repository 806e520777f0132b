import { randomBytes, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Room } from "./contract.ts";
import { openHost } from "./engine/host.ts";
import { createOffers } from "./offers.ts";
import { serveOverHttp } from "./serve/http.ts";
import { openBrowser } from "./start/browser.ts";
import { builtFolder } from "./start/built.ts";
import { createSteeringServer } from "./start/steering-server.ts";

export interface WebOptions {
  workspace: string;
  room: Room;
  /** 0 takes a free one. */
  port: number;
  /** Whether to open a browser too, where there is a screen. */
  open: boolean;
  /** Ends it. */
  signal: AbortSignal;
  /** Told the address to open. */
  ready(address: string): void;
}

/** The app for a browser on this computer, until the signal. */
export async function serveWorkspace({ workspace, room, port, open, signal, ready }: WebOptions): Promise<void> {
  const offers = createOffers({ folder: join(tmpdir(), `sammanhang-${randomUUID()}`) });
  const host = await openHost({ workspace, room, offers });
  const steering = room === "evaluator" ? createSteeringServer(workspace) : undefined;
  try {
    const token = randomBytes(32).toString("base64url");
    const staticFolder = join(builtFolder(), "renderer");
    const server = await serveOverHttp(host, { token, offers, staticFolder, room, port, openSteering: steering?.open });
    ready(server.address);
    if (open) openBrowser(server.address);
    await aborted(signal);
    await server.close();
  } finally {
    await steering?.close();
    await host.close();
    await offers.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
