import { Command, InvalidArgumentError } from "commander";
import type { Language, Room, Text } from "../contract.ts";
import { nodeOf } from "../disclosure/lattice.ts";
import { smallCells } from "../disclosure/primary.ts";
import { protectSystem, type State } from "../disclosure/protect.ts";
import { loadSolver } from "../disclosure/solver.ts";
import { linkTables, type System } from "../disclosure/system.ts";
import { Refusal } from "../refusal.ts";
import { readCells } from "./cells-file.ts";
import { type Format, formatOption, languageOption, outOption, readCount, readList, roomOption } from "./options.ts";
import { writeOut } from "./output.ts";
import { draw } from "./print-table.ts";
import { say, type Terminal } from "./terminal.ts";

interface ProtectOptions {
  by: string[];
  count: string;
  min: number;
  room: Room;
  format: Exclude<Format, "arrow">;
  out?: string;
  language?: Language;
}

/** Beyond this, forming the margins alone would fill the memory. */
const mostCells = 1_000_000;

const glyph = "..";

export function protectCommand(terminal: Terminal): Command {
  return new Command("protect")
    .description("disclosure control on a table of inner cells; combinations that are absent are zero")
    .argument("<cells.csv>", "one line a cell, with its codes and its count")
    .requiredOption("--by <columns>", "one to four columns of codes, between commas", readBy)
    .requiredOption("--count <column>", "the column of counts")
    .option("--min <n>", "the smallest count that may be shown, 3 or more", readMin, 5)
    .addOption(formatOption(["table", "csv", "json"]))
    .addOption(roomOption())
    .addOption(languageOption())
    .addOption(outOption())
    .action(async (path: string, options: ProtectOptions) => {
      terminal.language = options.language ?? terminal.language;
      const { by, count, min } = options;
      const taken = ["state", "suppressed", ...by].includes(count)
        ? count
        : by.find((name) => name === "state" || name === "suppressed");
      if (taken) throw nameTaken(taken);
      const { codes, cells } = await readCells(path, by, count);
      if (codes.reduce((product, each) => product * (each.length + 1), 1) > mostCells) throw tooMany();
      const dimensions = by.map((name, at) => ({ name, codes: codes[at]! }));
      const system = linkTables(dimensions, [{ by, cells }]);
      const started = performance.now();
      const { states } = protectSystem(await loadSolver(), system, smallCells(system, min), min);
      const milliseconds = Math.round(performance.now() - started);
      const rows = listRows(system, states);
      say(terminal, summary(states, options.room));
      await writeOut(terminal, options.out, written(rows, options, { file: path, by, count, min, milliseconds }));
    });
}

interface Row {
  codes: string[];
  count: number | null;
  state: State;
}

/** Inner cells first in each dimension, totals last, in the order of the file. */
function listRows({ lattice, places, values }: System, states: readonly State[]): Row[] {
  const order = (cell: number, at: number): number => nodeOf(lattice, places[cell]!, at) || Number.POSITIVE_INFINITY;
  const before = (a: number, b: number): number => {
    const at = lattice.trees.findIndex((_, each) => order(a, each) !== order(b, each));
    return at < 0 ? 0 : order(a, at) < order(b, at) ? -1 : 1;
  };
  return Array.from(places.keys())
    .sort(before)
    .map((cell) => ({
      codes: lattice.trees.map((tree, at) => tree.codes[nodeOf(lattice, places[cell]!, at)]!),
      count: states[cell] === "shown" ? values[cell]! : null,
      state: states[cell]!,
    }));
}

function* written(rows: Row[], { by, count, room, format }: ProtectOptions, meta: object): Iterable<string> {
  const told = (state: State): string => {
    if (room === "steering" && state !== "shown") return "hidden";
    return state === "undecided" ? "secondary" : state;
  };
  if (format === "table") {
    const lines = rows.map((row) => [
      ...row.codes,
      { content: row.count === null ? glyph : String(row.count), hAlign: "right" as const },
      told(row.state),
    ]);
    yield `${draw([...by, count, "state"], lines)}\n`;
    return;
  }
  if (format === "csv") {
    yield `${[...by, count, "state"].map(csvCell).join(",")}\n`;
    for (const row of rows) yield `${[...row.codes, row.count ?? "", told(row.state)].map(csvCell).join(",")}\n`;
    return;
  }
  yield `{"meta": ${JSON.stringify({ ...meta, room, rows: rows.length })},\n"rows": [`;
  for (const [at, row] of rows.entries()) {
    const codes = Object.fromEntries(by.map((name, each) => [name, row.codes[each]!]));
    const suppressed = row.count === null ? [count] : [];
    yield `${at === 0 ? "\n" : ",\n"}${JSON.stringify({ ...codes, [count]: row.count, state: told(row.state), suppressed })}`;
  }
  yield "\n]}\n";
}

function csvCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
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
