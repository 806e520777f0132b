import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { Command } from "commander";
import type { Language, LoadFinding, LoadReport } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import { formatOption, languageOption, outOption, roomOption, type TableOptions, workspaceOption } from "./options.ts";
import { writeOut } from "./output.ts";
import { draw } from "./print-table.ts";
import { watched } from "./progress.ts";
import { withHost } from "./session.ts";
import type { Terminal } from "./terminal.ts";

interface LoadOptions extends TableOptions {
  confirm?: string[];
}

export function loadCommand(terminal: Terminal): Command {
  return new Command("load")
    .description("check an extract package, keep it and build it; prints the load report")
    .argument("<package...>", "folders or .zip files in the project's own format")
    .addOption(workspaceOption())
    .option("--confirm <code...>", "a warning that you have looked at and accept")
    .addOption(formatOption(["table", "json"]))
    .addOption(roomOption())
    .addOption(languageOption())
    .addOption(outOption())
    .action((packages: string[], options: LoadOptions) =>
      withHost(terminal, options, async ({ host, offers }) => {
        const reports: LoadReport[] = [];
        for (const path of packages) {
          if (!existsSync(path)) throw notThere(path);
          const job = randomUUID();
          const request = { offer: offers.add(path), job, confirm: options.confirm };
          reports.push(await watched(terminal, host, job, host.load(request, terminal.signal)));
        }
        await writeOut(terminal, options.out, [written(reports, options.format, terminal.language)]);
        const refused = reports.filter(({ verdict }) => verdict === "refused").length;
        if (refused > 0) throw refusedPackages(refused, reports.length);
      }),
    );
}

function written(reports: LoadReport[], format: string, language: Language): string {
  if (format !== "json") return reports.map((report) => asText(report, language)).join("\n");
  const json = reports.map((report) => asJson(report, language));
  return `${JSON.stringify(json.length === 1 ? json[0] : json, null, 2)}\n`;
}

function asJson(report: LoadReport, language: Language): object {
  const finding = ({ message, ...place }: LoadFinding): object => ({ ...place, message: message[language] });
  const { verdict, extract, programme, as_of, confirmations } = report;
  return {
    verdict,
    extract,
    programme,
    as_of,
    tables: report.tables.map(({ table, rows, kept, set_aside }) => ({ table, rows, kept, set_aside })),
    set_aside: report.set_aside.map(finding),
    flags: report.flags.map(({ rule, table, count }) => ({ rule, table, count })),
    refusals: report.refusals.map(finding),
    notes: report.notes.map((note) => note[language]),
    ...(confirmations.length > 0 && {
      confirmations: confirmations.map(({ code, message, findings }) => ({
        code,
        message: message[language],
        findings: findings.map(finding),
      })),
    }),
  };
}

function asText(report: LoadReport, language: Language): string {
  const say = (sv: string, en: string): string => (language === "sv" ? sv : en);
  const verdict = report.verdict === "accepted" ? say("Inläst", "Loaded") : say("Avvisat", "Refused");
  const place = [
    say("fil", "file"),
    say("rad", "line"),
    say("kolumn", "column"),
    say("regel", "rule"),
    say("vad", "what"),
  ];
  const findings = (list: LoadFinding[]): string[][] =>
    list.map(({ file, line, column, rule, message }) => [
      file,
      String(line ?? ""),
      column ?? "",
      rule,
      message[language],
    ]);
  const section = (title: string, head: string[], rows: string[][]): string[] =>
    rows.length === 0 ? [] : [`${title}\n${draw(head, rows)}`];
  return `${[
    [verdict, report.programme, report.as_of, report.extract].filter(Boolean).join(" · "),
    ...section(
      say("Tabeller", "Tables"),
      [
        say("tabell", "table"),
        say("fil", "file"),
        say("rader", "rows"),
        say("behållna", "kept"),
        say("åsido", "set aside"),
      ],
      report.tables.map(({ table, file, rows, kept, set_aside }) => [
        table,
        file,
        String(rows),
        String(kept),
        String(set_aside),
      ]),
    ),
    ...section(say("Skäl till avvisning", "Why it is refused"), place, findings(report.refusals)),
    ...section(
      say("Att bekräfta med --confirm", "To be confirmed with --confirm"),
      [say("kod", "code"), say("vad", "what")],
      report.confirmations.map(({ code, message }) => [code, message[language]]),
    ),
    ...section(say("Rader lagda åt sidan", "Rows set aside"), place, findings(report.set_aside)),
    ...section(
      say("Att veta", "To know"),
      [say("tabell", "table"), say("antal", "count"), say("vad", "what")],
      report.flags.map(({ table, count, message }) => [table, String(count), message[language]]),
    ),
    ...report.notes.map((note) => note[language]),
  ].join("\n")}\n`;
}

function notThere(path: string): Refusal {
  return new Refusal("not_there", {
    sv: `Det finns inget paket på ${path}. Ange en mapp eller en .zip-fil som finns.`,
    en: `There is no package at ${path}. Name a folder or a .zip file that exists.`,
  });
}

function refusedPackages(refused: number, all: number): Refusal {
  return new Refusal("load_refused", {
    sv: `${refused} av ${all} paket avvisades, och inget av det lästes in. Rapporten säger vad som ska rättas.`,
    en: `${refused} of ${all} packages were refused, and nothing of them was loaded. The report says what to correct.`,
  });
}
