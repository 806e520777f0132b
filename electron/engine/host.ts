import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageFile from "../../package.json" with { type: "json" };
import type { Host, Room } from "../contract.ts";
import { createOffers, type Offers } from "../offers.ts";
import { openWorkspace } from "../workspace.ts";
import { openEvaluatorRoom } from "./evaluator-room.ts";
import type { OpenRoom } from "./room.ts";
import { openSteeringRoom } from "./steering-room.ts";

/** A host on a workspace, together with what a shell needs to serve it. */
export interface OpenHost extends Host {
  offers: Offers;
  close(): Promise<void>;
}

const rooms: Record<Room, OpenRoom> = { evaluator: openEvaluatorRoom, steering: openSteeringRoom };

/**
 * Opens a workspace for one room. This is where the parts meet: it knows no shell, and no shell knows what is behind it.
 *
 * Throws a Refusal where the workspace cannot be opened.
 */
export async function openHost(options: { workspace: string; room: Room; offers?: Offers }): Promise<OpenHost> {
  const workspace = await openWorkspace(options.workspace);
  const offers = options.offers ?? createOffers({ folder: join(tmpdir(), `sammanhang-${randomUUID()}`) });
  const room = await rooms[options.room]({ workspace, offers, product: packageFile.version });
  return {
    ...room,
    offers,
    async close() {
      await room.close();
      if (!options.offers) await offers.close();
    },
  };
}
