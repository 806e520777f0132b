import { Command } from "commander";
import type { Catalog, Language } from "../contract.ts";
import { formatOption, languageOption, outOption, roomOption, type TableOptions, workspaceOption } from "./options.ts";
import { writeOut } from "./output.ts";
import { draw } from "./print-table.ts";
import { withHost } from "./session.ts";
import type { Terminal } from "./terminal.ts";

export function catalogCommand(terminal: Terminal): Command {
  return new Command("catalog")
    .description("list views, indicators, programmes, scales, extracts, and every problem found")
    .addOption(workspaceOption())
    .addOption(formatOption(["table", "json"]))
    .addOption(roomOption())
    .addOption(languageOption())
    .addOption(outOption())
    .action((options: TableOptions) =>
      withHost(terminal, options, ({ catalog }) => {
        const text =
          options.format === "json"
            ? `${JSON.stringify(asJson(catalog), null, 2)}\n`
            : asText(catalog, terminal.language);
        return writeOut(terminal, options.out, [text]);
      }),
    );
}

function asJson(catalog: Catalog): object {
  return {
    views: catalog.views.map(({ name, title, description, params, columns }) => ({
      name,
      title,
      description,
      params,
      columns,
    })),
    indicators: catalog.indicators.map(({ name, version, title, kind, programmes }) => ({
      name,
      version,
      title,
      kind,
      programmes,
    })),
    programmes: catalog.programmes.map(({ name, title, targets, indicators }) => ({
      name,
      title,
      targets,
      indicators,
    })),
    scales: catalog.scales,
    extracts: catalog.extracts.map(({ report: _, ...extract }) => extract),
    problems: catalog.problems,
  };
}

function asText({ views, indicators, programmes, scales, extracts, problems }: Catalog, language: Language): string {
  const say = (sv: string, en: string): string => (language === "sv" ? sv : en);
  const named = (list: { name: string; title: { sv: string; en: string } }[]): string[][] =>
    list.map(({ name, title }) => [name, title[language]]);
  const parts: [string, string[], string[][]][] = [
    [say("Vyer", "Views"), [say("namn", "name"), say("titel", "title")], named(views)],
    [say("Indikatorer", "Indicators"), [say("namn", "name"), say("titel", "title")], named(indicators)],
    [say("Program", "Programmes"), [say("namn", "name"), say("titel", "title")], named(programmes)],
    [say("Skalor", "Scales"), [say("namn", "name"), say("titel", "title")], named(scales)],
    [
      say("Underlag", "Extracts"),
      [say("program", "programme"), say("per", "as of"), say("gäller", "current"), "SHA-256"],
      extracts.map(({ programme, as_of, current, extract }) => [
        programme,
        as_of,
        current ? say("ja", "yes") : say("nej", "no"),
        extract,
      ]),
    ],
    [
      say("Problem", "Problems"),
      [say("fil", "file"), say("plats", "where"), say("vad", "what")],
      problems.map(({ file, where, message }) => [file, where ?? "", message[language]]),
    ],
  ];
  return parts
    .map(([title, head, rows]) => `${title}\n${rows.length > 0 ? draw(head, rows) : say("inga", "none")}\n`)
    .join("\n");
}
