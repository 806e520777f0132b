import { Command, InvalidArgumentError } from "commander";
import type { Catalog, ExtractEntry, Value } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import {
  formatOption,
  languageOption,
  outOption,
  readCount,
  readList,
  roomOption,
  type TableOptions,
  workspaceOption,
} from "./options.ts";
import { writeOut } from "./output.ts";
import { drawTable, jsonRow } from "./print-table.ts";
import { type CliSession, withHost } from "./session.ts";
import { type ReadTable, readFigures } from "./table.ts";
import { say, type Terminal } from "./terminal.ts";

interface RiskOptions extends TableOptions {
  programme?: string;
  k: number;
  columns?: string[];
  apply: Step[];
  undo: Step[];
}

interface Step {
  column: string;
  way: string;
}

const VIEWS = ["microdata_risk", "microdata_subsets", "microdata_diversity", "microdata_coarsening"] as const;

export function riskCommand(terminal: Terminal): Command {
  return new Command("risk")
    .description("how easily persons are told apart in an extract's rows, and what coarser columns would gain")
    .addOption(workspaceOption())
    .option("--programme <name>", "the programme, where several are loaded")
    .option("--k <n>", "a class of fewer persons is small, 2 or more", readK, 5)
    .option("--columns <names>", "what an acquaintance may know, such as municipality,sex,age_band", readList)
    .option("--apply <column:way>", "make columns coarser at the build, such as age:band,education:rare", readSteps, [])
    .option("--undo <column:way>", "take columns as they were delivered again", readSteps, [])
    .addOption(formatOption(["table", "json"]))
    .addOption(roomOption())
    .addOption(languageOption())
    .addOption(outOption())
    .action((options: RiskOptions) =>
      withHost(terminal, options, async (session) => {
        const loaded = session.catalog.programmes.find((each) => each.loaded)?.name;
        const programme = options.programme ?? loaded;
        const extracts = currentOf(session.catalog, programme);
        if (options.apply.length + options.undo.length > 0) await changeSteps(session, extracts, options);
        const catalog = await session.host.catalog({}, terminal.signal);
        const tables = await measure(terminal, session, programme, options);
        const coarsened = currentOf(catalog, programme);
        for (const { message } of coarsened.flatMap((each) => each.coarsened ?? [])) say(terminal, message);
        sayWays(terminal, tables[3]!);
        const text = options.format === "json" ? asJson(tables, options) : asText(terminal, tables, catalog);
        await writeOut(terminal, options.out, [text]);
      }),
    );
}

async function measure(
  terminal: Terminal,
  { host }: CliSession,
  programme: string | undefined,
  { k, columns }: RiskOptions,
): Promise<ReadTable[]> {
  const known: Record<string, Value> = columns === undefined ? {} : { quasi_identifiers: columns };
  const figures = VIEWS.map((view) => ({ view, params: view === "microdata_diversity" ? known : { ...known, k } }));
  const tables = readFigures(await host.figures({ scope: { programme }, figures }, terminal.signal));
  const fault = tables.find(({ meta }) => meta.fault)?.meta.fault;
  if (fault) throw new Refusal(fault.code, fault.message, { detail: fault.detail });
  const [risk] = tables;
  const used = risk!.length === 0 ? undefined : String(risk!.value(0, risk!.columns.indexOf("quasi_identifiers")));
  const unknown = columns?.find((name) => used !== undefined && !used.split(", ").includes(name));
  if (unknown !== undefined || (columns && risk!.length === 0)) throw unknownColumn(unknown ?? columns!.join(","));
  return tables;
}

/** Adds and takes away steps for each supplier of the programme, and waits for the builds. */
async function changeSteps({ host }: CliSession, extracts: ExtractEntry[], options: RiskOptions): Promise<void> {
  const { apply, undo, k } = options;
  const same = (one: Step) => (other: Step) => one.column === other.column && one.way === other.way;
  for (const { programme, supplied_by, coarsened = [] } of extracts) {
    const kept = coarsened
      .filter((step) => !undo.some(same(step)) && !apply.some(({ column }) => column === step.column))
      .map(({ message: _, ...step }) => step);
    const added = apply.map((step) => (step.way === "rare" ? { ...step, fewer_than: k } : { ...step }));
    const steps = [...kept, ...added];
    const { problems } = await host.save({ kind: "coarsening", definition: { programme, supplied_by, steps } });
    if (problems.length > 0) throw cannotApply(problems.map(({ message }) => message));
  }
}

/** How the suggestions that gain something are written on the command line. */
function sayWays(terminal: Terminal, suggestions: ReadTable): void {
  const rows = Array.from({ length: suggestions.length }, (_, row) => jsonRow(suggestions, row));
  const ways = rows
    .filter(({ is_applicable, gained }) => is_applicable === true && Number(gained) > 0)
    .map(({ column_name, way }) => `${column_name}:${way}`);
  if (ways.length === 0) return;
  say(terminal, {
    sv: `Kan väljas med --apply, det som ger mest först: ${ways.join(", ")}.`,
    en: `Can be chosen with --apply, what gains most first: ${ways.join(", ")}.`,
  });
}

function currentOf(catalog: Catalog, programme: string | undefined): ExtractEntry[] {
  return catalog.extracts.filter((extract) => extract.current && extract.programme === programme);
}

function asJson(tables: ReadTable[], { k, room }: RiskOptions): string {
  const rows = (table: ReadTable | undefined) =>
    Array.from({ length: table?.length ?? 0 }, (_, row) => {
      const { suppressed, ...json } = jsonRow(table!, row);
      return json;
    });
  const [risk, subsets, diversity, suggestions] = tables;
  const { programme, extracts, product } = risk!.meta;
  const sql = Object.fromEntries(tables.map(({ meta }) => [meta.name, meta.sql]));
  const meta = { programme, k, room, extracts, sql, product };
  const [measured = null] = rows(risk);
  const parts = { risk: measured, subsets: rows(subsets), diversity: rows(diversity), suggestions: rows(suggestions) };
  return `${JSON.stringify({ meta, ...parts }, null, 2)}\n`;
}

function asText({ language }: Terminal, tables: ReadTable[], { codes, policy: { glyph } }: Catalog): string {
  return tables
    .map((table) => `${table.meta.title[language]}\n${drawTable(language, table, { codes, glyph })}\n`)
    .join("\n");
}

function readK(text: string): number {
  const k = readCount(text);
  if (k < 2) throw new InvalidArgumentError("It must be 2 or more: every class has at least one person.");
  return k;
}

function readSteps(text: string): Step[] {
  return readList(text).map((each) => {
    const [column = "", way = "", ...more] = each.split(":");
    if (column !== "" && way !== "" && more.length === 0) return { column, way };
    throw new InvalidArgumentError("It must be written column:way, as the suggestions name them.");
  });
}

function unknownColumn(name: string): Refusal {
  return new Refusal("unknown_column", {
    sv: `Risken kan inte mätas med kolumnen "${name}". Välj bland municipality, sex, age, age_band, foreign_born, inflow_route, started_on, start_month, education och disability.`,
    en: `Risk cannot be measured by the column "${name}". Choose from municipality, sex, age, age_band, foreign_born, inflow_route, started_on, start_month, education and disability.`,
  });
}

function cannotApply(messages: { sv: string; en: string }[]): Refusal {
  return new Refusal("coarsening_invalid", {
    sv: `Kolumnerna kan inte göras grövre så. ${messages.map(({ sv }) => sv).join(" ")}`,
    en: `The columns cannot be made coarser so. ${messages.map(({ en }) => en).join(" ")}`,
  });
}
