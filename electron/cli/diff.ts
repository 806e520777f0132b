import { Command } from "commander";
import type { DeliveryDiff, FigureChange, Room, Text } from "../contract.ts";
import { type Format, formatOption, languageOption, outOption, roomOption, workspaceOption } from "./options.ts";
import { writeOut } from "./output.ts";
import { csvCell, draw } from "./print-table.ts";
import { withHost } from "./session.ts";
import { say, type Terminal } from "./terminal.ts";

interface DiffCommandOptions {
  workspace: string;
  room: Room;
  format: Exclude<Format, "arrow">;
  out?: string;
  language?: "sv" | "en";
}

export function diffCommand(terminal: Terminal): Command {
  return new Command("diff")
    .description("tell what changed between two deliveries, by table and by figure: counts, never persons")
    .argument("<before>", "the earlier extract, by its SHA-256 or enough of it")
    .argument("<after>", "the later one, of the same programme and supplier")
    .addOption(workspaceOption())
    .addOption(formatOption(["table", "csv", "json"]))
    .addOption(roomOption())
    .addOption(languageOption())
    .addOption(outOption())
    .action((before: string, after: string, options: DiffCommandOptions) =>
      withHost(terminal, options, async ({ host }) => {
        const diff = await host.diff({ before, after }, terminal.signal);
        for (const { message } of diff.cautions) say(terminal, message);
        await writeOut(terminal, options.out, [written(diff, options.format, terminal)]);
      }),
    );
}

function written(diff: DeliveryDiff, format: DiffCommandOptions["format"], { language }: Terminal): string {
  if (format === "json") return `${JSON.stringify(diff, null, 2)}\n`;
  const tables = diff.tables.map(({ table, before, after, new: added, gone, changed }) => {
    return [table, before, after, added, gone, changed];
  });
  const figures = diff.figures.map(figureCells);
  if (format === "csv") return csv(tables, figures);
  const drawn = (columns: Record<string, Text>, rows: Cell[][]) =>
    draw(
      Object.values(columns).map((text) => text[language]),
      rows.map((row) => row.map((cell) => shown(cell, language))),
    );
  return `${drawn(TABLES, tables)}\n${drawn(FIGURES, figures)}\n`;
}

type Cell = string | number | boolean | null;

const TABLES: Record<string, Text> = {
  table: { sv: "Tabell", en: "Table" },
  before: { sv: "Före", en: "Before" },
  after: { sv: "Efter", en: "After" },
  new: { sv: "Nya", en: "New" },
  gone: { sv: "Borta", en: "Gone" },
  changed: { sv: "Ändrade", en: "Changed" },
};

const FIGURES: Record<string, Text> = {
  indicator: { sv: "Indikator", en: "Indicator" },
  comparison: { sv: "Jämförelse", en: "Comparison" },
  target: { sv: "Mål", en: "Target" },
  cutoff_before: { sv: "Brytdatum före", en: "Cut-off before" },
  cutoff_after: { sv: "Brytdatum efter", en: "Cut-off after" },
  k_before: { sv: "Antal före", en: "Count before" },
  n_before: { sv: "Av före", en: "Of before" },
  k_after: { sv: "Antal efter", en: "Count after" },
  n_after: { sv: "Av efter", en: "Of after" },
  before: { sv: "Före", en: "Before" },
  after: { sv: "Efter", en: "After" },
  difference: { sv: "Skillnad", en: "Difference" },
  attained_before: { sv: "Nått före", en: "Attained before" },
  attained_after: { sv: "Nått efter", en: "Attained after" },
  causes: { sv: "Orsak", en: "Cause" },
};

function figureCells({ indicator, comparison, target, before, after, difference, causes }: FigureChange): Cell[] {
  const aim = target && [target.comparator, target.value, ...Object.values(target.scope)].join(" ");
  return [
    indicator,
    comparison,
    aim,
    before.cutoff,
    after.cutoff,
    before.k,
    before.n,
    after.k,
    after.n,
    before.estimate,
    after.estimate,
    difference,
    before.attained,
    after.attained,
    causes.join(" "),
  ];
}

/** One table of both: what a part does not have is empty in it. */
function csv(tables: Cell[][], figures: Cell[][]): string {
  const [ofTable, ofFigure] = [Object.keys(TABLES), Object.keys(FIGURES)];
  const rows = [
    ["part", ...ofTable.map((name) => (name === "table" ? name : `rows_${name}`)), ...ofFigure],
    ...tables.map((row) => ["table", ...row, ...ofFigure.map(() => null)]),
    ...figures.map((row) => ["figure", ...ofTable.map(() => null), ...row]),
  ];
  return rows.map((row) => `${row.map(csvCell).join(",")}\n`).join("");
}

function shown(cell: Cell, language: "sv" | "en"): string {
  if (typeof cell !== "number") return cell === null ? "" : String(cell);
  return new Intl.NumberFormat(language, { maximumFractionDigits: 4, useGrouping: false }).format(cell);
}
