import { join } from "node:path";
import { Command, Option } from "commander";
import type { Catalog, Language } from "../contract.ts";
import { makeFolder } from "../make-folder.ts";
import { Refusal } from "../refusal.ts";
import { findChromium } from "../report/chromium.ts";
import { printPdf } from "../report/print-pdf.ts";
import { reportFile } from "../report/report-file.ts";
import { loadReportPage, type PlannedReport } from "../report/report-page.ts";
import { writeWhole } from "../write-whole.ts";
import { languageOption, workspaceOption } from "./options.ts";
import { withHost } from "./session.ts";
import { say, type Terminal } from "./terminal.ts";

interface ReportOptions {
  workspace: string;
  out: string;
  programme?: string;
  municipality?: string;
  each?: "municipality";
  language?: Language;
}

export function reportCommand(terminal: Terminal): Command {
  return new Command("report")
    .description(
      "write a report of protected figures: one HTML file that stands alone, and a PDF where a Chromium is found",
    )
    .addOption(workspaceOption())
    .requiredOption("--out <folder>", "where the files are written")
    .option("--programme <name>", "the programme, where several are loaded")
    .option("--municipality <code>", "of this municipality alone, beside the programme")
    .addOption(new Option("--each <unit>", "one report for each").choices(["municipality"]).conflicts("municipality"))
    .addOption(languageOption())
    .action((options: ReportOptions) =>
      // What leaves the evaluator's desk is always the steering room's.
      withHost(terminal, { ...options, room: "steering" }, async ({ host, catalog }) => {
        const { planReport } = await loadReportPage();
        const { language, signal } = terminal;
        const plan = (municipality: string | null): PlannedReport => {
          const planned = planReport({ catalog, programme: options.programme, municipality, language });
          if (planned === undefined) throw notLoaded(catalog, options.programme);
          return planned;
        };
        const whole = plan(null);
        const codes = municipalitiesOf(catalog, whole.programme);
        const wanted = options.each ? codes.map(({ code }) => code) : [options.municipality ?? null];
        const unknown = wanted.find((code) => code !== null && !codes.some((each) => each.code === code));
        if (unknown) throw notOfProgramme(unknown, codes);
        await makeFolder(options.out);
        const chromium = findChromium();
        if (chromium === undefined) sayNoPdf(terminal);
        for (const code of wanted) {
          signal.throwIfAborted();
          const planned = code === null ? whole : plan(code);
          const about = codes.find((each) => each.code === code) ?? planned.programme;
          const file = join(options.out, reportFile(about, language));
          const answers: Uint8Array[] = [];
          for (const request of planned.requests) answers.push(await host.figures(request, signal));
          await writeWhole(`${file}.html`, planned.write(answers));
          say(terminal, { sv: `Skrev ${file}.html.`, en: `Wrote ${file}.html.` });
          if (chromium === undefined) continue;
          const day = planned.asOf ?? "2000-01-01";
          await printPdf({ chromium, html: `${file}.html`, pdf: `${file}.pdf`, day, signal });
          say(terminal, { sv: `Skrev ${file}.pdf.`, en: `Wrote ${file}.pdf.` });
        }
      }),
    );
}

/** In the order of their codes, called as in Swedish whatever the report's language: the files are the same places. */
function municipalitiesOf({ programmes, codes }: Catalog, programme: string): { code: string; name: string }[] {
  const own = programmes.find(({ name }) => name === programme)?.municipalities ?? [];
  return [...own].sort().map((code) => {
    const known = codes.municipality?.find((each) => each.code === code);
    return { code, name: known?.title.sv ?? "" };
  });
}

function notLoaded({ programmes }: Catalog, programme: string | undefined): Refusal {
  const loaded = programmes.flatMap(({ name, loaded }) => (loaded ? [name] : [])).join(", ");
  if (programme === undefined || loaded === "") {
    return new Refusal("nothing_loaded", {
      sv: "Arbetsytan har inget uttag att rapportera. Läs in ett först, med sammanhang load.",
      en: "The workspace has no extract to report on. Load one first, with sammanhang load.",
    });
  }
  return new Refusal("programme_not_loaded", {
    sv: `Programmet "${programme}" har inget uttag i arbetsytan. Här finns ${loaded}.`,
    en: `The programme "${programme}" has no extract in this workspace. It holds ${loaded}.`,
  });
}

function notOfProgramme(code: string, codes: { code: string; name: string }[]): Refusal {
  const named = codes.map((each) => `${each.code} ${each.name}`).join(", ");
  return new Refusal("unknown_municipality", {
    sv: `Kommunen "${code}" hör inte till programmet. Välj bland ${named}.`,
    en: `The municipality "${code}" is not one of the programme's. Choose one of ${named}.`,
  });
}

function sayNoPdf(terminal: Terminal): void {
  const named = process.env.CHROMIUM;
  say(
    terminal,
    named
      ? {
          sv: `Ingen PDF skrivs: CHROMIUM pekar på ${named}, som inte går att köra.`,
          en: `No PDF is written: CHROMIUM points at ${named}, which cannot be run.`,
        }
      : {
          sv: "Ingen PDF skrivs: Chrome, Chromium eller Edge hittades inte på datorn. Ange var med miljövariabeln CHROMIUM.",
          en: "No PDF is written: Chrome, Chromium or Edge was not found on this computer. Say where with the environment variable CHROMIUM.",
        },
  );
}
