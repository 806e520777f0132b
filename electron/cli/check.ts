import { Command } from "commander";
import type { Catalog, Fault, Host, Problem, ViewEntry } from "../contract.ts";
import { Refusal, toFault } from "../refusal.ts";
import { formatOption, languageOption, outOption, roomOption, type TableOptions, workspaceOption } from "./options.ts";
import { writeOut } from "./output.ts";
import { draw } from "./print-table.ts";
import { withHost } from "./session.ts";
import { readFigures, readTable } from "./table.ts";
import { say, type Terminal } from "./terminal.ts";

/** One condition that a view promises, tried on one loaded programme. */
interface Check {
  view: string;
  programme: string | null;
  check: string;
  /** Rows that break it. */
  failing: number;
}

export function checkCommand(terminal: Terminal): Command {
  return new Command("check")
    .description("check definitions, views and what views promise about their rows, as CI for a workspace")
    .addOption(workspaceOption())
    .addOption(formatOption(["table", "json"]))
    .addOption(roomOption())
    .addOption(languageOption())
    .addOption(outOption())
    .action((options: TableOptions) =>
      withHost(terminal, options, async ({ host, catalog }) => {
        if (options.room === "steering") throw notInSteering();
        const { problems, checks } = await checkAll(host, catalog, terminal.signal);
        const failed = checks.filter(({ failing }) => failing > 0);
        const text = options.format === "json" ? asJson(problems, checks) : asText(terminal, problems, failed);
        await writeOut(terminal, options.out, [text]);
        if (problems.length + failed.length > 0) throw checkFailed(problems.length + failed.length);
        say(terminal, {
          sv: `Inga fel: ${catalog.views.length} vyer, ${checks.length} villkor.`,
          en: `No problems: ${catalog.views.length} views, ${checks.length} conditions.`,
        });
      }),
    );
}

async function checkAll(
  host: Host,
  catalog: Catalog,
  signal: AbortSignal,
): Promise<{ problems: Problem[]; checks: Check[] }> {
  const problems = [...catalog.problems];
  const checks: Check[] = [];
  const loaded = catalog.programmes.filter((programme) => programme.loaded).map(({ name }) => name);
  for (const programme of loaded.length > 0 ? loaded : [null]) {
    for (const view of catalog.views) {
      const fault = await bindingFault(host, view, programme, signal);
      if (fault) problems.push({ file: view.name, where: programme ?? undefined, message: fault.message });
      for (const check of fault ? [] : view.checks) {
        const tried = await failingRows(host, view, programme, check, signal);
        if (typeof tried === "number") checks.push({ view: view.name, programme, check, failing: tried });
        else problems.push({ file: view.name, where: `@check ${check}`, message: tried.message });
      }
    }
  }
  return { problems, checks };
}

async function bindingFault(
  host: Host,
  { name }: ViewEntry,
  programme: string | null,
  signal: AbortSignal,
): Promise<Fault | undefined> {
  const scope = programme === null ? {} : { programme };
  const bytes = await host.figures({ scope, figures: [{ view: name, window: { limit: 1 } }] }, signal);
  return readFigures(bytes)[0]?.meta.fault;
}

/** A view is a table to SQL, so that a condition can be asked like any question. */
async function failingRows(
  host: Host,
  { name, params }: ViewEntry,
  programme: string | null,
  check: string,
  signal: AbortSignal,
): Promise<number | Fault> {
  const scoped = programme !== null && params.some((param) => param.name === "programme");
  const given = scoped ? `programme := '${programme.replaceAll("'", "''")}'` : "";
  const source = params.length > 0 ? `"${name}"(${given})` : `"${name}"`;
  try {
    const sql = `select count(*)::integer as failing from ${source} where not (${check})`;
    return Number(readTable(await host.sql({ sql }, signal)).value(0, 0));
  } catch (error) {
    signal.throwIfAborted();
    return toFault(error);
  }
}

function asJson(problems: Problem[], checks: Check[]): string {
  return `${JSON.stringify({ problems, checks }, null, 2)}\n`;
}

function asText({ language }: Terminal, problems: Problem[], failed: Check[]): string {
  const say = (sv: string, en: string): string => (language === "sv" ? sv : en);
  const rows = [
    ...problems.map(({ file, where, message }) => [file, where ?? "", message[language]]),
    ...failed.map(({ view, programme, check, failing }) => [
      view,
      programme ?? "",
      say(`${failing} rader bryter mot villkoret: ${check}`, `${failing} rows break the condition: ${check}`),
    ]),
  ];
  return rows.length === 0 ? "" : `${draw([say("fil", "file"), say("plats", "where"), say("vad", "what")], rows)}\n`;
}

function notInSteering(): Refusal {
  return new Refusal("steering_room", {
    sv: "I styrgruppens rum kontrolleras ingenting, eftersom svaren räknar rader om personer. Kör kommandot i utvärderarens rum.",
    en: "Nothing is checked in the steering room, because the answers count rows about persons. Run the command in the evaluator's room.",
  });
}

function checkFailed(count: number): Refusal {
  return new Refusal("check_failed", { sv: `${count} fel att rätta.`, en: `${count} problems to correct.` });
}
