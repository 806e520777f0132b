import { Command, InvalidArgumentError, Option } from "commander";
import type { Language, Room, Text } from "../contract.ts";
import { growTree } from "../disclosure/dimension.ts";
import { smallCells } from "../disclosure/primary.ts";
import { protectSystem, type State } from "../disclosure/protect.ts";
import { loadSolver } from "../disclosure/solver.ts";
import { linkTables } from "../disclosure/system.ts";
import { cellSecret } from "../engine/cell-secret.ts";
import { Refusal } from "../refusal.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";
import type { DisclosureSettings } from "../workspace-settings.ts";
import { ALTERED, type Alteration, alterCounts } from "./alter-counts.ts";
import { readCells } from "./cells-file.ts";
import { type HierarchyFiles, hierarchyOption, readDimensions } from "./hierarchy-option.ts";
import { listCells } from "./list-cells.ts";
import { type Format, formatOption, languageOption, outOption, readCount, readList, roomOption } from "./options.ts";
import { writeOut } from "./output.ts";
import { say, type Terminal } from "./terminal.ts";
import { writeCells } from "./write-cells.ts";

interface ProtectOptions {
  by: string[];
  count: string;
  hierarchy: HierarchyFiles;
  min?: number;
  method?: "suppress" | Alteration;
  key?: string;
  workspace?: string;
  room: Room;
  format: Exclude<Format, "arrow">;
  out?: string;
  language?: Language;
}

const METHODS: Record<DisclosureSettings["exports"], "suppress" | Alteration> = {
  suppress: "suppress",
  round: "round",
  cell_key: "cell-key",
};

/** Beyond this, forming the margins alone would fill the memory. */
const mostCells = 1_000_000;

export function protectCommand(terminal: Terminal): Command {
  return new Command("protect")
    .description("disclosure control on a table of inner cells; combinations that are absent are zero")
    .argument("<cells.csv>", "one line a cell, with its codes and its count")
    .requiredOption("--by <columns>", "one to four columns of codes, between commas", readBy)
    .requiredOption("--count <column>", "the column of counts")
    .addOption(hierarchyOption())
    .option("--min <n>", "the smallest count that may be shown, 3 or more (default: the workspace's, else 5)", readMin)
    .addOption(
      new Option(
        "--method <method>",
        "hide cells, round to 5, or add noise (default: the workspace's, else hide)",
      ).choices(["suppress", "round", "cell-key"]),
    )
    .option(
      "--key <secret>",
      "for cell-key: the same secret gives the same cell the same noise in every table (default: the workspace's)",
    )
    .option("--workspace <folder>", "whose policy to follow")
    .addOption(formatOption(["table", "csv", "json"]))
    .addOption(roomOption())
    .addOption(languageOption())
    .addOption(outOption())
    .action(async (path: string, options: ProtectOptions) => {
      terminal.language = options.language ?? terminal.language;
      const { by, count, hierarchy } = options;
      const workspace = options.workspace ? await openWorkspace(options.workspace) : undefined;
      const policy = workspace?.settings.disclosure;
      const min = options.min ?? policy?.smallest_count ?? 5;
      const isSteering = options.room === "steering";
      const method = options.method ?? (policy && !isSteering ? METHODS[policy.exports] : "suppress");
      if (method !== "suppress" && isSteering) throw secondLook();
      const taken = ["state", "suppressed", ...by].includes(count)
        ? count
        : by.find((name) => name === "state" || name === "suppressed");
      if (taken) throw nameTaken(taken);
      const { codes, cells } = await readCells(path, by, count);
      const dimensions = await readDimensions(terminal, by, codes, hierarchy);
      if (dimensions.reduce((product, each) => product * growTree(each).codes.length, 1) > mostCells) throw tooMany();
      const system = linkTables(dimensions, [{ by, cells }]);
      const asked = { file: path, by, count, ...(hierarchy.size > 0 && { hierarchy: Object.fromEntries(hierarchy) }) };
      const started = performance.now();
      if (method !== "suppress") {
        const secret = method === "cell-key" ? options.key || (await secretOf(workspace)) : "";
        const rows = listCells(system, alterCounts(system, method, secret), [method]);
        say(terminal, ALTERED[method]);
        await writeOut(terminal, options.out, writeCells(rows, options, "", { ...asked, method }));
        return;
      }
      const { states } = protectSystem(await loadSolver(), system, smallCells(system, min), min);
      const milliseconds = Math.round(performance.now() - started);
      const shown = Array.from(system.values, (value, cell) => (states[cell] === "shown" ? value : null));
      const rows = listCells(system, shown, states);
      say(terminal, summary(states, options.room));
      const meta = { ...asked, method, min, milliseconds };
      await writeOut(terminal, options.out, writeCells(rows, options, policy?.glyph ?? "..", meta));
    });
}

function summary(states: readonly State[], room: Room): Text {
  const number = (wanted: State): number => states.filter((state) => state === wanted).length;
  const hidden = states.length - number("shown");
  if (room === "steering") {
    return {
      sv: `${states.length} celler och summor, av vilka ${hidden} är dolda.`,
      en: `${states.length} cells and totals, of which ${hidden} are hidden.`,
    };
  }
  const small = number("primary");
  return {
    sv: `${states.length} celler och summor. ${small} är för små att visa, och ${hidden - small} till döljs för att de inte ska kunna räknas ut.`,
    en: `${states.length} cells and totals. ${small} are too small to show, and ${hidden - small} more are hidden so that those cannot be worked out.`,
  };
}

function readBy(text: string): string[] {
  const names = readList(text);
  if (names.length < 1 || names.length > 4) throw new InvalidArgumentError("Name one to four columns.");
  if (new Set(names).size < names.length) throw new InvalidArgumentError("Name each column once.");
  return names;
}

function readMin(text: string): number {
  const min = readCount(text);
  if (min < 3)
    throw new InvalidArgumentError("It must be 3 or more: below that a person could be told from one other.");
  return min;
}

/** The workspace's own, so that a table has the same noise each time. */
async function secretOf(workspace: Workspace | undefined): Promise<string> {
  if (workspace) return cellSecret(workspace.folder);
  throw new Refusal("no_key", {
    sv: "Brus behöver en hemlig nyckel, så att samma cell får samma brus varje gång. Ange den med --key och spara den, eller ange --workspace.",
    en: "Noise needs a secret key, so that the same cell gets the same noise each time. Give it with --key and keep it, or give --workspace.",
  });
}

/** A hidden count, rounded or with noise, is known more closely than hidden. */
function secondLook(): Refusal {
  return new Refusal("steering_room", {
    sv: "I styrgruppens rum visas inga avrundade antal och inget brus: de skulle säga mer om de tal som är dolda. Ange --method suppress.",
    en: "The steering room shows no rounded counts and no noise: they would tell more of the numbers that are hidden. Give --method suppress.",
  });
}

function nameTaken(name: string): Refusal {
  return new Refusal("name_taken", {
    sv: `Kolumnen "${name}" kan inte användas så: svaret har själv en kolumn med det namnet. Byt namn på den i filen.`,
    en: `The column "${name}" cannot be used so: the answer has a column of that name itself. Rename it in the file.`,
  });
}

function tooMany(): Refusal {
  return new Refusal("too_many_cells", {
    sv: `Tabellen får mer än ${mostCells} celler och summor. Ta med färre kolumner eller grövre koder.`,
    en: `The table gets more than ${mostCells} cells and totals. Take fewer columns or coarser codes.`,
  });
}
