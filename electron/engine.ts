import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Room } from "./contract.ts";
import { openHost } from "./engine/host.ts";
import { createOffers } from "./offers.ts";
import { type ParentPort, serveParent } from "./serve/parent.ts";
import { demonstrationWorkspace } from "./start/demonstration.ts";

// Electron's utility process: its arguments are the workspace, empty for the demonstration, and the room.
const [workspace = "", room = "evaluator"] = process.argv.slice(2);
const offers = createOffers({ folder: join(tmpdir(), `sammanhang-${randomUUID()}`) });

serveParent(
  async () => openHost({ workspace: workspace || (await demonstrationWorkspace()), room: room as Room, offers }),
  offers,
  process.parentPort as unknown as ParentPort,
);
