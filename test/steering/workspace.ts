import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type ReadTable, readFigures } from "../../electron/cli/table.ts";
import type { FigureRequest, FiguresRequest, Host, Room } from "../../electron/contract.ts";
import { type OpenHost, openHost } from "../../electron/engine/host.ts";
import { writePackage } from "../../electron/synth/package.ts";
import { readRecipe } from "../../electron/synth/read-recipe.ts";
import { createWorkspace } from "../../electron/workspace.ts";
import { recipePath, temporaryFolder } from "../synth/synth.ts";

export const programme = "varmlands-arbetskraft-2";

/** A workspace with few persons, so that nearly every group is small. */
export interface SmallWorkspace {
  folder: string;
  /** A host that is closed with the workspace. */
  open(room: Room): Promise<OpenHost>;
  close(): Promise<void>;
}

interface Small {
  /** Whose recipe the persons are made after. */
  of?: string;
  /** The recipe's own where it is missing. */
  seed?: number;
  /** Changes the package before it is loaded. */
  change?(folder: string): Promise<void>;
}

export async function smallWorkspace(
  participants: number,
  { of = programme, seed, change }: Small = {},
): Promise<SmallWorkspace> {
  const parent = await temporaryFolder();
  const folder = join(parent, "workspace");
  const recipe = await readRecipe(recipePath(of));
  await writePackage({ recipe, participants, seed: seed ?? recipe.seed, out: join(parent, "package") });
  await change?.(join(parent, "package"));
  await createWorkspace(folder, { name: "Test", language: "sv", programmes: [of] });
  const hosts: OpenHost[] = [];
  const open = async (room: Room) => {
    const host = await openHost({ workspace: folder, room });
    hosts.push(host);
    return host;
  };
  const evaluator = await open("evaluator");
  await evaluator.load({ offer: evaluator.offers.add(join(parent, "package")), job: "load" });
  return {
    folder,
    open,
    async close() {
      for (const host of hosts) await host.close();
      await rm(parent, { recursive: true });
    },
  };
}

export async function ask(
  host: Host,
  figures: FigureRequest[],
  rest: Partial<FiguresRequest> = {},
): Promise<ReadTable[]> {
  return readFigures(await host.figures({ scope: {}, ...rest, figures }));
}

/** A Table's rows as plain objects. */
export function rowsOf(table: ReadTable): Record<string, unknown>[] {
  return Array.from({ length: table.length }, (_, row) =>
    Object.fromEntries(table.columns.map((column, at) => [column, table.value(row, at)])),
  );
}
