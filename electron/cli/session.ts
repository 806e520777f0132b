import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalog, Host } from "../contract.ts";
import { openHost } from "../engine/host.ts";
import { createOffers, type Offers } from "../offers.ts";
import type { WorkspaceOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

export interface CliSession {
  host: Host;
  offers: Offers;
  catalog: Catalog;
}

/** Opens the workspace for one command, and closes it whatever comes. */
export async function withHost<T>(
  terminal: Terminal,
  options: WorkspaceOptions,
  work: (session: CliSession) => Promise<T>,
): Promise<T> {
  if (options.language) terminal.language = options.language;
  const { workspace, room } = options;
  const offers = createOffers({ folder: join(tmpdir(), "sammanhang-cli") });
  const host = await openHost({ workspace, room, offers });
  try {
    const catalog = await host.catalog({}, terminal.signal);
    terminal.language = options.language ?? catalog.workspace.language;
    return await work({ host, offers, catalog });
  } finally {
    await host.close();
  }
}
